//! The readers of curl commands and YAML, a program of their own that `start.js` loads when it is first needed.

use leptos::prelude::window;
use tyk_policy::read::Foreign;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Takes a text apart that is no JSON; nothing if the program could not be loaded.
pub async fn take_apart(text: &str) -> Option<Foreign> {
    let function = js_sys::Reflect::get(&window(), &JsValue::from_str("takeApart")).ok()?;
    let function: js_sys::Function = function.dyn_into().ok()?;
    let answer: js_sys::Promise = function.call1(&JsValue::NULL, &JsValue::from_str(text)).ok()?.dyn_into().ok()?;
    let answer = JsFuture::from(answer).await.ok()?;
    Some(Foreign::from_json(&answer.as_string()?))
}

//! The same measures in a page.

use policy_bench::{Measure, corpus, effect, large};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

/// The page's allocator.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Measures everything; gives the lines that the program on this machine prints.
#[wasm_bindgen]
#[must_use]
pub fn measure(texts: Vec<String>) -> String {
    let (median, _) = corpus(clock, texts.iter().map(String::as_str));
    let measures = std::iter::once(median).chain(large(clock)).chain(effect(clock));
    measures.map(|measure: Measure| format!("{}\n", measure.to_json())).collect()
}

/// `performance.now()`, asked for by name: js-sys knows the language only, and web-sys would be one crate more.
fn clock() -> f64 {
    let now = || {
        let performance = js_sys::Reflect::get(&js_sys::global(), &"performance".into()).ok()?;
        let now = js_sys::Reflect::get(&performance, &"now".into()).ok()?;
        now.dyn_ref::<js_sys::Function>()?.call0(&performance).ok()?.as_f64()
    };
    now().unwrap_or_default()
}

//! The other tabs of this page.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use super::script::{call, get, make, set};

/// A way to all other tabs of this page that are open.
pub struct Tabs {
    // Both are heard of as long as they are held.
    _channel: Option<JsValue>,
    _hear: Closure<dyn FnMut(Event)>,
}

impl Tabs {
    /// Says hello on the channel of this name. `own` gives the names of what this tab has; `heard` is told of the names of
    /// what others have, which they say at once.
    pub fn meet(name: &str, own: impl Fn() -> Vec<String> + 'static, heard: impl Fn(Vec<String>) + 'static) -> Self {
        let channel = make("BroadcastChannel", &[&JsValue::from_str(name)]).ok();
        let answering = channel.clone();
        let say = |channel: &Option<JsValue>, what: &JsValue| {
            if let Some(channel) = channel {
                let _ = call(channel, "postMessage", &[what]);
            }
        };
        let hear =
            Closure::<dyn FnMut(Event)>::new(move |event: Event| match get(&event, "data").dyn_into::<Array>() {
                Ok(names) => heard(names.iter().filter_map(|name| name.as_string()).collect()),
                Err(_) => {
                    let names: Array = own().iter().map(|name| JsValue::from_str(name)).collect();
                    say(&answering, &names);
                }
            });
        if let Some(channel) = &channel {
            set(channel, "onmessage", hear.as_ref());
        }
        say(&channel, &JsValue::from_str("who"));
        Self { _channel: channel, _hear: hear }
    }
}

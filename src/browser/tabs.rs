//! The other tabs of this page.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// A way to all other tabs of this page that are open.
pub struct Tabs {
    // Both are heard of as long as they are held.
    _channel: Option<BroadcastChannel>,
    _hear: Closure<dyn FnMut(MessageEvent)>,
}

impl Tabs {
    /// Says hello on the channel of this name. `own` gives the names of what this tab has; `heard` is told of the names of
    /// what others have, which they say at once.
    pub fn meet(name: &str, own: impl Fn() -> Vec<String> + 'static, heard: impl Fn(Vec<String>) + 'static) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        let answering = channel.clone();
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            match event.data().dyn_into::<Array>() {
                Ok(names) => heard(names.iter().filter_map(|name| name.as_string()).collect()),
                Err(_) => {
                    if let Some(channel) = &answering {
                        let names: Array = own().iter().map(|name| JsValue::from_str(name)).collect();
                        let _ = channel.post_message(&names);
                    }
                }
            }
        });
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
            let _ = channel.post_message(&JsValue::from_str("who"));
        }
        Self { _channel: channel, _hear: hear }
    }
}

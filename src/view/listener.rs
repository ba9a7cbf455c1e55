//! What happens at events.

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What happens at an event of any kind.
pub type Listener = Box<dyn FnMut(Event)>;

/// What happens at events of one kind. An event of another kind is none of this listener's.
pub fn listen<E: JsCast + 'static>(act: impl Fn(E) + 'static) -> Listener {
    Box::new(move |event| {
        if let Ok(event) = event.dyn_into::<E>() {
            act(event);
        }
    })
}

/// What happens at a press, or at any event that says nothing more than that it happened.
pub fn press(act: impl Fn() + 'static) -> Listener {
    Box::new(move |_| act())
}

/// What happens with the text of an input after it changed.
pub fn typed(act: impl Fn(String) + 'static) -> Listener {
    Box::new(move |event| act(event_target_value(&event)))
}

/// What happens with the state of a box after it changed.
pub fn ticked(act: impl Fn(bool) + 'static) -> Listener {
    Box::new(move |event| act(event_target_checked(&event)))
}

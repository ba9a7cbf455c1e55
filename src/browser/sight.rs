//! What is in view.

use leptos::prelude::{StoredValue, WithValue, on_cleanup, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event};

use super::element_by_id;
use super::script::get;

/// What happens when other parts of the page come into view.
pub const SIGHT: &[&str] = &["scroll", "resize"];
/// What happens when the focus goes elsewhere.
pub const FOCUS: &[&str] = &["focusin", "focusout"];

/// Calls `act` whenever one of these events happens anywhere on the page, until what called this is gone.
pub fn on_events(events: &'static [&'static str], act: impl Fn() + 'static) {
    let act = StoredValue::new_local(Closure::<dyn Fn()>::new(act));
    // Scrolling bubbles nowhere: it is heard on the way down.
    act.with_value(|act| {
        for event in events {
            let act = act.as_ref().unchecked_ref();
            let _ = window().add_event_listener_with_callback_and_bool(event, act, true);
        }
    });
    on_cleanup(move || {
        act.with_value(|act| {
            for event in events {
                let act = act.as_ref().unchecked_ref();
                let _ = window().remove_event_listener_with_callback_and_bool(event, act, true);
            }
        });
    });
}

/// Top and height of the element of this id in pixels; the top counts from that of the view.
#[must_use]
pub fn place_of(id: &str) -> Option<(f64, f64)> {
    element_by_id(id).map(|element| place_of_element(&element))
}

fn place_of_element(element: &Element) -> (f64, f64) {
    let place = element.get_bounding_client_rect();
    (place.top(), place.height())
}

/// Top and height of each child of the element of this id, and the height of the view, in pixels. Tops count from that of
/// the view.
#[must_use]
pub fn places_of_children(id: &str) -> (Vec<(f64, f64)>, f64) {
    let view = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let Some(element) = element_by_id(id) else { return (Vec::new(), view) };
    let mut places = Vec::new();
    let mut next = element.first_element_child();
    while let Some(child) = next {
        places.push(place_of_element(&child));
        next = child.next_element_sibling();
    }
    (places, view)
}

/// Where a pointer that is pressed stands in the element that hears of it, as parts of its width and height from the upper
/// left; nothing while it is not pressed.
#[must_use]
pub fn pressed_at(event: &Event) -> Option<(f64, f64)> {
    let number = |name| get(event, name).as_f64();
    let around = event.current_target()?.dyn_into::<Element>().ok()?.get_bounding_client_rect();
    number("buttons").filter(|buttons| *buttons > 0.0)?;
    let part = |at: f64, from: f64, length: f64| ((at - from) / length.max(1.0)).clamp(0.0, 1.0);
    Some((
        part(number("clientX")?, around.left(), around.width()),
        part(number("clientY")?, around.top(), around.height()),
    ))
}

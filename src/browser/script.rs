//! What the browser gives, asked for by name. Each typed binding is in the first load, whichever part of the page needs it;
//! these are there once.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property of an object; undefined if it has none.
pub(super) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// Sets a property of an object.
pub(super) fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// Calls a method of an object.
pub(super) fn call(object: &JsValue, name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    get(object, name).dyn_into::<Function>()?.apply(object, &list(arguments))
}

/// Makes an object of the class of this name.
pub(super) fn make(class: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    Reflect::construct(&get(&js_sys::global(), class).dyn_into::<Function>()?, &list(arguments))
}

/// A list of these.
pub(super) fn list(items: &[&JsValue]) -> Array {
    items.iter().copied().collect()
}

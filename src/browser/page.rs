//! The page itself.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlMetaElement};

/// The element of this id.
#[must_use]
pub fn element_by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The address below which this page's own server answers, if it was loaded over HTTP: the origin and the folder of the page.
#[must_use]
pub fn origin() -> Option<String> {
    let location = window().location();
    let is_http = location.protocol().is_ok_and(|protocol| protocol.starts_with("http"));
    location.origin().ok().filter(|_| is_http)
}

/// What the page's server says in a meta tag of this name; nothing if it says nothing.
#[must_use]
pub fn meta(name: &str) -> Option<String> {
    let meta = document().query_selector(&format!("meta[name='{name}']")).ok()??;
    Some(meta.dyn_into::<HtmlMetaElement>().ok()?.content()).filter(|content| !content.is_empty())
}

/// The text of `config.json` beside the page, which `start.js` has read.
#[must_use]
pub fn site_settings() -> Option<String> {
    js_sys::Reflect::get(&window(), &JsValue::from_str("siteSettings")).ok()?.as_string()
}

/// What stands in the input of this id.
#[must_use]
pub fn value_of(id: &str) -> Option<String> {
    Some(element_by_id(id)?.dyn_into::<HtmlInputElement>().ok()?.value())
}

/// Sets an attribute of the root element, or takes it away.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = document().document_element() {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// The buttons that are commands of the whole page, as their attribute `data-command` says: id, name, and what else is said.
#[must_use]
pub fn commands() -> Vec<(String, String, String)> {
    let Ok(found) = document().query_selector_all("[data-command]") else { return Vec::new() };
    let elements = (0..found.length()).filter_map(|index| found.get(index)?.dyn_into::<HtmlElement>().ok());
    let text = |element: &HtmlElement, name: &str| element.get_attribute(name).unwrap_or_default();
    elements.map(|element| (element.id(), text(&element, "data-command"), text(&element, "data-about"))).collect()
}

/// Whether this is a Mac, where Command stands for Ctrl.
#[must_use]
pub fn is_mac() -> bool {
    window().navigator().user_agent().is_ok_and(|agent| agent.contains("Mac"))
}

/// Whether a dialog is open.
#[must_use]
pub fn is_dialog_open() -> bool {
    document().query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some())
}

/// Whether the dialog of this id is open.
#[must_use]
pub fn is_dialog_shown(id: &str) -> bool {
    element_by_id(id).is_some_and(|dialog| dialog.has_attribute("open"))
}

/// Opens or closes the dialog of this id. The browser keeps the focus in it and gives it back afterwards.
pub fn show_dialog(id: &str, open: bool) {
    let Some(dialog) = element_by_id(id).and_then(|element| element.dyn_into::<HtmlDialogElement>().ok()) else {
        return;
    };
    if !open {
        dialog.close();
    } else if !dialog.open() {
        let _ = dialog.show_modal();
    }
}

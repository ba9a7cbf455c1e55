//! The page itself.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, HtmlMetaElement};

/// The element of this id.
#[must_use]
pub fn element_by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Shows the hidden element of this id.
pub fn reveal(id: &str) {
    if let Some(element) = element_by_id(id) {
        let _ = element.remove_attribute("hidden");
    }
}

/// The address below which this page's own server answers, if it was loaded over HTTP: the origin and the folder of the page.
#[must_use]
pub fn origin() -> Option<String> {
    let location = window().location();
    let is_http = location.protocol().is_ok_and(|protocol| protocol.starts_with("http"));
    location.origin().ok().filter(|_| is_http)
}

/// The sample key, if this page comes from `tyk-policy serve`, which says so in a meta tag.
#[must_use]
pub fn local_dashboard_key() -> Option<String> {
    let meta = document().query_selector("meta[name='local-dashboard']").ok()??;
    Some(meta.dyn_into::<HtmlMetaElement>().ok()?.content()).filter(|key| !key.is_empty())
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

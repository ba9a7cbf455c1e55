//! What follows from the form: the request, its body, and sending it. Always in view.

mod command;
mod connect;
mod effect;
mod json;
mod preview;
mod send;
mod text;

pub use command::{Asked, Writing};
pub use preview::{Pane, Preview};
pub use send::SendAction;
pub use text::JsonText;

use leptos::ev::KeyboardEvent;

use crate::browser;
use crate::desk::desk;
use crate::view::{Chosen, Element, aria, button, div, either, listen, press, section, text};
use command::curl_pane;
use effect::effect_pane;
use json::json_pane;
use send::send_panel;

/// The right column: preview above, sending below. On a narrow page neither is seen at first.
pub fn workbench() -> Element {
    let column = section("workbench").attr("aria-label", "Request");
    column.child(preview()).child(send_panel())
}

fn preview() -> Element {
    let pane = desk().preview.pane;
    let tabs = div("tabs")
        .attrs(&[("role", "tablist"), ("aria-label", "Preview")])
        .child(tab(pane, Pane::Curl, "curl"))
        .child(tab(pane, Pane::Json, "JSON body"))
        .child(tab(pane, Pane::Effect, "Effect"));
    let other =
        move || either(move || pane.get() == Pane::Json, || json_pane().into_any(), || effect_pane().into_any());
    let panes = either(move || pane.get() == Pane::Curl, || curl_pane().into_any(), other);
    section("preview").attr("aria-label", "Preview").child(tabs).child(panes)
}

/// One tab. The arrow keys go from tab to tab, as in any tab list.
fn tab(pane: Chosen<Pane>, own: Pane, label: &'static str) -> Element {
    let key_down = listen(move |event: KeyboardEvent| {
        let steps = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => 2,
            _ => return,
        };
        let other = Pane::ALL.into_iter().cycle().nth(own as usize + steps).unwrap_or(own);
        pane.set(other);
        browser::focus(other.tab());
    });
    button("tabs__tab")
        .attrs(&[("type", "button"), ("role", "tab"), ("aria-controls", "preview-pane")])
        .id(own.tab())
        .attr("aria-selected", aria(move || pane.get() == own))
        .attr("tabindex", text(move || if pane.get() == own { "0" } else { "-1" }.to_owned()))
        .on("click", press(move || pane.set(own)))
        .on("keydown", key_down)
        .child(label)
}

//! What follows from the form: the request, its body, and sending it. Always in view.

mod connect;
mod outcome;
mod preview;
mod send;

pub use preview::Preview;
pub use send::SendAction;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::view::{aria, either, listen, press, text};
use preview::{curl_pane, json_pane};
use send::SendPanel;

/// The panes of the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pane {
    Curl,
    Json,
}

/// The right column: preview above, sending below.
#[component]
pub fn Workbench() -> impl IntoView {
    let pane = RwSignal::new(Pane::Curl);
    view! {
        <aside class="workbench" aria-label="Request">
            <section class="preview" aria-label="Preview">
                <div class="tabs" role="tablist" aria-label="Preview">
                    {tab(pane, Pane::Curl, "curl")}
                    {tab(pane, Pane::Json, "JSON body")}
                </div>
                {either(move || pane.get() == Pane::Curl, curl_pane, json_pane)}
            </section>
            <SendPanel/>
        </aside>
    }
}

/// One tab. The arrow keys go from tab to tab, as in any tab list.
fn tab(pane: RwSignal<Pane>, own: Pane, label: &'static str) -> AnyView {
    let id = |pane: Pane| if pane == Pane::Curl { "tab-curl" } else { "tab-json" };
    let key_down = listen(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight") {
            let other = if own == Pane::Curl { Pane::Json } else { Pane::Curl };
            pane.set(other);
            crate::browser::focus(id(other));
        }
    });
    view! {
        <button
            type="button"
            role="tab"
            class="tabs__tab"
            id=id(own)
            aria-selected=aria(move || pane.get() == own)
            aria-controls="preview-pane"
            tabindex=text(move || if pane.get() == own { "0" } else { "-1" }.to_owned())
            on:click=press(move || pane.set(own))
            on:keydown=key_down
        >
            {label}
        </button>
    }
    .into_any()
}

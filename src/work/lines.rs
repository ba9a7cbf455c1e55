//! The lines above the form: what waits to be brought back, and why nothing is kept.

use leptos::prelude::*;

use super::entries::{Entry, summary_of};
use super::kept::Kept;
use crate::browser;
use crate::controls::{IconName, icon_button, plain_button, quiet_button};
use crate::view::{Child, Element, div, dynamic, element, paragraph};

/// All of them.
pub(super) fn lines(kept: Kept) -> Element {
    let offer = dynamic(move || kept.offer.get().map_or_else(|| ().into_any(), |entry| offer(kept, entry).into_any()));
    element("div").attr("role", "status").child(said(kept.trouble)).child(said(kept.rival)).child(offer)
}

/// One line with its buttons.
pub(crate) fn line(says: impl Child) -> Element {
    div("notice").child(paragraph("notice__text").child(says))
}

/// A line that is there while there is something to say, until it is closed.
pub(crate) fn said(says: RwSignal<String>) -> AnyView {
    dynamic(move || {
        let text = says.get();
        if text.is_empty() {
            return ().into_any();
        }
        line(text).child(icon_button("Close this notice", IconName::Close, move || says.set(String::new()))).into_any()
    })
}

/// "Your work of 10:32 is kept: “Gold”, 3 APIs."
fn offer(kept: Kept, entry: Entry) -> Element {
    let Ok(work) = &entry.work else { return element("div") };
    let says = format!("Your work of {} is kept: {}.", browser::moment(work.changed), summary_of(work));
    let brought = format!("Brought back your work of {}: {}.", browser::moment(work.changed), summary_of(work));
    let bring = move || {
        kept.offer.set(None);
        kept.bring_back(&entry, brought.clone());
    };
    line(says)
        .id("work-offer")
        .child(plain_button("Bring it back", Some(IconName::Back), bring).id("work-bring"))
        .child(quiet_button("Not now", None, move || kept.offer.set(None)).id("work-not-now"))
}

//! The form: one page that scrolls, one file for each section.

mod access;
mod apis;
mod basics;
mod entry;
mod expiry;
mod fields;
mod group;
mod kept;
mod labels;
mod lead;
mod limits;
mod other;
mod partitions;
mod paths;
mod section;

pub use lead::lead_to;
pub use section::{section_element_id, section_heading_id};

use leptos::ev::Event;

use crate::desk::desk;
use crate::view::{Element, element, listen, press, soon};

/// The whole form.
pub fn editor() -> Element {
    let history = desk().document.history;
    // With the name one can begin; each of these is there a moment later, below what stands already.
    let rest = [
        access::access,
        limits::limits,
        limits::quota,
        expiry::expiry,
        partitions::partitions,
        labels::labels,
        other::other,
    ];
    let form = element("form")
        .attrs(&[("class", "editor"), ("aria-label", "Policy")])
        .on("submit", listen(|event: Event| event.prevent_default()))
        .on("focusout", press(move || history.seal()))
        .child(basics::basics());
    rest.into_iter().fold(form, |form, section| form.child(soon(move || section().into_any())))
}

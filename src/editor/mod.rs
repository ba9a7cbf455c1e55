//! The form: one page that scrolls, one file for each section.

mod access;
mod basics;
mod entry;
mod expiry;
mod labels;
mod limits;
mod other;
mod partitions;
mod paths;
mod picker;
mod quota;
mod section;

use leptos::prelude::*;

use access::Access;
use basics::Basics;
use expiry::Expiry;
use labels::Labels;
use limits::Limits;
use other::Other;
use partitions::Partitions;
use quota::Quota;
pub use section::section_element_id;

/// The whole form.
#[component]
pub fn Editor() -> impl IntoView {
    view! {
        <form class="editor" aria-label="Policy" on:submit=|event| event.prevent_default()>
            <Basics/>
            <Access/>
            <Limits/>
            <Quota/>
            <Expiry/>
            <Partitions/>
            <Labels/>
            <Other/>
        </form>
    }
}

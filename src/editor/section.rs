//! The frame of a section.

use leptos::prelude::*;
use tyk_policy::catalogue::SectionName;

/// The id of a section's element, for the outline.
#[must_use]
pub fn section_element_id(name: SectionName) -> String {
    format!("section-{}", name.as_str())
}

/// A card with the section's heading.
#[component]
pub(super) fn Section(
    /// Which one.
    name: SectionName,
    /// Its fields.
    children: Children,
) -> impl IntoView {
    let heading_id = format!("heading-{}", name.as_str());
    view! {
        <section class="section" id=section_element_id(name) aria-labelledby=heading_id.clone()>
            <h2 class="section__heading" id=heading_id.clone()>{name.heading()}</h2>
            {children()}
        </section>
    }
}

//! The frame of a section.

use tyk_policy::catalogue::SectionName;

use crate::view::{Element, element, section};

/// The id of a section's element, for the outline.
#[must_use]
pub fn section_element_id(name: SectionName) -> String {
    format!("section-{}", name.as_str())
}

/// The id of its heading.
#[must_use]
pub fn section_heading_id(name: SectionName) -> String {
    format!("heading-{}", name.as_str())
}

/// A card with the section's heading. Its fields come behind it.
pub(super) fn section_card(name: SectionName) -> Element {
    let heading_id = section_heading_id(name);
    section("section")
        .id(section_element_id(name))
        .attr("aria-labelledby", heading_id.clone())
        .child(element("h2").class("section__heading").id(heading_id).attr("tabindex", "-1").child(name.heading()))
}

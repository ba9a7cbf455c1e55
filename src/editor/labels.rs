//! Tags and meta data.

use tyk_policy::catalogue::{SectionName, TAGS};

use super::group::groups;
use super::section::section_card;
use crate::controls::{Look, words};
use crate::desk::desk;
use crate::document::Place;
use crate::view::Element;

/// The section "Tags, meta data".
pub(super) fn labels() -> Element {
    let desk = desk();
    let tags = Place::of_section(desk.document, desk.reports, SectionName::Labels).field(&TAGS);
    section_card(SectionName::Labels)
        .child(words(&tags, &TAGS, "tag", Look::Full))
        .children(groups(SectionName::Labels))
}

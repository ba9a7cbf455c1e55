//! What is rarely set, and what is kept as it came.

use tyk_policy::catalogue::SectionName;

use super::fields::kept_view;
use super::group::groups;
use super::section::section_card;
use crate::desk::desk;
use crate::later::Part;
use crate::view::{Element, when};

/// The section "Other fields".
pub(super) fn other() -> Element {
    let document = desk().document;
    let part = Part::new(|| Box::pin(kept_view()));
    let is_kept = move || !document.kept_fields().is_empty() || !document.extras().is_empty();
    let kept = move || {
        part.show(|| ());
        part.view()
    };
    section_card(SectionName::Other).children(groups(SectionName::Other)).child(when(is_kept, kept))
}

//! The rate limit.

use tyk_policy::catalogue::{PER, RATE, SectionName};

use super::section::section_card;
use crate::controls::limit;
use crate::desk::desk;
use crate::view::Element;

/// The section "Rate limit".
pub(super) fn limits() -> Element {
    let report = desk().reports.section(SectionName::Limits);
    section_card(SectionName::Limits).child(limit(desk().document.limits, &RATE, &PER, report))
}

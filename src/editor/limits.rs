//! The rate limit.

use leptos::prelude::*;
use tyk_policy::catalogue::{PER, RATE, SectionName};

use super::section::section_card;
use crate::controls::limit;
use crate::document::{Document, Reports};
use crate::view::Element;

/// The section "Rate limit".
pub(super) fn limits() -> Element {
    let report = expect_context::<Reports>().section(SectionName::Limits);
    section_card(SectionName::Limits).child(limit(expect_context::<Document>().limits, &RATE, &PER, report))
}

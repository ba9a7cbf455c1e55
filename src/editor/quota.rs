//! The quota.

use leptos::prelude::*;
use tyk_policy::catalogue::{QUOTA_MAX, QUOTA_RENEWAL_RATE, SectionName};

use super::section::section_card;
use crate::controls::limit;
use crate::document::{Document, Reports};
use crate::view::Element;

/// The section "Quota".
pub(super) fn quota() -> Element {
    let report = expect_context::<Reports>().section(SectionName::Quota);
    section_card(SectionName::Quota).child(limit(expect_context::<Document>().quota, &QUOTA_MAX, &QUOTA_RENEWAL_RATE, report))
}

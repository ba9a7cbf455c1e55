//! The quota.

use tyk_policy::catalogue::{QUOTA_MAX, QUOTA_RENEWAL_RATE, SectionName};

use super::section::section_card;
use crate::controls::limit;
use crate::desk::desk;
use crate::view::Element;

/// The section "Quota".
pub(super) fn quota() -> Element {
    let report = desk().reports.section(SectionName::Quota);
    section_card(SectionName::Quota).child(limit(desk().document.quota, &QUOTA_MAX, &QUOTA_RENEWAL_RATE, report))
}

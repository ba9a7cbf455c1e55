//! The rate limit and the quota.

use tyk_policy::catalogue::{Field, PER, QUOTA_MAX, QUOTA_RENEWAL_RATE, RATE, SectionName};

use super::group::groups;
use super::section::section_card;
use crate::controls::{Look, limit};
use crate::desk::desk;
use crate::document::Place;
use crate::view::Element;

/// The section "Rate limit".
pub(super) fn limits() -> Element {
    limited(SectionName::Limits, &RATE, &PER)
}

/// The section "Quota".
pub(super) fn quota() -> Element {
    limited(SectionName::Quota, &QUOTA_MAX, &QUOTA_RENEWAL_RATE)
}

fn limited(name: SectionName, first: &'static Field, period: &'static Field) -> Element {
    let desk = desk();
    let place = Place::of_section(desk.document, desk.reports, name);
    // The heading of the section says what the limit is.
    let limit = limit(&place, first, Some(period), Look::Headless);
    section_card(name).child(limit).children(groups(name))
}

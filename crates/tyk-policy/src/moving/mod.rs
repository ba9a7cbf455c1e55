//! A policy on its way from one dashboard to another, or to a copy of itself.

mod matches;
mod moved;

pub use matches::{Match, MatchedBy, matches};
pub use moved::{TwoInOne, moved};

use crate::catalogue::{ORG_ID, root_field};
use crate::draft::Draft;

/// The policy without what a dashboard sets itself, and without its organisation. Everything else stays what and where it
/// is, also an id of one's own.
#[must_use]
pub fn stripped(draft: &Draft) -> Draft {
    // An organisation is not read-only; but a dashboard refuses another one's (dashboard-api.md section 3).
    let goes = |name: &str| name == ORG_ID.name || root_field(name).is_some_and(|field| field.is_read_only());
    let mut sections = draft.sections().to_vec();
    for slot in sections.iter_mut().flat_map(|section| &mut section.slots) {
        if goes(slot.field.name) {
            slot.value = None;
        }
    }
    let extras = draft.extras.iter().filter(|extra| !goes(&extra.name)).cloned().collect();
    Draft::from_parts(sections, draft.access.clone(), extras)
}

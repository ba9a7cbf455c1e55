//! A policy without what a dashboard sets itself, as another dashboard wants it.

use tyk_policy::catalogue::{ORG_ID, root_field};
use tyk_policy::draft::Draft;

/// The policy without these fields. Everything else stays what and where it is.
pub fn without(draft: &Draft) -> Draft {
    // An organisation is not read-only; but a dashboard refuses another one's (dashboard-api.md section 3).
    let is_read_only = |name: &str| name == ORG_ID.name || root_field(name).is_some_and(|field| field.is_read_only());
    let mut sections = draft.sections().to_vec();
    for slot in sections.iter_mut().flat_map(|section| &mut section.slots) {
        if is_read_only(slot.field.name) {
            slot.value = None;
        }
    }
    let extras = draft.extras.iter().filter(|extra| !is_read_only(&extra.name)).cloned().collect();
    Draft::from_parts(sections, draft.access.clone(), extras)
}

//! A policy without what a dashboard sets itself, as another dashboard wants it.

use tyk_policy::draft::Draft;

/// What a dashboard sets, whatever it is sent, or refuses if it is another one's (dashboard-api.md section 3).
const READ_ONLY: [&str; 4] = ["_id", "date_created", "last_updated", "org_id"];

/// The policy without these fields. Everything else stays what and where it is.
pub fn without(draft: &Draft) -> Draft {
    let is_read_only = |name: &str| READ_ONLY.contains(&name);
    let mut sections = draft.sections().to_vec();
    for slot in sections.iter_mut().flat_map(|section| &mut section.slots) {
        if is_read_only(slot.field.name) {
            slot.value = None;
        }
    }
    let extras = draft.extras.iter().filter(|extra| !is_read_only(&extra.name)).cloned().collect();
    Draft::from_parts(sections, draft.access.clone(), extras)
}

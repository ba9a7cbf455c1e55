//! Where two policies differ.
//!
//! Where a member stands among the others is no difference, nor is the order of a list of texts, which Tyk takes for a set;
//! the order of other lists is one. Numbers are equal by value, however they are written. Of several members of one name the
//! last counts, as for Go. One difference is one field: a flag of the partitions, a field of an API's entry or of its limit,
//! a key of the meta data, a list as a whole.

mod number;
mod same;
mod walk;

use crate::catalogue::{ACCESS_RIGHTS, DATABASE_ID, Field, ID, Kind, LAST_UPDATED, ORG_ID, ROOT};
use crate::check::{Path, Step, Trail};
use crate::draft::{AccessRights, Apart, Draft, Json, Shape};
use walk::{Members, Rule, Walk};

/// One field that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Where. An API is found under its id in `access_rights`, in whichever form the rights stand.
    pub path: Path,
    /// What stood there; nothing if the field was absent.
    pub before: Option<Json>,
    /// What stands there; nothing if the field is absent.
    pub after: Option<Json>,
}

/// All differences of two drafts, in the order of the schema, then the unknown fields. Absent, `null` and a zero value
/// are three things. An API, or an object in it, that one of them lacks is one difference.
#[must_use]
pub fn drafts(before: &Draft, after: &Draft) -> Vec<Difference> {
    differences(Rule::AsWritten, before, after)
}

/// What an update would change of a stored policy. Left out is what the dashboard keeps by itself where the update does not
/// name it: read-only fields, the organisation, and an `id` that is only the `_id` again; and `last_updated`, which it sets
/// itself with each write.
#[must_use]
pub fn update(stored: &Draft, update: &Draft) -> Vec<Difference> {
    let own_id = stored.get(&ID).is_some_and(|id| stored.get(&DATABASE_ID) != Some(id));
    let is_kept = |field: &Field| {
        field.name == LAST_UPDATED.name
            || (update.get(field).is_none()
                && (field.is_read_only() || field.name == ORG_ID.name || (field.name == ID.name && !own_id)))
    };
    let kept: Vec<Path> =
        ROOT.iter().filter(|field| is_kept(field)).map(|field| Path::root().name(field.name)).collect();
    let mut differences = drafts(stored, update);
    differences.retain(|difference| !kept.contains(&difference.path));
    differences
}

/// What was stored otherwise than it was sent.
///
/// Left out is what the dashboard sets itself: read-only fields; and `id`, `org_id`, the second form of the access rights
/// and the fields that its pages derive, where they were not sent. What Go cannot tell apart is equal: an absent field,
/// `null` and the zero value of its type. An unknown field that was sent and is not stored is a difference: it was dropped.
#[must_use]
pub fn read_back(sent: &Draft, stored: &Draft) -> Vec<Difference> {
    differences(Rule::ReadBack, sent, stored)
}

/// What changed in a stored policy since it was opened, by what is stored now. What Go cannot tell apart is equal, and
/// `last_updated` alone is no change; any other field is, read-only ones too.
#[must_use]
pub fn since(opened: &Draft, stored: &Draft) -> Vec<Difference> {
    differences(Rule::Since, opened, stored)
}

fn differences(rule: Rule, before: &Draft, after: &Draft) -> Vec<Difference> {
    let mut walk = Walk { rule, found: Vec::new() };
    for field in ROOT {
        let trail = Trail::start(Step::Name(field.name));
        if field.name == ACCESS_RIGHTS.name {
            access(&mut walk, &before.access, &after.access, &trail);
        } else if rule != Rule::Since || field.name != LAST_UPDATED.name {
            walk.field(field, before.get(field), after.get(field), &trail);
        }
    }
    walk.members(&Kind::Object(&[]), &unknown(before), &unknown(after), None);
    walk.found
}

/// The APIs one by one, in whichever form they stand. As it is written, the form is a difference itself.
fn access(walk: &mut Walk, before: &AccessRights, after: &AccessRights, trail: &Trail<'_>) {
    let is_other = |access: &AccessRights| matches!(access.shape, Shape::Other(_));
    let is_empty = |access: &AccessRights| access.entries.is_empty();
    let in_forms = !is_empty(before) && !is_empty(after) && before.field().name != after.field().name;
    let as_written = walk.rule == Rule::AsWritten && (in_forms || (is_empty(before) && is_empty(after)));
    if as_written || is_other(before) || is_other(after) {
        walk.value(&ACCESS_RIGHTS.kind, before.to_json().as_ref(), after.to_json().as_ref(), trail);
    } else {
        walk.members(&ACCESS_RIGHTS.kind, &entries(before), &entries(after), Some(trail));
    }
}

fn entries(access: &AccessRights) -> Members<'_> {
    access.entries.iter().map(|entry| (entry.key.as_str(), &entry.value)).collect()
}

/// The members of the policy that no section knows.
fn unknown(draft: &Draft) -> Members<'_> {
    let unknown = draft.extras.iter().filter(|extra| extra.apart == Apart::Unknown);
    unknown.map(|extra| (extra.name.as_str(), &extra.value)).collect()
}

#[cfg(test)]
mod tests;

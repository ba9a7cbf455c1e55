//! Changes of a text of JSON that leave everything else in it byte for byte, its comments too.

mod apply;
mod emit;
mod scan;
mod style;
mod trivia;
mod value;

use crate::check::Segment;
use crate::draft::{Draft, Edit, Json, MemberValue, Object, change};
use crate::read::{self, Found};

/// A text of JSON after these changes, whose paths are those in the text. Where a text has several values, the first step
/// is the number of the value. Nothing if it is no JSON, or if the changes cannot be written into it.
#[must_use]
pub fn patch(text: &str, edits: &[Edit]) -> Option<String> {
    let body = read::without_mark(text);
    let mut document = scan::document(body)?;
    for edit in edits {
        apply::apply(&mut document, edit);
    }
    let patched = emit::emit(&document, body);
    let expected = edited(read::values(body)?, edits);
    let is_same = same_all(&read::values(&patched)?, &expected);
    let mark = text.get(..text.len() - body.len()).unwrap_or_default();
    is_same.then(|| mark.to_owned() + &patched)
}

/// A text of JSON after changes of the policies in it: for each policy its edits, whose paths are those in the policy.
/// Nothing if what is read from the new text would not be the policies with these changes, and nothing else.
#[must_use]
pub fn patch_policies(text: &str, policies: &[Found], edits: &[Vec<Edit>]) -> Option<String> {
    let by_policy = || policies.iter().zip(edits);
    let in_text = |(found, edits): (&Found, &Vec<Edit>)| -> Vec<Edit> {
        edits.iter().map(|edit| edit.clone().at(found.in_text(edit.path().clone()))).collect()
    };
    let patched = patch(text, &by_policy().flat_map(in_text).collect::<Vec<_>>())?;
    let read = read::json_text(&patched)?.policies;
    let is_expected = |((found, edits), read): ((&Found, &Vec<Edit>), &Found)| {
        found.path == read.path
            && if edits.is_empty() {
                found.draft == read.draft
            } else {
                same(&whole(&found.draft.edited(edits)), &whole(&read.draft))
            }
    };
    (read.len() == policies.len() && by_policy().zip(&read).all(is_expected)).then_some(patched)
}

/// The values after the changes, without a look at the text.
fn edited(mut values: Vec<Json>, edits: &[Edit]) -> Vec<Json> {
    for edit in edits {
        match (values.as_mut_slice(), edit.path().segments()) {
            ([only], path) => change(only, path, edit),
            (several, [Segment::Index(index), path @ ..]) => {
                if let Some(value) = several.get_mut(*index) {
                    change(value, path, edit);
                }
            }
            _ => {}
        }
    }
    values
}

/// A draft as one value.
fn whole(draft: &Draft) -> Json {
    let value = |value: MemberValue<'_>| match value {
        MemberValue::Json(json) => json.clone(),
        MemberValue::Access(access) => access.to_json().unwrap_or(Json::Null),
    };
    let members = draft.members().into_iter().map(|(name, member)| (name.to_owned(), value(member)));
    Json::Object(Object::new(members.collect()))
}

fn same_all(one: &[Json], other: &[Json]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
}

/// Whether two values are the same. Where a member stands does not count, but which of several of one name is the last.
fn same(one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::Object(one), Json::Object(other)) => {
            let (one, other) = (sorted(one), sorted(other));
            let is_same =
                |((name, value), (other, behind)): (&Member<'_>, &Member<'_>)| name == other && same(value, behind);
            one.len() == other.len() && one.iter().zip(&other).all(is_same)
        }
        (Json::List(one), Json::List(other)) => same_all(one, other),
        _ => one == other,
    }
}

type Member<'a> = (&'a str, &'a Json);

/// The members by name; those of one name in their order.
fn sorted(object: &Object) -> Vec<Member<'_>> {
    let mut members: Vec<_> = object.iter().collect();
    members.sort_by_key(|(name, _)| *name);
    members
}

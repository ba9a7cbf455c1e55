//! Changes of texts of every layout: what comes out reads as the changed policy, and all else is still there to the byte.

use std::fmt;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde::de::{Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;
use tyk_policy::check::{Path, Segment};
use tyk_policy::draft::{Draft, Edit, Json, MemberValue, Object};
use tyk_policy::read;
use tyk_policy::write::{patch, patch_policies};

use super::layout::laid_out;
use super::{configuration, strategy};

/// What may stand between two tokens of a text with comments.
const BETWEEN: [&str; 8] = ["", " ", "\n  ", "\r\n\t", " // a \"b\", {c}\n", " /* , } */ ", "\n# d\r\n", "/* e\n */"];

/// An edit whose place is found in a policy by these picks.
#[derive(Clone, Debug)]
struct Picked {
    picks: Vec<Index>,
    kind: u8,
    value: Json,
}

fn picked() -> impl Strategy<Value = Picked> {
    let value = prop_oneof![strategy::json(), Just(Json::Null), Just(Json::from(7))];
    (vec(any::<Index>(), 1..5), 0..6_u8, value).prop_map(|(picks, kind, value)| Picked { picks, kind, value })
}

impl Picked {
    /// The edit, in the value that is there.
    fn edit(&self, root: &Json) -> Edit {
        let (mut segments, mut value) = (Vec::new(), root);
        for pick in &self.picks {
            match value {
                Json::Object(object) if !object.is_empty() => {
                    let members: Vec<_> = object.iter().collect();
                    let (name, _) = members[pick.index(members.len())];
                    segments.push(Segment::Key(name.to_owned()));
                    value = object.get(name).unwrap();
                }
                Json::List(items) if !items.is_empty() => {
                    let index = pick.index(items.len());
                    segments.push(Segment::Index(index));
                    value = &items[index];
                }
                _ => break,
            }
        }
        let path = || Path::from(segments.clone());
        match self.kind {
            0 => Edit::Remove(path()),
            1 => Edit::Rename(path(), "renamed".to_owned()),
            2 => Edit::KeepLast(path()),
            3 => Edit::Set(path().key("new"), self.value.clone()),
            4 => Edit::Set(path().key("new").key("inner"), self.value.clone()),
            _ => Edit::Set(path(), self.value.clone()),
        }
    }
}

/// The members of an object with their values as they are written.
struct RawMembers(Vec<(String, Box<RawValue>)>);

impl<'de> Visitor<'de> for RawMembers {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some(member) = map.next_entry()? {
            self.0.push(member);
        }
        Ok(self)
    }
}

/// The members but those of some names, as they are written.
fn untouched(text: &str, names: &[&str]) -> Vec<(String, String)> {
    let members = serde_json::Deserializer::from_str(text).deserialize_map(RawMembers(Vec::new())).unwrap().0;
    let others = members.into_iter().filter(|(name, _)| !names.contains(&name.as_str()));
    others.map(|(name, value)| (name, value.get().to_owned())).collect()
}

/// The text with comments between its tokens.
fn commented(text: &str, whims: &[u8]) -> String {
    let mut whims = whims.iter().cycle();
    let mut between = || BETWEEN[usize::from(*whims.next().unwrap()) % BETWEEN.len()];
    let (mut commented, mut is_in_string, mut is_escaped) = (between().to_owned(), false, false);
    for character in text.chars() {
        let is_mark = !is_in_string && "{}[]:,".contains(character);
        commented += if is_mark { between() } else { "" };
        commented.push(character);
        commented += if is_mark { between() } else { "" };
        is_in_string ^= character == '"' && !is_escaped;
        is_escaped = is_in_string && character == '\\' && !is_escaped;
    }
    commented
}

/// A draft as one value.
fn whole(draft: &Draft) -> Json {
    let json = |value: MemberValue<'_>| match value {
        MemberValue::Json(json) => json.clone(),
        MemberValue::Access(access) => access.to_json().unwrap(),
    };
    let members = draft.members().into_iter().map(|(name, value)| (name.to_owned(), json(value)));
    Json::Object(Object::new(members.collect()))
}

/// The value with the members of every object by name, those of one name in their order.
fn by_name(value: &Json) -> Json {
    match value {
        Json::List(items) => Json::List(items.iter().map(by_name).collect()),
        Json::Object(object) => {
            let mut members: Vec<_> = object.iter().map(|(name, value)| (name.to_owned(), by_name(value))).collect();
            members.sort_by(|(one, _), (other, _)| one.cmp(other));
            Json::Object(Object::new(members))
        }
        plain => plain.clone(),
    }
}

/// How many comments a text has.
fn comments(text: &str) -> usize {
    ["// a \"b\", {c}", "/* , } */", "# d\r", "/* e\n */"].iter().map(|comment| text.matches(comment).count()).sum()
}

proptest! {
    #![proptest_config(configuration())]

    #[test]
    fn edits_of_any_json_can_be_written_into_any_layout_of_it(
        value in strategy::json(), whims in strategy::whims(), edits in vec(picked(), 1..4), with_comments in any::<bool>(),
    ) {
        let text = laid_out(&value, &whims);
        let text = if with_comments { commented(&text, &whims) } else { text };
        let edits: Vec<_> = edits.iter().map(|edit| edit.edit(&value)).collect();
        let patched = patch(&text, &edits);
        prop_assert!(patched.is_some(), "{:?}\n{}", edits, text);
        prop_assert_eq!(patch(&text, &[]), Some(text));
    }

    #[test]
    fn a_text_that_was_patched_reads_as_the_edited_draft_and_the_other_members_are_as_they_were(
        policy in strategy::policy(), whims in strategy::whims(), edit in picked(),
    ) {
        let text = laid_out(&Json::Object(policy.clone()), &whims);
        let edits = vec![edit.edit(&Json::Object(policy))];
        let reading = read::json_text(&text).unwrap();
        let patched = patch_policies(&text, &reading.policies, std::slice::from_ref(&edits));
        // Without a field of a policy it may not be one any more.
        let Some(patched) = patched else { return Ok(()) };
        let drafts = read::json_text(&patched).unwrap().policies;
        let expected = reading.policies[0].draft.edited(&edits);
        prop_assert_eq!(by_name(&whole(&drafts[0].draft)), by_name(&whole(&expected)));
        let name = edits[0].path().segments()[0].name().unwrap();
        prop_assert_eq!(untouched(&patched, &[name, "renamed"]), untouched(&text, &[name, "renamed"]));
    }

    #[test]
    fn a_fix_of_a_known_field_can_always_be_written(
        policy in strategy::sound_policy(), whims in strategy::whims(), edit in strategy::edit(),
    ) {
        let has_name = |object: &Object| object.iter().any(|(name, _)| name == "access_rights_array");
        prop_assume!(!has_name(&policy) && edit.0.name != "access_rights_array");
        let text = laid_out(&Json::Object(policy), &whims);
        let reading = read::json_text(&text).unwrap();
        let edits = vec![Edit::Set(Path::root().name(edit.0.name), edit.1)];
        prop_assert!(patch_policies(&text, &reading.policies, &[edits]).is_some(), "{}", text);
    }

    #[test]
    fn whatever_is_changed_every_comment_outside_of_it_stays(
        policy in strategy::policy(), whims in strategy::whims(), edit in strategy::edit(),
    ) {
        let name = edit.0.name;
        prop_assume!(policy.get(name).is_none());
        let text = commented(&laid_out(&Json::Object(policy), &whims), &whims);
        let added = patch(&text, &[Edit::Set(Path::root().name(name), edit.1)]).unwrap();
        prop_assert_eq!(comments(&added), comments(&text));
        let back = patch(&added, &[Edit::Remove(Path::root().name(name))]).unwrap();
        prop_assert_eq!(comments(&back), comments(&text));
        prop_assert_eq!(read::json_text(&back).unwrap().policies.len(), 1);
    }
}

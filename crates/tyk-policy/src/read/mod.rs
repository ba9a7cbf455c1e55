//! Text to drafts: what is it, and which policies are in it?

mod json;
mod places;

pub use json::{SyntaxFault, SyntaxFaultKind, json};
pub use places::{Lines, Position};

use crate::catalogue::root_field;
use crate::check::{Code, Finding, Path, Report, Seen, Segment};
use crate::draft::{Draft, Json, Object};

/// What a text was recognised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// One bare policy.
    Policy,
    /// A list of policies, or a dashboard's list answer.
    List,
    /// A map from policy id to policy, as the Gateway keeps in a file.
    Map,
    /// Such a map inside one more object.
    Wrapped,
    /// A key (session), which uses policies and is none.
    Key,
    /// JSON, but no object that could be a policy.
    Other,
    /// Not JSON.
    NotJson,
}

impl TextKind {
    /// The word in the command line's JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Policy => "policy",
            Self::List => "list",
            Self::Map => "map",
            Self::Wrapped => "wrapped",
            Self::Key => "key",
            Self::Other => "other",
            Self::NotJson => "not-json",
        }
    }

    /// What the page says it opened.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::Policy => "a policy",
            Self::List => "a list of policies",
            Self::Map => "a map from policy id to policy",
            Self::Wrapped => "policies wrapped in one more object",
            Self::Key => "a key, not a policy",
            Self::Other => "JSON that is no policy",
            Self::NotJson => "a text that is not JSON",
        }
    }
}

/// A policy that was found in a text.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where it stands in the text; empty if it is the whole of it.
    pub path: Path,
    /// The policy.
    pub draft: Draft,
}

/// What was read from a text.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What it was recognised as.
    pub kind: TextKind,
    /// The policies in it.
    pub policies: Vec<Found>,
    /// What is wrong with the text itself; the policies are checked by [`crate::check`].
    pub report: Report,
}

/// Reads a text of any kind. Never fails: what cannot be read is a finding.
#[must_use]
pub fn text(text: &str) -> Reading {
    let mut report = Report::default();
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    if body.len() != text.len() {
        report.push(Finding::new(Code::ByteOrderMark, Path::root(), Seen::Nothing));
    }
    match json(body) {
        Err(fault) => {
            report.push(not_json(&fault));
            Reading { kind: TextKind::NotJson, policies: Vec::new(), report }
        }
        Ok(value) => sort_out(value, report),
    }
}

/// Reads the bytes of a file.
#[must_use]
pub fn bytes(bytes: &[u8]) -> Reading {
    match std::str::from_utf8(bytes) {
        Ok(valid) => text(valid),
        Err(error) => {
            let valid = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default());
            let fault = json::place(&valid, valid.len(), SyntaxFaultKind::NotUtf8);
            Reading { kind: TextKind::NotJson, policies: Vec::new(), report: Report::from_iter([not_json(&fault)]) }
        }
    }
}

fn not_json(fault: &SyntaxFault) -> Finding {
    Finding::new(Code::NotJson, Path::root(), Seen::Fault(fault.clone()))
}

/// Recognises what the value is and takes the policies out of it.
fn sort_out(value: Json, mut report: Report) -> Reading {
    let kind = recognise(&value);
    let mut policies = Vec::new();
    match value {
        Json::Object(object) if kind == TextKind::Policy => {
            policies.push(Found { path: Path::root(), draft: Draft::from_object(object) });
        }
        Json::Object(_) if kind == TextKind::Key => {
            report.push(Finding::new(Code::KeyNotPolicy, Path::root(), Seen::Nothing));
        }
        other if kind == TextKind::Other => {
            report.push(Finding::new(Code::WrongType, Path::root(), Seen::expected("an object", &other)));
        }
        other => {
            report.push(Finding::new(Code::SeveralPolicies, Path::root(), Seen::Text(kind.description().to_owned())));
            collect(other, &mut Vec::new(), &mut policies);
        }
    }
    Reading { kind, policies, report }
}

/// Whether the object has the fields of a policy, or none at all.
fn looks_like_a_policy(object: &Object) -> bool {
    object.is_empty() || object.iter().any(|(name, _)| root_field(name).is_some())
}

fn holds_policies(value: &Json) -> bool {
    match value {
        Json::List(items) => items.iter().all(|item| item.as_object().is_some_and(looks_like_a_policy)),
        Json::Object(object) => {
            !object.is_empty() && object.iter().all(|(_, value)| value.as_object().is_some_and(looks_like_a_policy))
        }
        _ => false,
    }
}

fn recognise(value: &Json) -> TextKind {
    const KEY_FIELDS: [&str; 4] = ["apply_policies", "apply_policy_id", "hmac_string", "basic_auth_data"];
    let object = match value {
        Json::Object(object) => object,
        Json::List(_) if holds_policies(value) => return TextKind::List,
        _ => return TextKind::Other,
    };
    if KEY_FIELDS.iter().any(|name| object.get(name).is_some()) {
        return TextKind::Key;
    }
    if object.iter().any(|(name, _)| root_field(name).is_some()) || object.is_empty() {
        return TextKind::Policy;
    }
    if let Some(data) = object.get("Data").or_else(|| object.get("policies")).filter(|data| holds_policies(data)) {
        return if matches!(data, Json::List(_)) { TextKind::List } else { TextKind::Wrapped };
    }
    if holds_policies(value) { TextKind::Map } else { TextKind::Policy }
}

/// Takes every policy out of lists, maps and wrappers.
fn collect(value: Json, trail: &mut Vec<Segment>, policies: &mut Vec<Found>) {
    match value {
        Json::List(items) => {
            for (index, item) in items.into_iter().enumerate() {
                trail.push(Segment::Index(index));
                collect(item, trail, policies);
                trail.pop();
            }
        }
        Json::Object(object) if !trail.is_empty() && looks_like_a_policy(&object) => {
            policies.push(Found { path: Path::from(trail.clone()), draft: Draft::from_object(object) });
        }
        Json::Object(object) => {
            for (name, member) in object.into_members() {
                trail.push(Segment::Key(name));
                collect(member, trail, policies);
                trail.pop();
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind_and_count(source: &str) -> (TextKind, usize) {
        let reading = text(source);
        (reading.kind, reading.policies.len())
    }

    #[test]
    fn a_text_is_recognised_by_its_shape() {
        assert_eq!(kind_and_count(r#"{"name": "a", "rate": 1}"#), (TextKind::Policy, 1));
        assert_eq!(kind_and_count("{}"), (TextKind::Policy, 1));
        assert_eq!(kind_and_count(r#"{"Data": [{"name": "a"}, {"name": "b"}], "Pages": 0}"#), (TextKind::List, 2));
        assert_eq!(kind_and_count(r#"[{"name": "a"}]"#), (TextKind::List, 1));
        assert_eq!(kind_and_count(r#"{"gold": {"rate": 1}, "free": {"rate": 2}}"#), (TextKind::Map, 2));
        assert_eq!(kind_and_count(r#"{"policies": {"gold": {"rate": 1}}}"#), (TextKind::Wrapped, 1));
        assert_eq!(kind_and_count(r#"{"apply_policies": [], "rate": 1}"#), (TextKind::Key, 0));
        assert_eq!(kind_and_count("[1]"), (TextKind::Other, 0));
        assert_eq!(kind_and_count("{"), (TextKind::NotJson, 0));
    }

    #[test]
    fn a_byte_order_mark_is_a_finding_and_the_reader_goes_on_behind_it() {
        let reading = text("\u{feff}{\"name\": \"a\"}");
        assert_eq!(reading.policies.len(), 1);
        assert_eq!(reading.report.codes(), [Code::ByteOrderMark]);
    }

    #[test]
    fn bytes_that_are_not_utf_8_have_their_place() {
        let reading = bytes(b"{\n \"name\": \"\xff\"}");
        let finding = reading.report.iter().next().map(ToString::to_string);
        assert_eq!(finding.as_deref(), Some("not JSON at line 2, column 11: the bytes are not UTF-8"));
    }
}

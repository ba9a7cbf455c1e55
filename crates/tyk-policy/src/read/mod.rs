//! Text to drafts: what is it, and which policies are in it?

mod call;
mod command;
mod curl;
mod document;
mod fault;
mod foreign;
mod ids;
mod json;
mod kind;
mod lines;
mod operator;
mod places;
mod recognise;
mod source;
mod spliced;
mod yaml;

pub use call::Call;
pub use document::YamlFault;
pub use fault::{SyntaxFault, SyntaxFaultKind};
pub use foreign::Foreign;
pub use ids::ids;
pub(crate) use json::comment_length;
pub use json::{DEEPEST, json};
pub use kind::TextKind;
pub use lines::{Lines, Position};
pub use places::Places;
pub use recognise::{Items, Outline, policies_in};

use crate::check::{Code, Finding, Path, Report, Seen, Segment};
use crate::draft::{Draft, Json};
use recognise::{recognise, take_policies};
use source::{Form, Part, Source};

/// A policy that was found in a text.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where it stands in the text; empty if it is the whole of it.
    pub path: Path,
    /// The policy.
    pub draft: Draft,
    /// Parts that stand elsewhere: the path in the policy, and the path inside [`Found::path`]. The first that fits counts.
    moved: Vec<(Path, Path)>,
}

impl Found {
    fn new(path: Path, draft: Draft) -> Self {
        Self { path, draft, moved: Vec::new() }
    }

    /// The place in the text of what stands at `path` in the policy.
    #[must_use]
    pub fn in_text(&self, path: Path) -> Path {
        let moved = self.moved.iter().find_map(|(inner, outer)| path.moved(inner, outer));
        moved.unwrap_or(path).inside(&self.path)
    }
}

/// What was read from a text.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What it was recognised as.
    pub kind: TextKind,
    /// The policies in it.
    pub policies: Vec<Found>,
    /// The curl commands in it, without their bodies.
    pub calls: Vec<Call>,
    /// What is wrong with the text itself; the policies are checked by [`crate::check`].
    pub report: Report,
}

/// Reads a text of any kind. Never fails: what cannot be read is a finding.
#[must_use]
pub fn text(text: &str) -> Reading {
    json_text(text).unwrap_or_else(|| foreign_text(text, Foreign::take_apart(without_mark(text))))
}

/// Reads a text of JSON. Nothing if it is none and may be a curl command or YAML: then it has to be [taken apart](Foreign)
/// first.
#[must_use]
pub fn json_text(text: &str) -> Option<Reading> {
    source::open_json(text, false).map(read)
}

/// The values of a text of JSON, comments and commas too many forgiven. Nothing if it is none.
pub(crate) fn values(text: &str) -> Option<Vec<Json>> {
    let read = json::loose(text, false).ok()?;
    Some(read.values.into_iter().map(|(value, _)| value).collect())
}

/// Reads a text that is no JSON, of which is known what it was taken apart into.
#[must_use]
pub fn foreign_text(text: &str, foreign: Foreign) -> Reading {
    read(source::open_foreign(text, foreign, false))
}

/// The text behind its byte order mark.
#[must_use]
pub fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn read(source: Source) -> Reading {
    let Source { form, parts, report, .. } = source;
    let mut reading = Reading { kind: TextKind::NotJson, policies: Vec::new(), calls: Vec::new(), report };
    // A key that names no policy reads like one; the path of the call says what it is.
    let kind_of = |part: &Part| if part.is_for_keys { TextKind::Key } else { recognise(&part.value) };
    let kinds: Vec<_> = parts.iter().map(kind_of).collect();
    reading.kind = kind_of_all(&form, &kinds);
    let is_alone = parts.len() == 1;
    let path_of = |index| if is_alone { Vec::new() } else { vec![Segment::Index(index)] };
    if kinds.contains(&TextKind::Operator) {
        reading.take_resources(&parts, is_alone);
    }
    for (index, (part, kind)) in parts.into_iter().zip(kinds).enumerate() {
        reading.report.extend(about_kind(kind, &part.value).map(|finding| finding.inside(&Path::from(path_of(index)))));
        take_policies(kind, part.value, path_of(index), &mut reading.policies);
    }
    reading.conclude(form, is_alone);
    reading
}

/// Reads the bytes of a file: decodes them, and reads the text.
#[must_use]
pub fn bytes(bytes: &[u8]) -> Reading {
    let decoded = decode(bytes);
    text(&decoded.text).with_first(decoded.finding)
}

/// What [`text`] says of a list, map or wrapper itself, for a text of strict JSON that is too large to be read as a whole:
/// how many bytes it has, how many of its lines end with a carriage return, and where the first of them does.
#[must_use]
pub fn about_collection(kind: TextKind, length: usize, returns: Option<(usize, Position)>) -> Report {
    source::oddities(length, returns).chain(about_kind(kind, &Json::Null)).collect()
}

/// The text of a file.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// What had to be done to make a text of it.
    pub finding: Option<Finding>,
}

/// Makes a text of the bytes of a file. UTF-16 is decoded, and what is no character is replaced as Go replaces it.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    let unit: Option<fn([u8; 2]) -> u16> = match bytes {
        [0xff, 0xfe, ..] => Some(u16::from_le_bytes),
        [0xfe, 0xff, ..] => Some(u16::from_be_bytes),
        _ => None,
    };
    if let Some(unit) = unit {
        let units = bytes.chunks_exact(2).skip(1).map(|pair| <[u8; 2]>::try_from(pair).map_or(0, unit));
        let text = char::decode_utf16(units).map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER));
        let finding = Finding::new(Code::Utf16, Path::root(), Seen::Nothing);
        return Decoded { text: text.collect(), finding: Some(finding) };
    }
    match std::str::from_utf8(bytes) {
        Ok(valid) => Decoded { text: valid.to_owned(), finding: None },
        Err(error) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let first = Lines::of(&text).position(error.valid_up_to());
            let count = text.matches(char::REPLACEMENT_CHARACTER).count();
            let finding = Finding::new(Code::NotUtf8, Path::root(), Seen::Several { count, first });
            Decoded { text, finding: Some(finding) }
        }
    }
}

/// What the whole text is, given what its parts are.
fn kind_of_all(form: &Form, kinds: &[TextKind]) -> TextKind {
    match (form, kinds) {
        (Form::Nothing, _) => TextKind::NotJson,
        (Form::Curl(_), _) => TextKind::Curl,
        (_, kinds) if kinds.contains(&TextKind::Operator) => TextKind::Operator,
        (_, [kind]) => *kind,
        (_, kinds) if kinds.iter().all(|kind| *kind == TextKind::Policy) => TextKind::List,
        _ => TextKind::Other,
    }
}

/// What is to be said of a value that is no bare policy.
fn about_kind(kind: TextKind, value: &Json) -> Option<Finding> {
    let finding = |code, seen| Some(Finding::new(code, Path::root(), seen));
    let description = || Seen::Text(kind.description().to_owned());
    match kind {
        TextKind::Key => finding(Code::KeyNotPolicy, Seen::Nothing),
        TextKind::Other => finding(Code::WrongType, Seen::expected("an object", value)),
        TextKind::List | TextKind::Map | TextKind::Wrapped => finding(Code::SeveralPolicies, description()),
        TextKind::AccessRights => finding(Code::AccessRightsAlone, Seen::Nothing),
        TextKind::SyncIndex => finding(Code::NoPolicy, description()),
        TextKind::Policy | TextKind::Operator | TextKind::Curl | TextKind::NotJson => None,
    }
}

impl Reading {
    /// The same reading with a finding that comes before all others.
    #[must_use]
    pub fn with_first(mut self, finding: Option<Finding>) -> Self {
        if let Some(finding) = finding {
            self.report = std::iter::once(finding).chain(self.report).collect();
        }
        self
    }

    /// The policies of the operator's resources among the documents of a text.
    fn take_resources(&mut self, parts: &[Part], is_alone: bool) {
        let resources: Vec<_> = parts.iter().map(|part| &part.value).collect();
        for (document, operator::Converted { object, moved, .. }) in operator::convert(&resources) {
            let path = if is_alone { Path::root() } else { Path::from(vec![Segment::Index(document)]) };
            self.policies.push(Found { path, draft: Draft::from_object(object), moved });
        }
    }

    /// What can be said only of the whole.
    fn conclude(&mut self, form: Form, is_alone: bool) {
        let mut say =
            |code, what: &str| self.report.push(Finding::new(code, Path::root(), Seen::Text(what.to_owned())));
        match &form {
            Form::Yaml | Form::Json if self.kind == TextKind::Operator && self.policies.is_empty() => {
                say(Code::NoPolicy, "a Kubernetes resource, but no SecurityPolicy");
            }
            Form::Yaml if self.kind == TextKind::Operator => say(Code::OperatorResource, self.kind.description()),
            Form::Yaml => say(Code::Yaml, ""),
            Form::Json if self.kind == TextKind::Operator => say(Code::OperatorResource, self.kind.description()),
            Form::Json if !is_alone && self.kind == TextKind::List => {
                say(Code::SeveralPolicies, self.kind.description())
            }
            _ => {}
        }
        if let Form::Curl(commands) = form {
            self.calls = commands.iter().map(Call::of).collect();
            if self.policies.is_empty() && self.report.is_ready() && !self.report.codes().contains(&Code::KeyNotPolicy)
            {
                let what = self.calls.iter().find_map(Call::what_it_lacks).unwrap_or("a curl command without a body");
                self.report.push(Finding::new(Code::NoPolicy, Path::root(), Seen::Text(what.to_owned())));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::NAME;

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

    fn codes(reading: &Reading) -> Vec<Code> {
        reading.report.codes()
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_replaced_as_go_does_and_have_their_place() {
        let reading = bytes(b"{\n \"name\": \"\xff\"}");
        let finding = reading.report.iter().next().map(ToString::to_string);
        assert_eq!(finding.as_deref(), Some("bytes that are not UTF-8 at line 2, column 11"));
        assert_eq!(reading.policies[0].draft.get(&NAME), Some(&Json::from("\u{fffd}")));
        assert_eq!(codes(&bytes(b"\xff\x00\x01")), [Code::NotUtf8, Code::NotJson]);
    }

    #[test]
    fn utf_16_as_powershell_writes_it_is_read() {
        let units = "\u{feff}{\"name\": \"\u{e9}\u{1f600}\"}".encode_utf16();
        let file: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
        let reading = bytes(&file);
        assert_eq!(reading.policies[0].draft.get(&NAME), Some(&Json::from("\u{e9}\u{1f600}")));
        assert_eq!(codes(&reading), [Code::Utf16]);
    }

    #[test]
    fn comments_and_trailing_commas_are_read_and_named_once_each_with_the_first_place() {
        let reading = text("{ // one\n  \"name\": \"a\", # two\n  /* three */ \"tags\": [1, 2,],\n}");
        assert_eq!((reading.kind, reading.policies.len()), (TextKind::Policy, 1));
        let findings: Vec<_> = reading.report.iter().map(ToString::to_string).collect();
        assert_eq!(
            findings,
            [
                "a comment stands in the JSON; there are 3, the first at line 1, column 3",
                "a comma stands before a closing bracket; there are 2, the first at line 3, column 28"
            ]
        );
        assert!(!reading.report.is_ready());
    }

    #[test]
    fn half_a_character_becomes_the_one_that_tyk_puts_there() {
        let reading = text(r#"{"name": "a\ud800b\udc00\ud83d\ude00", "\udfff": 1}"#);
        assert_eq!(reading.policies[0].draft.get(&NAME), Some(&Json::from("a\u{fffd}b\u{fffd}\u{1f600}")));
        assert_eq!(codes(&reading), [Code::HalfCharacter]);
    }

    #[test]
    fn windows_line_ends_and_a_large_text_are_worth_a_word_only() {
        let reading = text("{\r\n\"name\": \"a\"\r\n}");
        assert_eq!(codes(&reading), [Code::CarriageReturns]);
        let reading = text(&format!("{{\"name\": \"{}\"}}", "x".repeat(50 << 20)));
        assert_eq!(codes(&reading), [Code::LargeText]);
        assert!(reading.report.is_ready());
    }

    #[test]
    fn one_policy_a_line_as_a_database_exports_them_is_a_list() {
        let reading = text("{\"name\": \"a\"}\n{\"name\": \"b\"}\n");
        assert_eq!((reading.kind, reading.policies.len()), (TextKind::List, 2));
        assert_eq!(reading.policies[1].in_text(Path::root().name("name")).to_string(), "/1/name");
    }

    #[test]
    fn access_rights_without_a_policy_around_them_become_one() {
        let list = text(r#"[{"api_id": "a"}, {"apiid": "b"}]"#);
        assert_eq!((list.kind, list.policies.len()), (TextKind::AccessRights, 1));
        let map = text(r#"{"a": {"api_id": "a", "versions": 1}}"#);
        assert_eq!((map.kind, map.policies.len()), (TextKind::AccessRights, 1));
        let found = &map.policies[0];
        let path = Path::root().name("access_rights").key("a").name("versions");
        assert_eq!(found.in_text(path).to_string(), "/a/versions");
    }

    #[test]
    fn an_index_of_tyk_sync_is_known_for_what_it_is() {
        let reading = text(r#"{"type": "apidef", "files": [{"file": "a.json"}], "policies": [{"file": "p.json"}]}"#);
        assert_eq!((reading.kind, codes(&reading)), (TextKind::SyncIndex, vec![Code::NoPolicy]));
    }

    #[test]
    fn a_value_has_its_line_and_column_behind_a_mark_and_among_comments() {
        let text = "\u{feff}{ // \u{e9}\n  \"rate\": 1, \"rate\": \"x\"}";
        let places = Places::of(text);
        let path = Path::root().name("rate");
        assert_eq!(places.value(&path), Some(Position { line: 2, column: 22 }));
        assert_eq!(places.name(&path), Some(Position { line: 2, column: 14 }));
    }
}

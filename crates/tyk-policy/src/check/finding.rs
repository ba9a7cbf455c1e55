//! A finding: a fault as data, whose text is made last.

use std::fmt;

use super::{Code, Path, Segment, Severity};
use crate::catalogue::{ACCESS_RIGHTS_ARRAY, Version};
use crate::context::Tyk;
use crate::draft::{Edit, Json};
use crate::read::{Places, Position, SyntaxFault, YamlFault};
use crate::write::deceives;

/// One thing that is wrong at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What kind of fault.
    pub code: Code,
    /// How bad it is here.
    pub severity: Severity,
    /// Where.
    pub path: Path,
    /// What was found there.
    pub seen: Seen,
    /// What mends it, if something plain does.
    pub fix: Option<Box<Fix>>,
}

/// What mends a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it does, as one says what to do: "set the period to 60 seconds".
    pub says: String,
    /// Whether what Tyk does stays the same, or a body that Tyk refuses becomes the one that was meant.
    pub is_safe: bool,
    /// The changes.
    pub edits: Vec<Edit>,
}

impl Finding {
    /// A finding with its code's usual severity.
    #[must_use]
    pub fn new(code: Code, path: Path, seen: Seen) -> Self {
        Self { code, severity: code.severity(), path, seen, fix: None }
    }

    /// The same finding with another severity than its code's usual one.
    #[must_use]
    pub fn severe(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    /// The same finding with a fix that somebody has to look at.
    #[must_use]
    pub fn fixed_by(self, says: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { fix: Some(Box::new(Fix { says: says.into(), is_safe: false, edits })), ..self }
    }

    /// The same finding with a fix that changes nothing that Tyk does.
    #[must_use]
    pub fn safely_fixed_by(self, says: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { fix: Some(Box::new(Fix { says: says.into(), is_safe: true, edits })), ..self }
    }

    /// The same finding of an entry that is an item of `access_rights_array`.
    #[must_use]
    pub(super) fn in_array(self, index: usize) -> Self {
        let from = Path::from(self.path.segments().get(..2).unwrap_or_default().to_vec());
        let to = Path::from(vec![Segment::Name(ACCESS_RIGHTS_ARRAY.name), Segment::Index(index)]);
        let moved = |path: &Path| path.moved(&from, &to).unwrap_or_else(|| path.clone());
        let fix = self.fix.map(|fix| {
            let edits = fix.edits.into_iter().map(|edit| {
                let path = moved(edit.path());
                edit.at(path)
            });
            Box::new(Fix { edits: edits.collect(), ..*fix })
        });
        Self { path: moved(&self.path), fix, ..self }
    }

    /// The same finding seen from further out.
    #[must_use]
    pub fn inside(self, outer: &Path) -> Self {
        Self { path: self.path.inside(outer), ..self }
    }
}

/// The sentence of the finding; what to do about it is [`Code::help`].
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.code.write(&self.seen, f)
    }
}

/// What a finding names of the text it was found in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Nothing worth naming.
    Nothing,
    /// A text, as it was typed.
    Text(String),
    /// Another type than the expected one.
    Type {
        /// What was expected.
        expected: &'static str,
        /// The type that was found.
        found: &'static str,
        /// The value itself, if it is short enough to be shown.
        value: Option<String>,
    },
    /// A fault of the JSON text.
    Fault(SyntaxFault),
    /// A fault of the YAML text.
    Yaml(YamlFault),
    /// The same thing in several places of a text.
    Several {
        /// How many times, at least once.
        count: usize,
        /// Where first.
        first: Position,
    },
    /// A field and the version that it needs.
    Since {
        /// Its name.
        name: &'static str,
        /// The first version that has it.
        since: Version,
        /// What the policy is for.
        target: Tyk,
    },
    /// Two texts.
    Two(String, String),
    /// A name that is not known here.
    Name {
        /// The name.
        name: String,
        /// The known name that is probably meant.
        nearest: Option<&'static str>,
    },
}

impl Seen {
    /// What was expected and what stands there.
    #[must_use]
    pub fn expected(expected: &'static str, value: &Json) -> Self {
        let shown = match value {
            Json::Number(number) => Some(number.as_str().to_owned()),
            Json::String(text) => Some(text.clone()),
            Json::Bool(flag) => Some(flag.to_string()),
            Json::Null | Json::List(_) | Json::Object(_) => None,
        };
        Self::Type { expected, found: value.type_name(), value: shown.map(|text| shorten(&text)) }
    }

    /// Two texts, the first cut where it would fill the line.
    #[must_use]
    pub fn two(first: &str, second: &str) -> Self {
        Self::Two(shorten(first), second.to_owned())
    }

    /// A text, cut where it would fill the line.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(shorten(text))
    }
}

/// At most 40 characters on one line.
pub(crate) fn shorten(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut short: String =
        text.chars().take(LONGEST).map(|c| if deceives(c) { char::REPLACEMENT_CHARACTER } else { c }).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}

/// Where a finding stands in the text with these places: where it says so itself, at the name for what is said of a name,
/// otherwise at the value. Nothing if the text has no value, as no JSON could be read from it.
#[must_use]
pub fn place(finding: &Finding, places: &Places<'_>) -> Option<Position> {
    match (&finding.seen, finding.code) {
        (Seen::Several { first, .. }, _) => Some(*first),
        (Seen::Fault(SyntaxFault { line, column, .. }) | Seen::Yaml(YamlFault { line, column, .. }), _) => {
            Some(Position { line: *line, column: *column })
        }
        (_, Code::UnknownField | Code::FieldInOtherLetters | Code::KeyField | Code::Double) => {
            places.name(&finding.path)
        }
        _ => places.value(&finding.path),
    }
}

/// All findings of one draft or part of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report(Vec<Finding>);

impl Report {
    /// Adds a finding.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// The findings, in the order of the form.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
    }

    /// How many there are of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Whether nothing keeps the policy from being ready to send.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.count(Severity::Error) == 0
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The codes, for tests and tools.
    #[must_use]
    pub fn codes(&self) -> Vec<Code> {
        self.0.iter().map(|finding| finding.code).collect()
    }

    /// Takes the fixes away from all findings but the first `kept`: an edit cannot tell the members of one name apart, and
    /// these findings are about one that does not count.
    pub(super) fn unfix_behind(&mut self, kept: usize) {
        self.0.iter_mut().skip(kept).for_each(|finding| finding.fix = None);
    }

    /// Gives the wrong type at this place a fix.
    pub(super) fn mend(&mut self, path: &Path, says: &str, value: &Json) {
        let found = self.0.iter_mut().find(|finding| finding.code == Code::WrongType && finding.path == *path);
        if let Some(finding) = found {
            let edits = vec![Edit::Set(path.clone(), value.clone())];
            finding.fix = Some(Box::new(Fix { says: says.to_owned(), is_safe: false, edits }));
        }
    }
}

impl Extend<Finding> for Report {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        self.0.extend(findings);
    }
}

impl FromIterator<Finding> for Report {
    fn from_iter<I: IntoIterator<Item = Finding>>(findings: I) -> Self {
        Self(findings.into_iter().collect())
    }
}

impl IntoIterator for Report {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Report {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_stands_where_it_says_so_itself_else_at_its_name_or_its_value() {
        let text = "{\n  \"rate\": \"x\"}";
        let places = Places::of(text);
        let at = |code, seen| {
            let finding = Finding::new(code, Path::root().name("rate"), seen);
            place(&finding, &places).map(|position| (position.line, position.column))
        };
        let first = Position { line: 7, column: 8 };
        assert_eq!(at(Code::Comment, Seen::Several { count: 1, first }), Some((7, 8)));
        assert_eq!(at(Code::UnknownField, Seen::Nothing), Some((2, 3)));
        assert_eq!(at(Code::WrongType, Seen::Nothing), Some((2, 11)));
        let finding = Finding::new(Code::NoPolicy, Path::root(), Seen::Nothing);
        assert_eq!(place(&finding, &Places::of("no JSON")), None);
    }
}

//! From a text to the values in it, whatever they are written in: JSON, a curl command, YAML.

use super::command::{Body, Command};
use super::document::Document;
use super::fault::{SyntaxFault, SyntaxFaultKind, place};
use super::foreign::{Foreign, Taken};
use super::json::{Liberty, Loose, loose};
use super::places::Offsets;
use super::spliced::Spliced;
use super::{Lines, Position, operator};
use crate::catalogue::root_field;
use crate::check::{Code, Finding, Path, Report, Seen};
use crate::draft::Json;

/// A text above this many bytes is worth a word: nginx, for one, refuses larger bodies unless it is told otherwise.
const LARGE: usize = 1 << 20;

/// What the values were written in.
#[derive(Debug)]
pub(super) enum Form {
    Json,
    Yaml,
    Curl(Vec<Command>),
    /// None of them.
    Nothing,
}

/// One value of a text.
#[derive(Debug)]
pub(super) struct Part {
    pub value: Json,
    /// Where its values stand; empty unless places were asked for.
    pub offsets: Offsets,
    /// For a value out of a shell's word: how its offsets lead to those of the text.
    pub splice: Option<Spliced>,
    /// Whether it is the body of a call that makes or changes a key.
    pub is_for_keys: bool,
}

impl Part {
    fn of((value, offsets): (Json, Offsets)) -> Self {
        Self { value, offsets, splice: None, is_for_keys: false }
    }
}

/// A text taken apart.
#[derive(Debug)]
pub(super) struct Source {
    pub form: Form,
    pub parts: Vec<Part>,
    /// What is wrong with the text itself.
    pub report: Report,
    /// How many bytes stand before what was read: those of a byte order mark.
    pub skipped: usize,
}

/// Takes a text of JSON apart. Places are written down if they are asked for. Nothing if the text is no JSON and may be
/// something else.
pub(super) fn open_json(text: &str, with_places: bool) -> Option<Source> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    match loose(body, with_places) {
        Ok(read) => {
            let mut source = Source::new(text, Form::Json);
            source.parts = json_parts(body, read, &mut source.report);
            source.report.extend(oddities(body.len(), carriage_returns(body)));
            Some(source)
        }
        // Nothing else starts with a bracket: there the fault of the JSON is what counts.
        Err((kind, at)) if body.trim_ascii().is_empty() || body.trim_ascii_start().starts_with(['{', '[']) => {
            let mut source = Source::new(text, Form::Nothing);
            source.report.push(not_json(place(body, at, kind)));
            Some(source)
        }
        Err(_) => None,
    }
}

/// Puts a text together that is no JSON, from what it was taken apart into.
pub(super) fn open_foreign(text: &str, foreign: Foreign, with_places: bool) -> Source {
    let mut source = Source::new(text, Form::Nothing);
    let body = text.get(source.skipped..).unwrap_or_default();
    match foreign.0 {
        Taken::Curl(commands) => {
            (source.form, source.parts) = from_curl(body, commands, with_places, &mut source.report);
        }
        Taken::Yaml(documents) if documents.iter().any(|document| is_ours(&document.value)) => {
            source.form = Form::Yaml;
            source.parts =
                documents.into_iter().map(|Document { value, offsets }| Part::of((value, offsets))).collect();
        }
        // Most texts are not YAML either. Only one that names its kind is told what is wrong with it as YAML.
        Taken::NotYaml(fault) if body.lines().any(|line| line.starts_with("apiVersion:")) => {
            source.report.push(Finding::new(Code::NotYaml, Path::root(), Seen::Yaml(fault)));
        }
        _ => {
            let fault = loose(body, false).err();
            source.report.extend(fault.map(|(kind, at)| not_json(place(body, at, kind))));
        }
    }
    if !matches!(source.form, Form::Nothing) {
        source.report.extend(oddities(body.len(), carriage_returns(body)));
    }
    source
}

impl Source {
    fn new(text: &str, form: Form) -> Self {
        let skipped = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut report = Report::default();
        if skipped > 0 {
            report.push(Finding::new(Code::ByteOrderMark, Path::root(), Seen::Nothing));
        }
        Self { form, parts: Vec::new(), report, skipped }
    }
}

pub(super) fn not_json(fault: SyntaxFault) -> Finding {
    Finding::new(Code::NotJson, Path::root(), Seen::Fault(fault))
}

fn json_parts(text: &str, read: Loose, report: &mut Report) -> Vec<Part> {
    report.extend(liberties(&read, |at| at, text));
    read.values.into_iter().map(Part::of).collect()
}

/// One finding for each kind of liberty, at the first place.
fn liberties<'a>(
    read: &'a Loose,
    offset: impl Fn(usize) -> usize + 'a,
    text: &'a str,
) -> impl Iterator<Item = Finding> + 'a {
    let codes = [
        (Liberty::Comment, Code::Comment),
        (Liberty::TrailingComma, Code::TrailingComma),
        (Liberty::HalfCharacter, Code::HalfCharacter),
    ];
    codes.into_iter().filter_map(move |(liberty, code)| {
        let mut all = read.liberties.iter().filter(|(each, _)| *each == liberty);
        let (_, first) = all.next()?;
        let first = Lines::of(text).position(offset(*first));
        Some(Finding::new(code, Path::root(), Seen::Several { count: all.count() + 1, first }))
    })
}

/// Whether a document of YAML is a Kubernetes resource or has a field of a policy.
fn is_ours(value: &Json) -> bool {
    operator::is_resource(value)
        || value.as_object().is_some_and(|object| object.iter().any(|(name, _)| root_field(name).is_some()))
}

/// The bodies of curl commands. A body that is no JSON is a finding at its place in the command.
fn from_curl(text: &str, mut commands: Vec<Command>, with_places: bool, report: &mut Report) -> (Form, Vec<Part>) {
    let mut parts = Vec::new();
    for command in &mut commands {
        let Body::Text(splice) = &mut command.body else { continue };
        match loose(splice.text(), with_places) {
            Ok(read) => {
                report.extend(liberties(&read, |at| splice.source_offset(at), text));
                let splice = with_places.then(|| std::mem::take(splice));
                let is_for_keys =
                    command.url.as_deref().is_some_and(|url| url.contains("/tyk/keys") || url.contains("/api/keys"));
                let values = read.values.into_iter();
                parts.extend(values.map(|read| Part { splice: splice.clone(), is_for_keys, ..Part::of(read) }));
            }
            Err((kind, at)) => {
                let at = if kind == SyntaxFaultKind::Empty { 0 } else { at };
                report.push(not_json(place(text, splice.source_offset(at), kind)));
            }
        }
    }
    (Form::Curl(commands), parts)
}

/// What Tyk does not mind and somebody may want to know all the same.
pub(super) fn oddities(length: usize, returns: Option<(usize, Position)>) -> impl Iterator<Item = Finding> {
    let returns = returns.map(|(count, first)| (Code::CarriageReturns, Seen::Several { count, first }));
    let large = (length > LARGE).then(|| (Code::LargeText, Seen::Text((length >> 20).to_string())));
    returns.into_iter().chain(large).map(|(code, seen)| Finding::new(code, Path::root(), seen))
}

/// How many lines end with a carriage return, and where the first of them does.
fn carriage_returns(text: &str) -> Option<(usize, Position)> {
    // One character is found much faster than two, and most texts have none.
    text.find('\r')?;
    let first = text.find("\r\n")?;
    Some((text.matches("\r\n").count(), Lines::of(text).position(first)))
}

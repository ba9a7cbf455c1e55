//! From a text to the values in it, whatever they are written in: JSON, a curl command, YAML.

use super::curl::{self, Body, Command, Spliced};
use super::fault::{SyntaxFault, SyntaxFaultKind, place};
use super::json::{Liberty, Loose, loose};
use super::places::Offsets;
use super::{Lines, operator, yaml};
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

/// Takes a text apart. Places are written down if they are asked for.
pub(super) fn open(text: &str, with_places: bool) -> Source {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let skipped = text.len() - body.len();
    let mut report = Report::default();
    if skipped > 0 {
        report.push(Finding::new(Code::ByteOrderMark, Path::root(), Seen::Nothing));
    }
    let (form, parts) = match loose(body, with_places) {
        Ok(read) => (Form::Json, json_parts(body, read, &mut report)),
        Err((kind, at)) => other_forms(body, with_places, &mut report).unwrap_or_else(|| {
            if report.is_ready() {
                report.push(not_json(place(body, at, kind)));
            }
            (Form::Nothing, Vec::new())
        }),
    };
    if !matches!(form, Form::Nothing) {
        oddities(body, &mut report);
    }
    Source { form, parts, report, skipped }
}

pub(super) fn not_json(fault: SyntaxFault) -> Finding {
    Finding::new(Code::NotJson, Path::root(), Seen::Fault(fault))
}

fn json_parts(text: &str, read: Loose, report: &mut Report) -> Vec<Part> {
    report.extend(liberties(&read, |at| at, text));
    read.values.into_iter().map(|(value, offsets)| Part { value, offsets, splice: None }).collect()
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

/// A curl command or YAML, if it is one. Neither starts with a bracket: there the fault of the JSON is what counts.
fn other_forms(text: &str, with_places: bool, report: &mut Report) -> Option<(Form, Vec<Part>)> {
    if text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let commands = curl::commands(text);
    if !commands.is_empty() {
        return Some(from_curl(text, commands, with_places, report));
    }
    match yaml::documents(text) {
        Ok(documents) if documents.iter().any(|document| is_ours(&document.value)) => {
            let parts = documents.into_iter();
            let parts = parts.map(|yaml::Document { value, offsets }| Part { value, offsets, splice: None });
            Some((Form::Yaml, parts.collect()))
        }
        // Most texts are not YAML either. Only one that names its kind is told what is wrong with it as YAML.
        Err(fault) if text.lines().any(|line| line.starts_with("apiVersion:")) => {
            report.push(Finding::new(Code::NotYaml, Path::root(), Seen::Yaml(fault)));
            None
        }
        _ => None,
    }
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
                let values = read.values.into_iter();
                parts.extend(values.map(|(value, offsets)| Part { value, offsets, splice: splice.clone() }));
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
fn oddities(text: &str, report: &mut Report) {
    let returns = text.matches("\r\n").count();
    if returns > 0 {
        let first = Lines::of(text).position(text.find("\r\n").unwrap_or_default());
        report.push(Finding::new(Code::CarriageReturns, Path::root(), Seen::Several { count: returns, first }));
    }
    if text.len() > LARGE {
        report.push(Finding::new(Code::LargeText, Path::root(), Seen::Text((text.len() >> 20).to_string())));
    }
}

//! Findings as SARIF 2.1.0, for code scanning (OASIS, "Static Analysis Results Interchange Format").

mod rules;
mod uri;

use serde_json::{Value, json};
use tyk_policy::check::{Code, Severity};
use tyk_policy::read::{Position, TextKind};

use super::original::Original;
use super::replacement::Replacement;
use super::sheet::Tally;
use super::writer::Writer;
use crate::arguments::PROGRAM;
use crate::source::Placed;

/// Where the format is described.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The log while it is written: one run, one result a line.
#[derive(Debug, Default)]
pub struct Log {
    uri: String,
    is_open: bool,
    has_results: bool,
}

impl Writer for Log {
    fn begin(&mut self, file: &str, _kind: TextKind) -> String {
        self.uri = uri::of_file(file);
        self.open()
    }

    fn finding(&mut self, placed: &Placed, original: &dyn Original) -> String {
        let comma = if std::mem::replace(&mut self.has_results, true) { ",\n" } else { "" };
        format!("{comma}{}", self.result(placed, original.replacement(placed).as_ref()))
    }

    /// Whether all files could be checked stands behind the results: only then is it known.
    fn close(&mut self, tally: &Tally) -> String {
        let invocations = json!([{ "executionSuccessful": tally.failures == 0 }]);
        format!("{}\n], \"invocations\": {invocations}}}]}}\n", self.open())
    }
}

impl Log {
    /// The start of all, the first time.
    fn open(&mut self) -> String {
        if std::mem::replace(&mut self.is_open, true) {
            return String::new();
        }
        let driver = json!({ "driver": {
            "name": PROGRAM,
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": rules::all(),
        } });
        format!(
            "{{\"$schema\": \"{SCHEMA}\", \"version\": \"2.1.0\", \"runs\": [{{\"tool\": {driver}, \
             \"columnKind\": \"unicodeCodePoints\", \"results\": [\n"
        )
    }

    fn result(&self, Placed { finding, place, .. }: &Placed, replacement: Option<&Replacement>) -> Value {
        let artifact = json!({ "uri": self.uri });
        let mut physical = json!({ "artifactLocation": artifact });
        if let (Some(Position { line, column }), Some(physical)) = (place, physical.as_object_mut()) {
            physical.insert("region".to_owned(), json!({ "startLine": line, "startColumn": column }));
        }
        let pointer = finding.path.to_string();
        let logical = if pointer.is_empty() { json!([]) } else { json!([{ "fullyQualifiedName": pointer }]) };
        let mut result = json!({
            "ruleId": finding.code.name(),
            "ruleIndex": Code::ALL.iter().position(|code| *code == finding.code),
            "level": level(finding.severity),
            "message": { "text": format!("{finding}\n{}", finding.code.help()) },
            "locations": [{ "physicalLocation": physical, "logicalLocations": logical }],
        });
        if let (Some(fix), Some(change), Some(result)) = (&finding.fix, replacement, result.as_object_mut()) {
            let changes = json!([{ "artifactLocation": artifact, "replacements": [replaced(change)] }]);
            let description = json!({ "text": fix.says });
            let properties = json!({ "safe": fix.is_safe });
            let fix = json!({ "description": description, "artifactChanges": changes, "properties": properties });
            result.insert("fixes".to_owned(), json!([fix]));
        }
        result
    }
}

fn replaced(Replacement { start, end, text }: &Replacement) -> Value {
    json!({
        "deletedRegion": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
        "insertedContent": { "text": text },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

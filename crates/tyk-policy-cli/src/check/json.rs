//! Findings for programs.

use serde::Serialize;
use tyk_policy::check::Finding;

use crate::source::Source;

#[derive(Serialize)]
struct Files<'a> {
    files: Vec<File<'a>>,
}

#[derive(Serialize)]
struct File<'a> {
    file: &'a str,
    kind: &'static str,
    findings: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    rule: &'static str,
    code: &'static str,
    severity: &'static str,
    path: String,
    message: String,
    help: &'static str,
}

/// One JSON object with all files that were read, and a final newline.
pub fn all(sources: &[Source]) -> String {
    let files = Files { files: sources.iter().map(file).collect() };
    // Nothing in it can fail: no map has another key than a text.
    serde_json::to_string_pretty(&files).unwrap_or_default() + "\n"
}

fn file(source: &Source) -> File<'_> {
    File { file: &source.file, kind: source.reading.kind.as_str(), findings: source.report.iter().map(item).collect() }
}

fn item(finding: &Finding) -> Item {
    Item {
        rule: finding.code.rule(),
        code: finding.code.name(),
        severity: finding.severity.as_str(),
        path: finding.path.to_string(),
        message: finding.to_string(),
        help: finding.code.help(),
    }
}

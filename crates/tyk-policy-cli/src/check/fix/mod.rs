//! `--fix`: files are corrected where a finding says how.

mod file;
mod rounds;

use similar::TextDiff;
use tyk_policy::check::Fix;
use tyk_policy::read::{self, TextKind};

use super::Sheet;
use super::text::counted;
use crate::arguments::Which;
use crate::console::printable;
use crate::failure::Failure;
use crate::input::Input;
use crate::known::Known;
use crate::source::Source;

/// Corrects a file, says how much of it, and gives back what it is afterwards. A dry run prints what would change.
///
/// # Errors
/// The file cannot be written, and was left as it was; or the result cannot be written.
pub fn fix(
    input: &Input,
    source: Source,
    which: Which,
    is_dry_run: bool,
    known: &Known,
    sheet: &mut Sheet<'_, '_>,
) -> Result<Source, Failure> {
    let fixes = source.findings.iter().filter_map(|placed| placed.finding.fix.as_deref());
    let count = fixes.filter(|fix| is_wanted(fix, which)).count();
    if count == 0 {
        return Ok(source);
    }
    let file = printable(&source.file);
    let reason = if input.is_standard() { Some("it is standard input: name a file") } else { why_not(&source) };
    if let Some(reason) = reason {
        sheet.console.note(format_args!("{file}: {} not made, as {reason}", counted(count, "correction")));
        return Ok(source);
    }
    let fixed = rounds::all(&source.text, which, known);
    if fixed.text != source.text {
        if is_dry_run {
            sheet.console.add(difference(&source.file, &source.text, &fixed.text).as_bytes())?;
        } else {
            file::replace(input, &fixed.text)
                .map_err(|error| Failure::Uncorrectable { file: source.file.clone(), error })?;
        }
    }
    let source = source.with_text(fixed.text, known);
    let verb = if is_dry_run { "would be fixed" } else { "fixed" };
    let failed = if fixed.failed == 0 {
        String::new()
    } else {
        format!(" ({} could not be written into the file)", counted(fixed.failed, "correction"))
    };
    sheet.console.note(format_args!("{file}: {} {verb}, {} left{failed}", fixed.count, source.findings.len()));
    Ok(source)
}

/// Why a file cannot be corrected, if it cannot.
pub fn why_not(source: &Source) -> Option<&'static str> {
    let is_json = read::json_text(&source.text).is_some();
    match source.reading.kind {
        _ if !source.is_plain => Some("it is not UTF-8: save it so first"),
        TextKind::Curl => Some("it is a curl command: convert it first with `tyk-policy convert`"),
        TextKind::Operator => Some("it is a Tyk Operator resource: convert it first with `tyk-policy convert`"),
        _ if !is_json => Some("it is no JSON: convert it first with `tyk-policy convert`"),
        _ => None,
    }
}

fn is_wanted(fix: &Fix, which: Which) -> bool {
    fix.is_safe || which == Which::All
}

/// The lines that change, as `diff -u` writes them.
fn difference(file: &str, old: &str, new: &str) -> String {
    TextDiff::from_lines(old, new).unified_diff().header(file, file).to_string()
}

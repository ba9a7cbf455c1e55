//! The findings at the lines of a text.

use tyk_policy::check::{self, Finding, Severity};
use tyk_policy::read::{self, Places};

use crate::desk::Desk;
use crate::view::capitalised;

/// So many are shown at most.
const MOST: usize = 100;

/// A finding at a line of the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Remark {
    /// The line, from 1.
    pub(super) line: usize,
    /// How bad it is.
    pub(super) severity: Severity,
    /// The sentence.
    pub(super) says: String,
}

/// What there is to say of a text that is the policy on the desk, by its lines.
pub(super) fn remarks(desk: Desk, text: &str) -> Vec<Remark> {
    let Some(places) = Places::of_json(text) else { return Vec::new() };
    let of_text = read::json_text(text).map(|reading| reading.report);
    let of_policy = desk.reports.worst(MOST, |_| true);
    let mut remarks: Vec<_> = of_text
        .iter()
        .flatten()
        // Tyk would refuse it, but it is not sent.
        .map(|finding| (finding, Severity::Info, "; what is sent has none of it"))
        .chain(of_policy.iter().map(|located| (&located.finding, located.finding.severity, "")))
        .filter_map(|(finding, severity, more)| remark(finding, severity, more, &places))
        .collect();
    remarks.sort_by_key(|remark| remark.line);
    remarks.truncate(MOST);
    remarks
}

fn remark(finding: &Finding, severity: Severity, more: &str, places: &Places<'_>) -> Option<Remark> {
    let line = check::place(finding, places)?.line;
    Some(Remark { line, severity, says: format!("{}{more}.", capitalised(&finding.to_string())) })
}

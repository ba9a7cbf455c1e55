//! Findings for people.

use std::fmt::Write as _;

use tyk_policy::check::{Finding, Severity};

use crate::console::printable;
use crate::source::Source;

/// Every finding, and a closing line that counts them.
pub fn all(sources: &[Source]) -> String {
    let mut text: String = sources.iter().map(findings).collect();
    if !text.is_empty() {
        text.push('\n');
    }
    text + &summary(sources) + "\n"
}

/// The findings of one file, each in two lines; empty if there are none.
pub fn findings(source: &Source) -> String {
    let mut text = String::new();
    for finding in &source.report {
        let Finding { code, severity, path, .. } = finding;
        let place = match path.to_string() {
            whole if whole.is_empty() => whole,
            path => format!(" {path}"),
        };
        let line = format!("{}: {}[{} {}]{place}: {finding}", source.file, severity.as_str(), code.rule(), code.name());
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}\n    help: {}", printable(&line), code.help());
    }
    text
}

fn summary(sources: &[Source]) -> String {
    let counts: Vec<_> = Severity::ALL
        .into_iter()
        .map(|severity| (severity, sources.iter().map(|source| source.report.count(severity)).sum()))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| counted(count, noun(severity)))
        .collect();
    let found = if counts.is_empty() { "nothing found".to_owned() } else { counts.join(", ") };
    format!("Checked {}: {found}.", counted(sources.len(), "file"))
}

fn noun(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "hint",
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use tyk_policy::check;
    use tyk_policy::context::Context;
    use tyk_policy::read;

    use super::*;

    fn source(file: &str, text: &str) -> Source {
        let reading = read::text(text);
        Source { file: file.to_owned(), report: check::reading(&reading, &Context::default()), reading }
    }

    #[test]
    fn a_finding_has_its_file_severity_rule_code_place_and_help() {
        let found =
            findings(&source("gold.json", r#"{"name": "a", "access_rights": {"x": {}}, "key_expires_in": 1.5}"#));
        assert_eq!(
            found,
            "gold.json: error[R1 integer-not-plain] /key_expires_in: expected a whole number, found `1.5`\n    \
             help: write digits only: Tyk refuses a decimal point or an exponent here, even in `10.0` or `1e3`\n"
        );
    }

    #[test]
    fn a_finding_about_the_whole_text_has_no_place() {
        let found = findings(&source("-", "{"));
        assert!(found.starts_with("-: error[R1 not-json]: not JSON at line 1, column 2: "), "{found}");
    }

    #[test]
    fn the_summary_counts_what_there_is() {
        let good = || source("good.json", r#"{"name": "a", "access_rights": {"x": {}}}"#);
        assert_eq!(all(&[good()]), "Checked 1 file: nothing found.\n");
        let lines = all(&[good(), source("bad.json", r#"{"name": 1, "rate": "x"}"#)]);
        assert_eq!(lines.lines().last(), Some("Checked 2 files: 2 errors, 1 warning."));
    }

    #[test]
    fn a_key_that_would_colour_the_terminal_is_shown_harmless() {
        let found = findings(&source("-", r#"{"name": "a", "access_rights": {"\u001b[31m": {"versions": 1}}}"#));
        assert!(found.contains("/access_rights/\u{fffd}[31m/versions"), "{found}");
    }
}

//! Findings for people.

use std::fmt::Write as _;

use tyk_policy::check::{Finding, Severity};

use super::sheet::Tally;
use crate::colour::Palette;
use crate::console::{Console, printable};
use crate::source::{Placed, Source};

/// Says the findings of a file beside the result of a command.
pub fn note(source: &Source, console: &mut Console<'_>) {
    let colours = console.note_colours;
    let findings = source.findings.iter();
    let text: String = findings.map(|placed| finding(&source.file, placed, &colours)).collect();
    if !text.is_empty() {
        console.note(text.trim_end());
    }
}

/// A finding in two lines: what is wrong where, and what to do about it.
pub fn finding(file: &str, placed: &Placed, colours: &Palette) -> String {
    let Placed { finding, place } = placed;
    let Finding { code, severity, path, .. } = finding;
    let mut text = printable(file);
    // Writing to a String cannot fail.
    let _ = place.map_or(Ok(()), |place| write!(text, ":{}:{}", place.line, place.column));
    let (loud, dim) = (colours.severity(*severity), colours.path);
    let _ = write!(text, ": {loud}{}{loud:#}[{} {}]", severity.as_str(), code.rule(), code.name());
    if !path.segments().is_empty() {
        let _ = write!(text, " {dim}{}{dim:#}", printable(&path.to_string()));
    }
    let _ = writeln!(text, ": {}\n    help: {}", printable(&finding.to_string()), code.help());
    text
}

/// The closing line, apart from what stands above it.
pub fn summary(tally: &Tally) -> String {
    let counts: Vec<_> = tally
        .findings()
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| counted(count, noun(severity)))
        .collect();
    let (gap, found) = if counts.is_empty() { ("", "nothing found".to_owned()) } else { ("\n", counts.join(", ")) };
    let policies = if tally.policies == 1 { "policy" } else { "policies" };
    format!("{gap}Checked {}, {} {policies}: {found}.\n", counted(tally.files, "file"), tally.policies)
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
    use clap::ColorChoice;
    use tyk_policy::check;
    use tyk_policy::context::Context;
    use tyk_policy::read::{self, Places};

    use super::*;

    fn findings(text: &str, colours: ColorChoice) -> String {
        let report = check::reading(&read::text(text), &Context::default());
        let (places, colours) = (Places::of(text), Palette::of(colours, &std::io::stdout()));
        let placed = report.into_iter().map(|finding| Placed { place: check::place(&finding, &places), finding });
        placed.map(|placed| finding("gold.json", &placed, &colours)).collect()
    }

    #[test]
    fn a_finding_has_its_file_line_column_severity_rule_code_path_and_help() {
        let text = r#"{"name": "a", "active": true, "access_rights": {"x": {"allowed_urls": [], "limit": null}}, "key_expires_in": 1.5}"#;
        assert_eq!(
            findings(text, ColorChoice::Never),
            "gold.json:1:110: error[R1 integer-not-plain] /key_expires_in: expected a whole number, found `1.5`\n    \
             help: write digits only: Tyk refuses a decimal point or an exponent here, even in `10.0` or `1e3`\n"
        );
    }

    #[test]
    fn the_word_for_its_severity_is_coloured_and_bold_and_its_path_dim() {
        let coloured = findings(r#"{"name": 1, "access_rights": {"x": {}}}"#, ColorChoice::Always);
        let start =
            "gold.json:1:10: \u{1b}[1m\u{1b}[31merror\u{1b}[0m[R1 wrong-type] \u{1b}[2m/name\u{1b}[0m: expected";
        assert!(coloured.starts_with(start), "{coloured:?}");
        assert!(coloured.lines().nth(1).unwrap().starts_with("    help: "), "{coloured:?}");
    }

    #[test]
    fn a_finding_about_the_whole_text_has_no_path() {
        let found = findings("{", ColorChoice::Never);
        assert!(found.starts_with("gold.json:1:2: error[R1 not-json]: not JSON at line 1, column 2: "), "{found}");
    }

    #[test]
    fn a_key_that_would_colour_the_terminal_is_shown_harmless() {
        let text = r#"{"name": "a", "access_rights": {"\u001b[31m": {"versions": 1}}}"#;
        let found = findings(text, ColorChoice::Never);
        assert!(found.contains("/access_rights/\u{fffd}[31m/versions"), "{found}");
    }
}

//! Findings for people.

use std::fmt::Write as _;

use tyk_policy::check::Severity;
use tyk_policy::read::TextKind;

use super::excerpt::{excerpt, is_worth_it};
use super::original::{Original, Unseen};
use super::sheet::Tally;
use super::writer::Writer;
use crate::colour::Palette;
use crate::console::{Console, printable};
use crate::source::{Placed, Source};

/// Says the findings of a file beside the result of a command.
pub fn note(source: &Source, console: &mut Console<'_>) {
    let mut text = Text { file: source.file.clone(), ..Text::new(console.note_colours, true) };
    let findings: String = source.findings.iter().map(|placed| text.finding(placed, &Unseen)).collect();
    if !findings.is_empty() {
        console.note(findings.trim_end());
    }
}

/// Writes findings as a compiler does.
#[derive(Debug)]
pub struct Text {
    file: String,
    colours: Palette,
    is_brief: bool,
    not_checked: Option<String>,
}

impl Text {
    /// A brief one says what is wrong and what to do about it, in two lines; otherwise it also shows the line of the file,
    /// and what would mend it.
    pub fn new(colours: Palette, is_brief: bool) -> Self {
        Self { file: String::new(), colours, is_brief, not_checked: None }
    }

    /// The same with what was not checked, to be said at the end.
    pub fn ending_with(self, not_checked: Option<String>) -> Self {
        Self { not_checked, ..self }
    }

    /// What is wrong where.
    fn head(&self, Placed { finding, place, .. }: &Placed) -> String {
        let mut text = printable(&self.file);
        // Writing to a String cannot fail.
        let _ = place.map_or(Ok(()), |place| write!(text, ":{}:{}", place.line, place.column));
        let (loud, dim) = (self.colours.severity(finding.severity), self.colours.path);
        let (rule, name) = (finding.code.rule(), finding.code.name());
        let _ = write!(text, ": {loud}{}{loud:#}[{rule} {name}]", finding.severity.as_str());
        if !finding.path.segments().is_empty() {
            let _ = write!(text, " {dim}{}{dim:#}", printable(&finding.path.to_string()));
        }
        let _ = writeln!(text, ": {}", printable(&finding.to_string()));
        text
    }

    fn line(&self, Placed { finding, place, .. }: &Placed, original: &dyn Original) -> Option<String> {
        let place = place.filter(|_| is_worth_it(finding))?;
        Some(excerpt(finding, place, &original.around(place)?, &self.colours))
    }
}

impl Writer for Text {
    fn begin(&mut self, file: &str, _kind: TextKind) -> String {
        file.clone_into(&mut self.file);
        String::new()
    }

    fn finding(&mut self, placed: &Placed, original: &dyn Original) -> String {
        let mut text = self.head(placed);
        let help = placed.finding.code.help();
        if self.is_brief {
            return text + &format!("    help: {help}\n");
        }
        text += &self.line(placed, original).unwrap_or_default();
        text += &format!("    help: {help}\n");
        if let Some(fix) = &placed.finding.fix {
            let safety = if fix.is_safe { "safe" } else { "look at it" };
            text += &format!("    fix: {} ({safety})\n", printable(&fix.says));
        }
        text
    }

    fn close(&mut self, tally: &Tally) -> String {
        let dim = self.colours.path;
        let not_checked = self.not_checked.take().filter(|_| tally.policies > 0);
        let not_checked = not_checked.map(|text| format!("{dim}{text}{dim:#}\n")).unwrap_or_default();
        let gap = if tally.findings().any(|(_, count)| count > 0) { "\n" } else { "" };
        format!("{gap}{not_checked}{}", summary(tally))
    }
}

/// The closing line.
fn summary(tally: &Tally) -> String {
    let counts: Vec<_> = tally
        .findings()
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| counted(count, noun(severity)))
        .collect();
    let found = if counts.is_empty() { "nothing found".to_owned() } else { counts.join(", ") };
    let policies = if tally.policies == 1 { "policy" } else { "policies" };
    format!("Checked {}, {} {policies}: {found}.\n", counted(tally.files, "file"), tally.policies)
}

fn noun(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "hint",
    }
}

/// "1 file", "2 files".
pub fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use clap::ColorChoice;

    use super::*;
    use crate::check::original::Whole;
    use crate::input::Input;
    use crate::known::Known;

    fn findings(text: &str, colours: ColorChoice, is_brief: bool) -> String {
        let (mut input, mut out, mut notes) = (text.as_bytes(), Vec::new(), Vec::new());
        let mut console = Console::new(&mut input, &mut out, &mut notes);
        let source = Source::read(&Input::named("-".as_ref()), &Known::default(), &mut console).unwrap();
        let mut text = Text::new(Palette::of(colours, &std::io::stdout()), is_brief);
        text.begin("gold.json", TextKind::Policy);
        let original = Whole::of(&source);
        source.findings.iter().map(|placed| text.finding(placed, &original)).collect()
    }

    /// The part of the findings that is about one kind of fault.
    fn about(code: &str, text: &str, colours: ColorChoice) -> String {
        let all = findings(text, colours, false);
        let start = all.find(code).and_then(|at| all.get(..at)?.rfind("gold.json:")).unwrap();
        let end = all[start + 1..].find("gold.json:").map_or(all.len(), |end| start + 1 + end);
        all[start..end].to_owned()
    }

    const TEXT: &str = "{\n\t\"name\": \"a\",\n\t\"key_expires_in\": 10.0, \"access_rights\": {\"x\": {}}\n}";

    #[test]
    fn a_finding_has_its_place_severity_rule_code_path_line_help_and_fix() {
        assert_eq!(
            about("integer-not-plain", TEXT, ColorChoice::Never),
            "gold.json:3:20: error[R1 integer-not-plain] /key_expires_in: expected a whole number, found `10.0`\n  \
             3 |  \"key_expires_in\": 10.0, \"access_rights\": {\"x\": {}}\n    \
             |                    ^^^^\n    \
             help: write digits only: Tyk refuses a decimal point or an exponent here, even in `10.0` or `1e3`\n    \
             fix: write 10 (safe)\n"
        );
    }

    #[test]
    fn a_brief_one_has_two_lines() {
        let all = findings(TEXT, ColorChoice::Never, true);
        let mut lines = all.lines();
        while let (Some(head), Some(help)) = (lines.next(), lines.next()) {
            assert!(head.starts_with("gold.json:") && help.starts_with("    help: "), "{all}");
        }
    }

    #[test]
    fn the_word_for_its_severity_and_the_mark_are_coloured_and_its_path_is_dim() {
        let coloured = about("wrong-type", r#"{"name": 1, "access_rights": {"x": {}}}"#, ColorChoice::Always);
        let start =
            "gold.json:1:10: \u{1b}[1m\u{1b}[31merror\u{1b}[0m[R1 wrong-type] \u{1b}[2m/name\u{1b}[0m: expected";
        assert!(coloured.starts_with(start), "{coloured:?}");
        assert!(coloured.contains("\u{1b}[2m  1 |\u{1b}[0m {\"name\": 1,"), "{coloured:?}");
        assert!(coloured.contains("\u{1b}[2m    |\u{1b}[0m          \u{1b}[1m\u{1b}[31m^\u{1b}[0m\n"), "{coloured:?}");
    }

    #[test]
    fn a_finding_about_the_whole_text_has_no_path_and_no_line_without_a_fault_there() {
        let found = findings("{", ColorChoice::Never, false);
        assert!(found.starts_with("gold.json:1:2: error[R1 not-json]: not JSON at line 1, column 2: "), "{found}");
        assert!(found.contains("\n  1 | {\n    |  ^\n"), "{found}");
        let list = about("several-policies", "[]", ColorChoice::Never);
        assert!(!list.contains('|'), "{list}");
    }

    #[test]
    fn a_key_that_would_colour_the_terminal_is_shown_harmless() {
        let text = r#"{"name": "a", "access_rights": {"\u001b[31m": {"versions": 1}}}"#;
        let found = findings(text, ColorChoice::Never, false);
        assert!(found.contains("/access_rights/\u{fffd}[31m/versions") && !found.contains('\u{1b}'), "{found}");
    }
}

//! The reference page of all rules, as Markdown.

use std::fmt::Write as _;

use super::explanation::in_words;
use super::{found, message, of};
use crate::check::Code;

const HEAD: &str = "\
# Rules

Everything that `tyk-policy check` and the page can say of a policy. This page is written from the manual of
`crates/tyk-policy` by `cargo xtask docs`; change the manual, not the page.

**How to read it.** A rule has a letter and a number. *R* rules are about what Tyk refuses, *S* about what it accepts and then
ignores or changes, *D* about what is documented or demanded by other programs, *M* about common mistakes. A rule can have several
kinds of finding, each with its own name: the name stays the same from release to release, so scripts should go by it. An *error*
means that the policy is refused or does not do what was asked, a *warning* that it works, though perhaps not as expected; *info*
is good to know. A few findings are less bad in some cases: without a Dashboard, for instance, a name is not needed.

*Fix* is what the tools can do about it. A *safe* fix changes nothing that Tyk does, or makes a policy that Tyk refuses the one that
was plainly meant; any other fix is a proposal. *Proof* names the section of our notes on Tyk, `policy-model.md`, and what they
rest on. The first example of each rule has the finding and, but for a few, no other; the second is as near to it as can be and does
not have it.
";

/// The groups of rules: their letter and what they are about.
const GROUPS: [(char, &str); 4] = [
    ('R', "R: refused by Tyk"),
    ('S', "S: accepted, but without the effect one expects"),
    ('D', "D: documented or demanded elsewhere"),
    ('M', "M: common mistakes"),
];

/// The whole page.
#[must_use]
pub fn reference() -> String {
    let mut page = HEAD.to_owned();
    page.push_str("\n| Rule | Name | Severity | What it says |\n| --- | --- | --- | --- |\n");
    for code in in_order() {
        let (rule, name) = (code.rule(), code.name());
        let (severity, message) = (code.severity().as_str(), message(code).replace('|', "\\|"));
        // Writing to a String cannot fail.
        let _ = writeln!(page, "| {rule} | [{name}](#{}) | {severity} | {message} |", anchor(code));
    }
    for (letter, title) in GROUPS {
        let _ = write!(page, "\n## {title}\n");
        for code in in_order().into_iter().filter(|code| code.rule().starts_with(letter)) {
            section(code, &mut page);
        }
    }
    page
}

/// All codes by group, number and letter of their rule; those of one rule as the code lists them.
fn in_order() -> Vec<Code> {
    let mut codes = Code::ALL.to_vec();
    codes.sort_by_key(|code| {
        let rule = code.rule();
        let group = GROUPS.iter().position(|(letter, _)| rule.starts_with(*letter));
        let digits = rule.get(1..).unwrap_or_default().trim_end_matches(|character: char| !character.is_ascii_digit());
        (group, digits.parse::<u8>().unwrap_or_default(), rule.len())
    });
    codes
}

/// What GitHub makes of the heading for links to it.
fn anchor(code: Code) -> String {
    format!("{}-{}", code.rule().to_lowercase(), code.name())
}

fn section(code: Code, page: &mut String) {
    let manual = of(code);
    let _ = write!(page, "\n### {} {}\n\n{}\n\n", code.rule(), code.name(), manual.why);
    let mut line = |heading: &str, what: &str| {
        let _ = writeln!(page, "- {heading}: {what}");
    };
    line("Severity", code.severity().as_str());
    line("Says", &message(code));
    line("What to do", code.help());
    if let Some(fix) = found(code).and_then(|finding| finding.fix) {
        line("Fix", &in_words(&fix));
    }
    line("Proof", manual.proof);
    if let Some(assumed) = manual.assumed() {
        line("Examples", &format!("checked as if {assumed}"));
    }
    let saved = manual.saved.words().map_or_else(String::new, |words| format!(", {words}"));
    example(&format!("Has it{saved}:"), manual.triggers, page);
    if manual.triggers == manual.near_miss {
        page.push_str("\nDoes not have it: the same text as plain UTF-8, with nothing added.\n");
    } else {
        example("Does not have it:", manual.near_miss, page);
    }
}

fn example(heading: &str, body: &str, page: &mut String) {
    let language = if body.starts_with('{') { "json" } else { "yaml" };
    let _ = write!(page, "\n{heading}\n\n```{language}\n{}\n```\n", body.trim_end());
}

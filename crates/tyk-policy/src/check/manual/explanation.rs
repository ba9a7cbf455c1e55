//! One kind of finding explained in plain text, for the command line.

use super::{found, message, of};
use crate::check::{Code, Fix};
use crate::plain::{entry, wrap};

/// Everything the manual knows of a kind of finding. No line is wider than 80 columns, unless a single word is.
#[must_use]
pub fn explanation(code: Code) -> String {
    let manual = of(code);
    let mut text = format!("{} ({}, {})\n\n", code.name(), code.rule(), code.severity().as_str());
    wrap(manual.why, 0, 0, &mut text);
    text.push('\n');
    entry("Message", &message(code), &mut text);
    entry("What to do", code.help(), &mut text);
    if let Some(fix) = found(code).and_then(|finding| finding.fix) {
        entry("Fix", &in_words(&fix), &mut text);
    }
    entry("Proof", manual.proof, &mut text);
    if let Some(assumed) = manual.assumed() {
        entry("Examples", &format!("checked as if {assumed}"), &mut text);
    }
    let saved = manual.saved.words().map_or_else(String::new, |words| format!(", {words}"));
    example(&format!("Has it{saved}:"), manual.triggers, &mut text);
    if manual.triggers == manual.near_miss {
        text.push_str("\nDoes not have it: the same text as plain UTF-8, with nothing added.\n");
    } else {
        example("Does not have it:", manual.near_miss, &mut text);
    }
    text
}

/// What a fix does, and whether one has to look at it first.
pub(super) fn in_words(fix: &Fix) -> String {
    let rest =
        if fix.is_safe { "safe: Tyk does the same as before" } else { "look at it first: Tyk may do something else" };
    format!("{} ({rest})", fix.says)
}

fn example(heading: &str, body: &str, text: &mut String) {
    text.push('\n');
    text.push_str(heading);
    text.push_str("\n\n");
    for line in body.lines() {
        text.push_str("    ");
        text.push_str(line);
        text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plain::WIDTH;

    #[test]
    fn no_explanation_is_wider_than_80_columns() {
        let lines = Code::ALL.iter().flat_map(|code| explanation(*code).lines().map(str::to_owned).collect::<Vec<_>>());
        let wide: Vec<_> = lines.filter(|line| line.chars().count() > WIDTH || line.ends_with(' ')).collect();
        assert!(wide.is_empty(), "{wide:#?}");
    }
}

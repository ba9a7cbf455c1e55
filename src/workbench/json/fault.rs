//! Whether a text is one policy, and what is in the way.

use tyk_policy::check::{Code, Seen, Severity};
use tyk_policy::draft::Draft;
use tyk_policy::read::{self, Position, TextKind};

use crate::app::opening::reason;
use crate::controls::{MOST_LINES, has_more_lines};

/// So long a text, in bytes, is not shown as a whole.
const LONG: usize = 200_000;

/// Whether of a text only the lines in sight are shown.
pub(super) fn is_long(text: &str) -> bool {
    text.len() > LONG || has_more_lines(text, MOST_LINES)
}

/// Why a text is not taken for the policy.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fault {
    /// Where, if it is at one place.
    pub(super) place: Option<Position>,
    /// What it is and the way out.
    pub(super) says: String,
}

/// The one policy that the text is.
pub(super) fn policy_in(text: &str) -> Result<Draft, Fault> {
    let other = |says: &str| Err(Fault { place: None, says: says.to_owned() });
    let Some(reading) = read::json_text(text) else {
        return other("This is no JSON. A curl command or YAML is read by Open, not here.");
    };
    let fault = reading.report.iter().find(|finding| finding.code == Code::NotJson);
    if let Some(finding) = fault.filter(|finding| finding.severity == Severity::Error) {
        let place = match &finding.seen {
            Seen::Fault(fault) => Some(Position { line: fault.line, column: fault.column }),
            _ => None,
        };
        return Err(Fault { place, says: reason(&reading) });
    }
    match (reading.kind, reading.policies.len()) {
        (TextKind::Policy, 1) => reading
            .policies
            .into_iter()
            .next()
            .map(|found| found.draft)
            .ok_or(Fault { place: None, says: String::new() }),
        (_, 0) => Err(Fault { place: None, says: reason(&reading) }),
        (kind, _) => {
            other(&format!("This is {}, not one policy. Open takes it and asks which one.", kind.description()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> Fault {
        policy_in(text).expect_err("no policy")
    }

    #[test]
    fn one_policy_is_taken_with_comments_and_commas_too_many() {
        assert!(policy_in("{ // a\n \"name\": \"a\", }").is_ok());
        assert!(policy_in("{}").is_ok());
    }

    #[test]
    fn a_fault_has_its_place_and_its_reason() {
        let broken = fault("{\n  \"name\": }");
        assert_eq!(broken.place, Some(Position { line: 2, column: 11 }));
        assert!(broken.says.contains("line 2, column 11"), "{}", broken.says);
        assert!(fault("").says.len() > 10);
    }

    #[test]
    fn what_holds_no_or_several_policies_is_none() {
        assert!(fault(r#"[{"name": "a"}, {"name": "b"}]"#).says.contains("not one policy"));
        assert!(fault(r#"{"apply_policies": []}"#).says.starts_with("This is a key"));
        assert!(fault("curl -X POST http://a/api/portal/policies").says.contains("Open"));
    }

    #[test]
    fn a_text_is_long_by_its_lines_or_its_bytes() {
        assert!(!is_long(&"\n".repeat(399)) && is_long(&"\n".repeat(400)) && is_long(&"x".repeat(200_001)));
    }
}

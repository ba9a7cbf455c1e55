//! The fields that a failure points at.

use super::{Answer, Cause, Failure};
use crate::catalogue::{ID, NAME, ORG_ID, root_field};
use crate::check::{Finding, Path, Report, Severity};

/// So many places are pointed at, at most.
const MOST: usize = 100;

impl Failure {
    /// Where in the policy the fault probably is, the first places if there are many; empty where the policy has no part
    /// in it.
    ///
    /// `report` are the findings of what was sent. A refusal for a reason of its own points at the fields that its text
    /// names, and at what Tyk is known to refuse of MCP proxies (rules R6 to R8).
    #[must_use]
    pub fn fields(&self, answer: Option<&Answer>, report: &Report) -> Vec<Path> {
        if !self.call.sends_policy() {
            return Vec::new();
        }
        let found = |is_it: &dyn Fn(&Finding) -> bool| {
            let mut paths: Vec<Path> = Vec::new();
            for finding in report.iter().filter(|finding| is_it(finding)) {
                if paths.len() < MOST && !paths.contains(&finding.path) {
                    paths.push(finding.path.clone());
                }
            }
            paths
        };
        match self.cause {
            Cause::NameInUse => vec![Path::root().name(NAME.name)],
            Cause::IdInUse | Cause::IdCharacters | Cause::NotAnId => vec![Path::root().name(ID.name)],
            Cause::ForeignOrganisation => vec![Path::root().name(ORG_ID.name)],
            Cause::Malformed => found(&|finding| finding.code.rule() == "R1"),
            Cause::ServerFailed(500) => found(&|finding| finding.severity == Severity::Error),
            Cause::Refused(_) => {
                let mut paths = found(&|finding| matches!(finding.code.rule(), "R6" | "R7" | "R8"));
                paths.extend(answer.and_then(Answer::message).iter().flat_map(|text| named(text)));
                paths
            }
            _ => Vec::new(),
        }
    }
}

/// The root fields whose names stand in a text. Names without an underscore are words of every day.
fn named(text: &str) -> impl Iterator<Item = Path> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| word.contains('_'));
    words.filter_map(root_field).map(|field| Path::root().name(field.name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Call;
    use crate::context::Context;
    use crate::{check, read};

    fn fields(call: Call, status: u16, message: &str, policy: &str) -> Vec<String> {
        let reading = read::text(policy);
        let report = check::reading(&reading, &Context::default());
        let answer = Answer { status, body: format!(r#"{{"Status":"Error","Message":"{message}"}}"#) };
        let paths = Failure::of(call, &answer).fields(Some(&answer), &report);
        paths.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_refusal_points_at_the_fields_that_it_is_about() {
        let create = |status, message: &str, policy: &str| fields(Call::CreatePolicy, status, message, policy);
        let none: [&str; 0] = [];
        assert_eq!(create(400, "This policy name has already been used.", "{}"), ["/name"]);
        assert_eq!(create(400, "Invalid Policy ID: Allowed characters: a-z", "{}"), ["/id"]);
        assert_eq!(create(403, "Object not owned by this organisation", "{}"), ["/org_id"]);
        assert_eq!(create(400, "access_rights and rate are wrong", "{}"), ["/access_rights"]);
        assert_eq!(create(401, "Not authorised", "{}"), none);
        let wrong = r#"{"name": 1, "rate": "x", "active": true, "access_rights": {"a": {"limit": {"per": "y"}}}}"#;
        assert_eq!(
            create(403, "Request body malformed.", wrong),
            ["/name", "/access_rights/a/limit/per", "/rate"].map(str::to_owned)
        );
        let primitive = r#"{"name": "n", "access_rights": {"a": {"mcp_primitives": [{"type": "x"}]}}}"#;
        assert_eq!(create(400, "Invalid type", primitive), ["/access_rights/a/mcp_primitives/0/type"]);
        assert_eq!(
            create(500, "Failure creating data, please contact your administrator.", r#"{"name": ""}"#),
            ["/name"]
        );
    }

    #[test]
    fn a_call_that_sends_no_policy_points_at_no_field() {
        assert!(fields(Call::DeletePolicy, 400, "Invalid policy ID.", "{}").is_empty());
    }
}

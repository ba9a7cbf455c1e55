//! What a text turned out to be, in words.

use tyk_policy::catalogue::{ID, NAME};
use tyk_policy::check::{self, Code, Report, Severity};
use tyk_policy::context::Context;
use tyk_policy::draft::{Draft, Json};
use tyk_policy::read::{Found, Reading, TextKind};

use crate::view::capitalised;

/// Why there is no policy in a text, as a sentence with the way out.
pub(crate) fn reason(reading: &Reading) -> String {
    let findings = || reading.report.iter();
    let finding = findings().find(|finding| finding.severity == Severity::Error).or_else(|| findings().last());
    let why = finding.map(|finding| format!("{finding}. {}.", capitalised(finding.code.help())));
    capitalised(&why.unwrap_or_else(|| format!("this is {}.", reading.kind.description())))
}

/// "This is a list of policies: 12 policies. Which one?"
pub(super) fn question(reading: &Reading) -> String {
    format!("This is {}, with {} policies. Which one?", reading.kind.description(), reading.policies.len())
}

/// What a policy is called where there are several: its name, or its place in the text.
pub(super) fn title(found: &Found) -> String {
    let name = found.draft.get(&NAME).and_then(Json::as_text).filter(|name| !name.trim().is_empty());
    name.map_or_else(|| found.path.to_string(), str::to_owned)
}

/// Its id, or its place in the text.
pub(super) fn id(found: &Found) -> String {
    let id = found.draft.get(&ID).and_then(Json::as_text).filter(|id| !id.is_empty());
    id.map_or_else(|| found.path.to_string(), str::to_owned)
}

/// "2 APIs"
pub(super) fn apis(draft: &Draft) -> String {
    match draft.access.entries.len() {
        0 => "no API".to_owned(),
        count => counted(count, "API"),
    }
}

/// "Opened the policy of a curl command, with 2 APIs. 3 fields that Tyk does not know are kept as they are."
pub(super) fn opened(reading: &Reading, found: &Found) -> String {
    let what = match reading.kind {
        TextKind::Policy | TextKind::AccessRights => reading.kind.description().to_owned(),
        kind if reading.policies.len() > 1 => format!("`{}` of {}", title(found), kind.description()),
        kind => format!("the policy of {}", kind.description()),
    };
    let mut says = format!("Opened {what}, with {}.", apis(&found.draft));
    let report = check::draft(&found.draft, &Context::default());
    let unknown = count(&report, &[Code::UnknownField, Code::FieldInOtherLetters, Code::KeyField]);
    if unknown > 0 {
        let (are, they) = if unknown == 1 { ("is", "it is") } else { ("are", "they are") };
        says.push_str(&format!(" {} that Tyk does not know {are} kept as {they}.", counted(unknown, "field")));
    }
    for finding in reading.report.iter().filter(|finding| finding.severity != Severity::Info) {
        says.push_str(&format!(" In the text: {finding}; what is sent has none of it."));
    }
    says
}

fn count(report: &Report, codes: &[Code]) -> usize {
    report.iter().filter(|finding| codes.contains(&finding.code)).count()
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use tyk_policy::read;

    fn said(text: &str) -> String {
        let reading = read::text(text);
        opened(&reading, reading.policies.first().expect("a policy"))
    }

    #[test]
    fn it_says_what_was_recognised_and_what_is_kept() {
        assert_eq!(said(r#"{"name": "a"}"#), "Opened a policy, with no API.");
        assert_eq!(
            said(r#"{"name": "a", "auth_type": "x", "colour": 1, "flavour": {"a": 1}, "access_rights": {"a": {}}}"#),
            "Opened a policy, with 1 API. \
             2 fields that Tyk does not know are kept as they are."
        );
        assert_eq!(
            said(r#"{"gold": {"name": "Gold", "rate": 1}, "free": {"rate": 2}}"#),
            "Opened `Gold` of a map from policy id to policy, with no API."
        );
    }

    #[test]
    fn it_says_what_tyk_would_refuse_in_the_text() {
        assert_eq!(
            said("{\"name\": \"a\",} // x"),
            "Opened a policy, with no API. In the text: a comment stands in the JSON at line 1, column 16; what is sent has none \
             of it. In the text: a comma stands before a closing bracket at line 1, column 13; what is sent has none of it."
        );
    }

    #[test]
    fn a_text_without_a_policy_has_its_reason_and_the_way_out() {
        let why = reason(&read::text(r#"{"apply_policies": []}"#));
        assert!(why.starts_with("This is a key"), "{why}");
    }
}

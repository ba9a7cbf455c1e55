//! What a text turned out to be, in words.

use tyk_policy::catalogue::{ID, NAME};
use tyk_policy::check::{self, Code, Report, Severity};
use tyk_policy::context::Context;
use tyk_policy::draft::{Draft, Json};
use tyk_policy::read::{Found, Reading, TextKind};

use crate::view::capitalised;

/// So much is read, in bytes.
pub(super) const MOST_BYTES: u32 = 20 * 1024 * 1024;

/// "big.json has 25.1 MB; at most 20 MB are read. Nothing was changed."
pub(super) fn too_large(name: &str, bytes: f64) -> String {
    let megabytes = bytes / f64::from(1024 * 1024);
    format!("{name} has {megabytes:.1} MB; at most {} MB are read. Nothing was changed.", MOST_BYTES / 1024 / 1024)
}

/// Why the bytes of a file are no text, if they are none. `kind` is what the browser takes it for.
pub(super) fn no_text(name: &str, kind: &str, bytes: &[u8]) -> Option<String> {
    let starts_as_utf_16 = matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]);
    let what = if kind.starts_with("image/") && !kind.contains("svg") {
        "a picture"
    } else if bytes.contains(&0) && !starts_as_utf_16 {
        "no text"
    } else {
        return None;
    };
    Some(format!("{name} is {what}. Open the JSON, YAML or curl command of a policy. Nothing was changed."))
}

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
pub(crate) fn apis(draft: &Draft) -> String {
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

/// "1 API", "2 APIs"
pub(crate) fn counted(count: usize, noun: &str) -> String {
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
    fn a_file_that_is_no_text_is_said_by_what_it_is() {
        assert!(no_text("a.png", "image/png", b"x").is_some_and(|why| why.starts_with("a.png is a picture.")));
        assert!(no_text("a.bin", "", b"a\0b").is_some_and(|why| why.starts_with("a.bin is no text.")));
        assert_eq!(no_text("a.json", "application/json", b"{}"), None);
        assert_eq!(no_text("a.json", "", b"\xff\xfe{\0}\0"), None);
        assert_eq!(
            too_large("a.json", 26_214_400.0),
            "a.json has 25.0 MB; at most 20 MB are read. Nothing was changed."
        );
    }

    #[test]
    fn a_text_without_a_policy_has_its_reason_and_the_way_out() {
        let why = reason(&read::text(r#"{"apply_policies": []}"#));
        assert!(why.starts_with("This is a key"), "{why}");
    }
}

//! Name and id.

use super::access::is_placeholder;
use super::code::{About, Severity};
use super::{Code, Finding, Path, Report, Seen};
use crate::catalogue::{ID, NAME};
use crate::draft::{Json, Section};

pub(super) static NAME_MISSING: About = About {
    rule: "D1",
    name: "name-missing",
    severity: Severity::Error,
    message: |_, f| f.write_str("the policy has no name"),
    help: "type a name that says who the policy is for; the Dashboard takes each name once",
};

pub(super) static POLICY_ID_CHARACTERS: About = About {
    rule: "R2",
    name: "policy-id-characters",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(id) => write!(f, "expected letters, digits and . _ - ~ in the policy id, found `{id}`"),
        _ => f.write_str("the policy id has characters that Tyk refuses"),
    },
    help: "leave the id out and the Dashboard gives one, or write it with letters, digits and . _ - ~ only",
};

pub(super) fn check(section: &Section, report: &mut Report) {
    let name = section.get(&NAME);
    let is_blank = match name {
        None | Some(Json::Null) => true,
        Some(name) => name.as_text().is_some_and(|text| text.trim().is_empty()),
    };
    if is_blank {
        report.push(Finding::new(Code::NameMissing, Path::root().name(NAME.name), Seen::Nothing));
    }
    if let Some(id) = section.get(&ID).and_then(Json::as_text) {
        let path = || Path::root().name(ID.name);
        if !is_policy_id(id) {
            report.push(Finding::new(Code::PolicyIdCharacters, path(), Seen::text(id)));
        } else if is_placeholder(id) {
            report.push(Finding::new(Code::Placeholder, path(), Seen::text(id)));
        }
    }
}

/// Whether a text has only the characters that a policy id may have (rule R2).
#[must_use]
pub fn is_policy_id(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-~".contains(&byte))
}

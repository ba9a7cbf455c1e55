//! Name, id and state.

use super::access::is_placeholder;
use super::code::{About, Severity};
use super::fields::Fields;
use super::{Code, Finding, Report, Seen};
use crate::catalogue::{ACTIVE, DATABASE_ID, ID, IS_INACTIVE, NAME, STATE, Version};
use crate::context::{Context, Product};
use crate::draft::{Json, Section, State};

pub(super) static NAME_MISSING: About = About {
    rule: "D1",
    name: "name-missing",
    severity: Severity::Error,
    message: |_, f| f.write_str("the policy has no name"),
    help: "type a name that says who the policy is for; the Dashboard takes each name once",
};

pub(super) static NAME_TAKEN: About = About {
    rule: "R3",
    name: "name-taken",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(name) => {
            write!(f, "another policy is already called `{name}`")
        }
        _ => f.write_str("another policy already has this name"),
    },
    help: "choose another name: the Dashboard takes each name once; or change the policy that has it",
};

pub(super) static POLICY_ID_MISSING: About = About {
    rule: "R9",
    name: "policy-id-missing",
    severity: Severity::Error,
    message: |_, f| f.write_str("the Gateway refuses a policy without an id"),
    help: "give the policy an id; only the Dashboard assigns one by itself",
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

pub(super) static OWN_ID_ON_OLD_TYK: About = About {
    rule: "M13",
    name: "own-id-on-old-tyk",
    severity: Severity::Info,
    message: |_, f| f.write_str("before 5.11, Tyk uses an id that you choose only if its configuration allows it"),
    help: "ask for `allow_explicit_policy_id` in its configuration, or leave the id out and take the one it assigns",
};

pub(super) static KEYS_REFUSED: About = About {
    rule: "R13",
    name: "keys-refused",
    severity: Severity::Warning,
    message: |_, f| f.write_str("while `is_inactive` is true, every request with a key of this policy gets a 403"),
    help: "set `is_inactive` to false if keys should work; leave it if the policy is meant to lock them out",
};

pub(super) static NOT_ACTIVE: About = About {
    rule: "D10",
    name: "not-active",
    severity: Severity::Warning,
    message: |_, f| f.write_str("`active` is not true, and Tyk documents that it loads active policies only"),
    help: "set `active` to true; to lock keys out, set `state` to deny",
};

pub(super) static ACTIVE_MISSING: About = About {
    rule: "M12",
    name: "active-missing",
    severity: Severity::Info,
    message: |_, f| f.write_str("`state` is given without `active`, which older versions of Tyk go by"),
    help: "write both: the Gateway knows nothing of `state`",
};

pub(super) static STATE_UNKNOWN: About = About {
    rule: "D11",
    name: "state-unknown",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(state) => write!(f, "expected active, draft or deny, found `{state}`"),
        _ => f.write_str("expected active, draft or deny"),
    },
    help: "active: usable; draft: existing keys work, no new ones; deny: keys are refused",
};

pub(super) static STATE_CONTRADICTS: About = About {
    rule: "D13",
    name: "state-contradicts",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Text(state) => write!(f, "the state is `{state}`, but `is_inactive` says otherwise"),
        _ => f.write_str("the state and `is_inactive` contradict each other"),
    },
    help: "make them agree: the Dashboard goes by `state`, the Gateway by `is_inactive`",
};

pub(super) fn check(section: &Section, context: &Context, report: &mut Report) {
    let fields = Fields::section(section);
    check_name(&fields, context, report);
    check_id(&fields, context, report);
    check_state(&fields, context, report);
}

/// Only the Dashboard asks for a name, and for `active`.
fn for_dashboard(context: &Context, finding: Finding) -> Finding {
    if context.tyk.product == Product::Gateway { finding.severe(Severity::Info) } else { finding }
}

fn check_name(fields: &Fields<'_>, context: &Context, report: &mut Report) {
    let name = match fields.get(&NAME) {
        None | Some(Json::Null) => "",
        Some(Json::String(name)) => name.trim(),
        Some(_) => return,
    };
    let path = fields.path(&NAME);
    let is_taken = || {
        let others = context.policies.iter().flatten().filter(|policy| !policy.is_the_same(fields.text(&ID)));
        others.into_iter().any(|policy| policy.name == fields.text(&NAME))
    };
    if name.is_empty() {
        report.push(for_dashboard(context, Finding::new(Code::NameMissing, path, Seen::Nothing)));
    } else if is_taken() {
        report.push(Finding::new(Code::NameTaken, path, Seen::text(name)));
    }
}

fn check_id(fields: &Fields<'_>, context: &Context, report: &mut Report) {
    let (id, path) = (fields.text(&ID), fields.path(&ID));
    if !is_policy_id(id) {
        let safe: String = id.chars().map(|c| if is_id_character(c) { c } else { '-' }).collect();
        let fix = vec![fields.set(&ID, safe.as_str())];
        let finding = Finding::new(Code::PolicyIdCharacters, path, Seen::text(id));
        report.push(finding.fixed_by(format!("write {safe}"), fix));
    } else if is_placeholder(id) {
        report.push(Finding::new(Code::Placeholder, path, Seen::text(id)));
    } else if !id.is_empty() && !context.tyk.version.has(Version::new(5, 11)) {
        report.push(Finding::new(Code::OwnIdOnOldTyk, path, Seen::Nothing));
    }
}

fn check_state(fields: &Fields<'_>, context: &Context, report: &mut Report) {
    let (state, is_inactive) = (fields.text(&STATE), fields.flag(&IS_INACTIVE));
    let known = State::ALL.into_iter().find(|each| each.as_str() == state);
    let agree = |state: State| state.fields().map(|(field, value)| fields.set(field, value)).into();
    if known.is_none() && !state.is_empty() {
        let finding = Finding::new(Code::StateUnknown, fields.path(&STATE), Seen::text(state));
        let meant = State::ALL.into_iter().find(|each| each.as_str().eq_ignore_ascii_case(state));
        report.push(match meant {
            Some(meant) => finding.fixed_by(format!("write {}", meant.as_str()), agree(meant)),
            None => finding,
        });
    }
    let contradiction = match known {
        Some(State::Active) if is_inactive => Some(Severity::Warning),
        Some(State::Deny) if !is_inactive => Some(Severity::Info),
        _ => None,
    };
    if let (Some(severity), Some(state)) = (contradiction, known) {
        let finding = Finding::new(Code::StateContradicts, fields.path(&STATE), Seen::text(state.as_str()));
        report.push(
            finding.severe(severity).fixed_by(format!("write all three fields as {}", state.as_str()), agree(state)),
        );
    }
    if is_inactive {
        report.push(Finding::new(Code::KeysRefused, fields.path(&IS_INACTIVE), Seen::Nothing));
    }
    check_active(fields, context, !state.is_empty(), report);
}

fn check_active(fields: &Fields<'_>, context: &Context, has_state: bool, report: &mut Report) {
    let is_wrong_type = fields.is_written(&ACTIVE) && fields.get(&ACTIVE).and_then(Json::as_bool).is_none();
    if fields.flag(&ACTIVE) || is_wrong_type {
        return;
    }
    let finding = Finding::new(Code::NotActive, fields.path(&ACTIVE), Seen::Nothing);
    report.push(for_dashboard(context, finding.fixed_by("set active to true", vec![fields.set(&ACTIVE, true)])));
    if has_state && fields.get(&ACTIVE).is_none() {
        report.push(Finding::new(Code::ActiveMissing, fields.path(&STATE), Seen::Nothing));
    }
}

/// What the Gateway asks of the two ids of a policy.
pub(super) fn check_ids(basics: &Section, other: &Section, context: &Context, report: &mut Report) {
    let (basics, other) = (Fields::section(basics), Fields::section(other));
    let database_id = other.text(&DATABASE_ID);
    let is_database_id = database_id.len() == 24 && database_id.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_for_gateway = context.tyk.product == Product::Gateway;
    if is_for_gateway && basics.text(&ID).is_empty() && !is_database_id {
        report.push(Finding::new(Code::PolicyIdMissing, basics.path(&ID), Seen::Nothing));
    }
}

/// Whether a text has only the characters that a policy id may have (rule R2).
#[must_use]
pub fn is_policy_id(text: &str) -> bool {
    text.chars().all(is_id_character)
}

fn is_id_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '.' | '_' | '-' | '~')
}

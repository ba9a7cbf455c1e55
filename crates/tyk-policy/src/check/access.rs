//! The access rights: is there anything to call, and are the ids real?

use super::code::{About, Severity};
use super::{Code, Finding, Path, Report, Seen, Surroundings, entry_path, limits, names, quota};
use crate::catalogue::{
    ACCESS_RIGHTS, API_ID, LIMIT, LIMIT_FIELDS, LIMIT_PER, LIMIT_QUOTA_MAX, LIMIT_QUOTA_RENEWAL_RATE, LIMIT_RATE,
    PARTITIONS,
};
use crate::draft::{AccessRights, Entry, Json, Shape};

pub(super) static NO_ACCESS: About = About {
    rule: "R12",
    name: "no-access",
    severity: Severity::Warning,
    message: |_, f| f.write_str("the policy names no API, so a key that uses it alone is refused"),
    help: "add an API, unless this is the plan half of a plan and product pair",
};

pub(super) static ACCESS_NOT_DECIDED: About = About {
    rule: "R12",
    name: "access-not-decided",
    severity: Severity::Warning,
    message: |_, f| f.write_str("the partitions leave access out, so the APIs of this policy are not granted"),
    help: "switch the access partition on, unless the key gets its APIs from another policy",
};

pub(super) static PLACEHOLDER: About = About {
    rule: "M5",
    name: "placeholder",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(id) => write!(f, "`{id}` is a placeholder, not an id"),
        _ => f.write_str("this is a placeholder, not an id"),
    },
    help: "put the real id in its place; the Dashboard lists the id of each API",
};

pub(super) static API_ID_MISSING: About = About {
    rule: "M5",
    name: "api-id-missing",
    severity: Severity::Error,
    message: |_, f| f.write_str("the API has no id yet"),
    help: "type the api_id of the API definition, or choose the API from the dashboard's list",
};

/// Whether a list holds anything.
pub(super) fn is_filled_list(value: Option<&Json>) -> bool {
    value.and_then(Json::as_list).is_some_and(|items| !items.is_empty())
}

pub(super) fn check(access: &AccessRights, surroundings: Surroundings, report: &mut Report) {
    let path = || Path::root().name(access.field().name);
    if access.shape == Shape::Entries {
        for key in names::repeated(access.entries.iter().map(|entry| entry.key.as_str())) {
            report.push(Finding::new(Code::Double, entry_path(key), Seen::text(key)));
        }
    }
    if let Shape::Other(value) = &access.shape {
        report.push(Finding::new(Code::WrongType, path(), Seen::expected(ACCESS_RIGHTS.kind.expected(), value)));
    } else if access.entries.is_empty() && !surroundings.has_access_array {
        report.push(Finding::new(Code::NoAccess, path(), Seen::Nothing));
    } else if surroundings.partitioned && !surroundings.acl {
        report.push(Finding::new(Code::AccessNotDecided, Path::root().name(PARTITIONS.name), Seen::Nothing));
    }
}

pub(super) fn check_entry(entry: &Entry, surroundings: Surroundings, report: &mut Report) {
    if entry.key.is_empty() {
        report.push(Finding::new(Code::ApiIdMissing, entry_path(&entry.key), Seen::Nothing));
    } else if is_placeholder(&entry.key) {
        report.push(Finding::new(Code::Placeholder, entry_path(&entry.key), Seen::text(&entry.key)));
    }
    // The same placeholder in the key and in the id is one fault, not two.
    let id = entry.text(&API_ID);
    if id != entry.key && is_placeholder(id) {
        report.push(Finding::new(Code::Placeholder, entry_path(&entry.key).name(API_ID.name), Seen::text(id)));
    }
    if surroundings.per_api {
        own_limit(entry, report);
    }
}

/// The limit of one API, which is in force only where limits are decided per API and a number in it is not 0
/// (policy-model.md section 4.4).
fn own_limit(entry: &Entry, report: &mut Report) {
    let Some(limit) = entry.get(&LIMIT).and_then(Json::as_object) else { return };
    let number = |name: &str| limit.get(name).and_then(Json::as_number).unwrap_or(0.0);
    if LIMIT_FIELDS.iter().any(|field| number(field.name) != 0.0) {
        let path = || entry_path(&entry.key).name(LIMIT.name);
        limits::check_rate(limit.get(LIMIT_RATE.name), limit.get(LIMIT_PER.name), path, report);
        quota::check_renewal(limit.get(LIMIT_QUOTA_MAX.name), limit.get(LIMIT_QUOTA_RENEWAL_RATE.name), path, report);
    }
}

/// Whether an id is a template's placeholder: `{…}`, `<…>`, `${…}`, a shell's `$NAME` or `$(…)`, or a row of x.
pub(crate) fn is_placeholder(id: &str) -> bool {
    let framed =
        |open: char, close: char| id.find(open).is_some_and(|start| id.rfind(close).is_some_and(|end| end > start));
    let is_name =
        |name: &str| name.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic() || b"_({".contains(&byte));
    let is_variable = id.strip_prefix('$').is_some_and(is_name);
    framed('{', '}')
        || framed('<', '>')
        || is_variable
        || (id.len() >= 3 && id.bytes().all(|byte| matches!(byte, b'x' | b'X')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_of_documents_and_templates_are_known() {
        for id in ["{API-ID}", "<string>", "${apiId}", "xxxxx", "api-{ID}-x", "$apiId", "$(cat id)", "$env:ID"] {
            assert!(is_placeholder(id), "{id}");
        }
        for id in ["d1dfc6a927a046c54c0ed470f19757cc", "x", "xx", "fax", "a>b<c", "", "5$", "$5", "it's $(id)"] {
            assert!(!is_placeholder(id), "{id}");
        }
    }
}

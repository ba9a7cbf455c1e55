//! The access rights: is there anything to call, and are the ids real?

use super::code::{About, Severity};
use super::fields::Fields;
use super::finding::shorten;
use super::{
    Code, Finding, Path, Report, Seen, Surroundings, api_versions, doubles, endpoints, entry_path, graphql, mcp,
    own_limit, paths,
};
use crate::catalogue::{ACCESS_RIGHTS, ALLOWED_URLS, LIMIT, PARTITION_ACL, PARTITIONS};
use crate::context::Context;
use crate::draft::{AccessRights, Edit, Entry, Json, Shape};

pub(super) static NO_ACCESS: About = About {
    rule: "R12",
    name: "no-access",
    severity: Severity::Warning,
    message: |_, f| f.write_str("the policy names no API, so a key that uses it alone is refused"),
    help: "add an API, unless this policy only carries limits and keys get their APIs from another policy",
};

pub(super) static ACCESS_NOT_DECIDED: About = About {
    rule: "R12",
    name: "access-not-decided",
    severity: Severity::Warning,
    message: |_, f| f.write_str("the `acl` partition is off, so this policy gives a key none of its APIs"),
    help: "switch `acl` on, unless the key gets its APIs from another policy",
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

pub(super) static API_UNKNOWN: About = About {
    rule: "D15",
    name: "api-unknown",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Text(id) => write!(f, "the Dashboard has no API with the id `{id}`, so this right opens nothing"),
        _ => f.write_str("the Dashboard has no API with this id, so this right opens nothing"),
    },
    help: "choose the API from the dashboard's list; Tyk itself does not check the id",
};

pub(super) static API_ID_DIFFERS: About = About {
    rule: "M2",
    name: "api-id-differs",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Two(inner, key) => write!(f, "expected `{key}` like the key of this entry, found `{inner}`"),
        _ => f.write_str("expected the same id as the key of this entry"),
    },
    help: "write the same id in both places: Tyk goes by the key of the entry, people read the id inside",
};

pub(super) static NOT_WRITTEN_OUT: About = About {
    rule: "D16",
    name: "not-written-out",
    severity: Severity::Info,
    message: |seen, f| match seen {
        Seen::Text(names) => write!(f, "{names} left out, which some versions of the Dashboard refuse"),
        _ => f.write_str("something is left out, which some versions of the Dashboard refuse"),
    },
    help: "write `allowed_urls` as [] and `limit` as null: both mean the same as leaving them out",
};

/// Whether a list holds anything.
pub(super) fn is_filled_list(value: Option<&Json>) -> bool {
    value.and_then(Json::as_list).is_some_and(|items| !items.is_empty())
}

/// The access rights as a whole.
pub(super) fn check(access: &AccessRights, surroundings: Surroundings, report: &mut Report) {
    let path = || Path::root().name(access.field().name);
    if access.shape == Shape::Entries {
        for key in doubles::repeated(access.entries.iter().map(|entry| entry.key.as_str())) {
            let fix = vec![Edit::KeepLast(entry_path(key))];
            let finding = Finding::new(Code::Double, entry_path(key), Seen::text(key));
            report.push(finding.safely_fixed_by("keep the last one only", fix));
        }
    }
    if let Shape::Other(value) = &access.shape {
        report.push(Finding::new(Code::WrongType, path(), Seen::expected(ACCESS_RIGHTS.kind.expected(), value)));
    } else if access.entries.is_empty() && !surroundings.has_access_array {
        report.push(Finding::new(Code::NoAccess, path(), Seen::Nothing));
    } else if surroundings.ignores(surroundings.acl) {
        let flag = Path::root().name(PARTITIONS.name).name(PARTITION_ACL.name);
        let finding = Finding::new(Code::AccessNotDecided, Path::root().name(PARTITIONS.name), Seen::Nothing);
        report.push(finding.fixed_by("switch acl on", vec![Edit::Set(flag, Json::from(true))]));
    }
}

/// What one entry says of itself.
pub(super) fn check_entry(entry: &Entry, surroundings: Surroundings, context: &Context, report: &mut Report) {
    let api = context.apis.iter().flatten().find(|api| api.id == entry.key);
    check_ids(entry, context, report);
    let Some(object) = entry.value.as_object() else { return };
    let fields = Fields::entry(object, &entry.key);
    check_written_out(&fields, report);
    api_versions::check(&fields, api, report);
    paths::check(&fields, report);
    own_limit::check(&fields, surroundings, report);
    endpoints::check(&fields, surroundings, report);
    graphql::check(&fields, surroundings, report);
    mcp::check(&fields, surroundings, api, report);
}

fn check_ids(entry: &Entry, context: &Context, report: &mut Report) {
    let path = || entry_path(&entry.key);
    let is_listed = || context.apis.as_ref().is_none_or(|apis| apis.iter().any(|api| api.id == entry.key));
    if entry.key.is_empty() {
        report.push(Finding::new(Code::ApiIdMissing, path(), Seen::Nothing));
    } else if is_placeholder(&entry.key) {
        report.push(Finding::new(Code::Placeholder, path(), Seen::text(&entry.key)));
    } else if !is_listed() {
        report.push(Finding::new(Code::ApiUnknown, path(), Seen::text(&entry.key)));
    }
    // An id that is left out is not a different one. The same placeholder in both places is one fault, not two.
    let (id, field) = entry.inner_id();
    if id.is_empty() || id == entry.key {
        return;
    }
    let inner = path().name(field.name);
    if is_placeholder(id) {
        report.push(Finding::new(Code::Placeholder, inner, Seen::text(id)));
    } else {
        let fix = vec![Edit::Set(inner.clone(), Json::from(entry.key.as_str()))];
        let finding = Finding::new(Code::ApiIdDiffers, inner, Seen::Two(shorten(id), shorten(&entry.key)));
        report.push(finding.safely_fixed_by("write the key inside, too", fix));
    }
}

/// Some versions of the Dashboard want the two members that say "no limit" written out.
fn check_written_out(fields: &Fields<'_>, report: &mut Report) {
    let no_paths = !fields.is_written(&ALLOWED_URLS);
    let no_limit = fields.get(&LIMIT).is_none();
    let names = match (no_paths, no_limit) {
        (false, false) => return,
        (true, false) => "`allowed_urls` is",
        (false, true) => "`limit` is",
        (true, true) => "`allowed_urls` and `limit` are",
    };
    let mut edits = Vec::new();
    if no_paths {
        edits.push(fields.set(&ALLOWED_URLS, Json::List(Vec::new())));
    }
    if no_limit {
        edits.push(fields.set(&LIMIT, Json::Null));
    }
    let finding = Finding::new(Code::NotWrittenOut, fields.at(), Seen::Text(names.to_owned()));
    report.push(finding.safely_fixed_by("write them out", edits));
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

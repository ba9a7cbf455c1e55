//! Names of members: are they known, and whose are they?

use super::code::{About, Severity};
use super::path::Trail;
use super::types::{Walk, fits};
use super::versions::is_used;
use super::{Code, Finding, Report, Seen};
use crate::catalogue::{DATABASE_ID, Field, Owner, key_field, nearest};
use crate::context::Product;
use crate::draft::{Edit, Json, Object};

pub(super) static UNKNOWN_FIELD: About = About {
    rule: "M11",
    name: "unknown-field",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Name { name, nearest: Some(nearest) } => {
            write!(f, "Tyk knows no field `{name}` here; did you mean `{nearest}`?")
        }
        Seen::Name { name, nearest: None } => write!(f, "Tyk knows no field `{name}` here"),
        _ => f.write_str("Tyk knows no field of this name here"),
    },
    help: "correct the name or take the field out: the Gateway drops what it does not know without a word",
};

pub(super) static FIELD_IN_OTHER_LETTERS: About = About {
    rule: "M11",
    name: "field-in-other-letters",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Name { name, nearest: Some(nearest) } => {
            write!(f, "expected `{nearest}`, found `{name}`, which only the Gateway takes for it")
        }
        _ => f.write_str("only the Gateway takes this for a field that is spelt otherwise"),
    },
    help: "write the name exactly as Tyk spells it; other programs may not know it",
};

pub(super) static KEY_FIELD: About = About {
    rule: "M6",
    name: "key-field",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Name { name, .. } => write!(f, "`{name}` belongs to keys, not to policies"),
        _ => f.write_str("this belongs to keys, not to policies"),
    },
    help: "take it out: Tyk counts it for each key and ignores it in a policy",
};

pub(super) static RUN_TIME_FIELD: About = About {
    rule: "M6",
    name: "run-time-field",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Name { name, .. } => write!(f, "Tyk works `{name}` out itself while it runs"),
        _ => f.write_str("Tyk works this out itself while it runs"),
    },
    help: "take it out: what a policy says here does nothing",
};

pub(super) static READ_ONLY_FIELD: About = About {
    rule: "M6",
    name: "read-only-field",
    severity: Severity::Info,
    message: |seen, f| match seen {
        Seen::Name { name, .. } => write!(f, "the Dashboard assigns `{name}` itself"),
        _ => f.write_str("the Dashboard assigns this itself"),
    },
    help: "usual in an export; take it out before you create a new policy from it",
};

pub(super) static LEGACY_NAME: About = About {
    rule: "M1",
    name: "legacy-name",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Name { name, nearest: Some(nearest) } => {
            write!(f, "expected `{nearest}`, found `{name}`, its name in Tyk 2.x")
        }
        _ => f.write_str("this is a name of Tyk 2.x"),
    },
    help: "write today's name: newer Dashboards do not know the old one",
};

/// What is to be said of a name that none of `fields` has. `trail` leads to the member itself.
pub(super) fn unknown(name: &str, value: &Json, fields: &[&'static Field], trail: &Trail<'_>, report: &mut Report) {
    let known = nearest(name, fields);
    let nearest = known.map(|field| field.name);
    let code = if key_field(name).is_some() {
        Code::KeyField
    } else if nearest.is_some_and(|nearest| nearest.eq_ignore_ascii_case(name)) {
        Code::FieldInOtherLetters
    } else {
        Code::UnknownField
    };
    let finding = Finding::new(code, trail.path(), Seen::Name { name: name.to_owned(), nearest });
    report.push(match (code, nearest) {
        (Code::KeyField, _) => finding.safely_fixed_by("take it out", vec![Edit::Remove(trail.path())]),
        (Code::FieldInOtherLetters, Some(nearest)) => {
            finding.safely_fixed_by(spelt(nearest), vec![renamed(trail, nearest)])
        }
        // A value of another type was hardly meant for that field.
        (_, Some(_)) if !known.is_some_and(|field| fits(&field.kind, value)) => finding,
        (_, Some(nearest)) => finding.fixed_by(spelt(nearest), vec![renamed(trail, nearest)]),
        (_, None) => finding.fixed_by("take it out", vec![Edit::Remove(trail.path())]),
    });
}

fn spelt(name: &str) -> String {
    format!("write {name}")
}

fn renamed(trail: &Trail<'_>, name: &str) -> Edit {
    Edit::Rename(trail.path(), name.to_owned())
}

/// What is to be said of a known field by whose it is.
pub(super) fn owner(
    field: &'static Field,
    value: &Json,
    beside: Option<&Object>,
    trail: &Trail<'_>,
    walk: &mut Walk<'_>,
) {
    let (code, nearest) = match field.owner {
        Owner::User | Owner::Derived => return,
        Owner::Dashboard => (Code::ReadOnlyField, None),
        Owner::Legacy(successor) => (Code::LegacyName, Some(successor.name)),
        Owner::RunTime if key_field(field.name).is_some() => (Code::KeyField, None),
        // Exports are full of them, empty: only one that says something is worth a word.
        Owner::RunTime if is_used(value) => (Code::RunTimeField, None),
        Owner::RunTime => return,
    };
    let finding = Finding::new(code, trail.path(), Seen::Name { name: field.name.to_owned(), nearest });
    let is_for_gateway = walk.context.tyk.product == Product::Gateway;
    let is_there = |name: &str| beside.is_some_and(|object| object.get(name).is_some());
    let is_id = field.name == DATABASE_ID.name;
    let remove = || vec![Edit::Remove(trail.path())];
    walk.report.push(match nearest {
        Some(nearest) if !is_there(nearest) => finding.safely_fixed_by(spelt(nearest), vec![renamed(trail, nearest)]),
        Some(_) => finding.safely_fixed_by("take it out", remove()),
        // The Gateway, which has no one to assign them, takes these fields as they are. The id may be the one that keys name.
        None if is_id && is_for_gateway => finding,
        None if is_id || is_for_gateway => finding.fixed_by("take it out", remove()),
        None => finding.safely_fixed_by("take it out", remove()),
    });
}

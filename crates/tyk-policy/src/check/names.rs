//! Names of members: known ones, and each only once.

use std::collections::BTreeSet;

use super::code::{About, Severity};
use super::path::{Step, Trail};
use super::versions::is_used;
use super::{Code, Finding, Report, Seen};
use crate::catalogue::{Field, Owner, key_field, nearest};
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
    help: "correct the name or take the field out: the Gateway drops what it does not know, in silence",
};

pub(super) static FIELD_IN_OTHER_LETTERS: About = About {
    rule: "M11",
    name: "field-in-other-letters",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Name { name, nearest: Some(nearest) } => write!(f, "the Gateway takes `{name}` for `{nearest}`"),
        _ => f.write_str("the Gateway takes this for a field that is spelt otherwise"),
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
        Seen::Name { name, .. } => write!(f, "`{name}` is Tyk's own note while it runs"),
        _ => f.write_str("this is Tyk's own note while it runs"),
    },
    help: "take it out: Tyk works it out anew and ignores what a policy says",
};

pub(super) static READ_ONLY_FIELD: About = About {
    rule: "M6",
    name: "read-only-field",
    severity: Severity::Info,
    message: |seen, f| match seen {
        Seen::Name { name, .. } => write!(f, "the Dashboard assigns `{name}` itself"),
        _ => f.write_str("the Dashboard assigns this itself"),
    },
    help: "usual in an export; take it out before the policy is created anew",
};

pub(super) static LEGACY_NAME: About = About {
    rule: "M1",
    name: "legacy-name",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Name { name, nearest: Some(nearest) } => write!(f, "`{name}` is the name that 2.x had for `{nearest}`"),
        _ => f.write_str("this is a name of 2.x"),
    },
    help: "write today's name: newer Dashboards do not know the old one",
};

pub(super) static DOUBLE: About = About {
    rule: "M4",
    name: "double",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Text(name) => write!(f, "`{name}` stands here more than once; only the last one counts"),
        _ => f.write_str("a name stands here more than once; only the last one counts"),
    },
    help: "keep one of them",
};

/// What is to be said of a name that none of `fields` has. `trail` leads to the member itself.
pub(super) fn unknown(name: &str, fields: &[&'static Field], trail: &Trail<'_>, report: &mut Report) {
    let nearest = nearest(name, fields).map(|field| field.name);
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
pub(super) fn owner(field: &'static Field, value: &Json, trail: &Trail<'_>, report: &mut Report) {
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
    report.push(match nearest {
        Some(nearest) => finding.safely_fixed_by(spelt(nearest), vec![renamed(trail, nearest)]),
        None => finding.safely_fixed_by("take it out", vec![Edit::Remove(trail.path())]),
    });
}

/// Names that stand in an object more than once.
pub(super) fn doubles(object: &Object, trail: &Trail<'_>, report: &mut Report) {
    for name in repeated(object.iter().map(|(name, _)| name)) {
        let path = trail.then(Step::Key(name)).path();
        let finding = Finding::new(Code::Double, path.clone(), Seen::text(name));
        report.push(finding.safely_fixed_by("keep the last one only", vec![Edit::KeepLast(path)]));
    }
}

/// The same in everything inside a value of which nothing else is known.
pub(super) fn doubles_inside(value: &Json, trail: &Trail<'_>, report: &mut Report) {
    match value {
        Json::Object(object) => {
            doubles(object, trail, report);
            object.iter().for_each(|(name, value)| doubles_inside(value, &trail.then(Step::Key(name)), report));
        }
        Json::List(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(index, value)| doubles_inside(value, &trail.then(Step::Index(index)), report));
        }
        _ => {}
    }
}

/// The names that come more than once, each once. A few are compared with each other; a thousand APIs are not.
pub(super) fn repeated<'a>(names: impl Iterator<Item = &'a str> + Clone) -> Vec<&'a str> {
    const FEW: usize = 24;
    let mut repeated = Vec::new();
    if names.clone().nth(FEW).is_none() {
        for (index, name) in names.clone().enumerate() {
            if names.clone().take(index).any(|earlier| earlier == name) && !repeated.contains(&name) {
                repeated.push(name);
            }
        }
    } else {
        let (mut seen, mut said) = (BTreeSet::new(), BTreeSet::new());
        repeated.extend(names.filter(|name| !seen.insert(*name) && said.insert(*name)));
    }
    repeated
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_comes_again_and_again_is_named_once_among_few_and_among_many() {
        let few = ["a", "b", "a", "c", "a"];
        assert_eq!(repeated(few.into_iter()), ["a"]);
        let many: Vec<String> = (0..100).map(|number| (number % 98).to_string()).collect();
        assert_eq!(repeated(many.iter().map(String::as_str)), ["0", "1"]);
    }
}

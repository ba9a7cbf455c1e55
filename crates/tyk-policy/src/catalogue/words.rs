//! What a field's type, age and owner are called in text.

use super::{Field, Home, Kind, Owner, Version};

/// The type, as people say it.
pub(super) fn kind(kind: &Kind) -> String {
    let of = |item: &Kind| match item {
        Kind::Object(_) | Kind::Map(_) => "objects".to_owned(),
        Kind::Any => "any values".to_owned(),
        item => self::kind(item),
    };
    match kind {
        Kind::Text => "text".to_owned(),
        Kind::Flag => "true or false".to_owned(),
        Kind::Integer => "whole number".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::Object(_) => "object".to_owned(),
        Kind::Any => "any value".to_owned(),
        Kind::List(item) => format!("list of {}", of(item)),
        Kind::Map(item) => format!("map of {}", of(item)),
    }
}

/// The release from which on it is there, given the age of what it is in. The ages of objects are the Gateway's, so they
/// say nothing of a field that only the Dashboard knows.
pub(super) fn since(field: &Field, outer: Version) -> String {
    let (program, since) = match field.home {
        Home::Everywhere => ("Gateway", outer.max(field.since)),
        Home::DashboardOnly => ("Dashboard", field.since),
    };
    if since == Version::OLDEST { since.to_string() } else { format!("{program} {since}") }
}

/// Whose value it is, where it is not the writer's.
pub(super) fn owner(field: &Field) -> Option<String> {
    match field.owner {
        Owner::User => None,
        Owner::Derived => Some("the Dashboard's own pages or the portal; may be sent".to_owned()),
        Owner::Dashboard => Some("the Dashboard (read-only)".to_owned()),
        Owner::RunTime => Some("Tyk, while it runs (read-only)".to_owned()),
        Owner::Legacy(successor) => Some(format!("nobody, it is an old name of {}", successor.name)),
    }
}

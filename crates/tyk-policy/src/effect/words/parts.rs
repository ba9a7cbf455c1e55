//! Rights, life and state in words.

use super::numbers::{few, length};
use crate::check::shorten;
use crate::draft::State;
use crate::effect::{Effect, Refusing};
use crate::policy::{Afterwards, AllowedUrl, Depth, Expiry, FieldDepth, NameLists, TypeFields};

/// "GET/POST ^/orders"; one without methods never matches (rule S13).
pub fn allowed(allowed: &AllowedUrl) -> String {
    let methods = if allowed.methods.is_empty() { "no method".to_owned() } else { allowed.methods.join("/") };
    let url = if allowed.url.is_empty() { "(an empty pattern)" } else { &allowed.url };
    [methods.as_str(), " ", &shorten(url)].concat()
}

/// "Query (all fields)", "Product (id and name)".
pub fn type_fields(types: &TypeFields) -> String {
    let fields: Vec<_> = types.fields.iter().map(String::as_str).collect();
    let fields = if fields == ["*"] { "all fields".to_owned() } else { few(&fields) };
    [types.name.as_str(), " (", &fields, ")"].concat()
}

/// "Query.orders 3 levels", "Query.users blocked".
pub fn field_depth(field: &FieldDepth) -> String {
    let depth = match field.depth {
        Depth::NotSet => "blocked".to_owned(),
        Depth::Unlimited => "any depth".to_owned(),
        Depth::Levels(levels) => super::limits::depth(levels),
    };
    [field.type_name.as_str(), ".", &field.field_name, " ", &depth].concat()
}

/// "only a and b, never c"; nothing where the lists keep nothing out.
pub fn name_lists(lists: &NameLists) -> Option<String> {
    let names = |names: &[String]| few(&names.iter().map(String::as_str).collect::<Vec<_>>());
    match (lists.allowed.as_slice(), lists.blocked.as_slice()) {
        ([], []) => None,
        (allowed, []) => Some(["only ", &names(allowed)].concat()),
        ([], blocked) => Some(["all but ", &names(blocked)].concat()),
        (allowed, blocked) => Some(["only ", &names(allowed), ", and never ", &names(blocked)].concat()),
    }
}

/// "expire 30 days after they are made, and are kept 1 day longer", "never expire".
pub fn life(expiry: &Expiry) -> String {
    let Some(seconds) = expiry.seconds else { return "never expire".to_owned() };
    let time = |seconds: i64| length(seconds.unsigned_abs());
    let afterwards = match expiry.afterwards {
        Afterwards::NotSet => String::new(),
        Afterwards::Delete => ", and are then deleted".to_owned(),
        Afterwards::RetainForEver => ", and are then kept for ever".to_owned(),
        Afterwards::Retain(seconds) => [", and are then kept for ", &time(seconds)].concat(),
    };
    ["expire ", &time(seconds), " after they are made", &afterwards].concat()
}

/// What the access state means for keys.
pub fn state(effect: &Effect) -> String {
    let state = effect.state;
    let refuses = effect.refused.iter().any(|refused| refused.what == Refusing::EveryKey);
    match state.state {
        Some(State::Deny) => "deny: keys are switched off, and no new ones can be made",
        _ if state.is_inactive => "inactive: every request gets a 403",
        _ if refuses => "keys are refused",
        Some(State::Draft) => "draft: keys that exist keep working, and no new ones can be made",
        _ if !state.active => "not active: Tyk documents that it loads active policies only",
        _ => "active",
    }
    .to_owned()
}

//! Fields that the Tyk a policy is for does not know yet, or not at all.

use super::code::{About, Severity};
use super::path::Trail;
use super::types::Walk;
use super::{Code, Seen};
use crate::catalogue::{Field, Home, NAME};
use crate::context::Product;
use crate::draft::Json;

pub(super) static FIELD_TOO_NEW: About = About {
    rule: "S22",
    name: "field-too-new",
    severity: Severity::Info,
    message: |seen, f| match seen {
        Seen::Since { name, since, target } => write!(f, "{target} drops `{name}`, which is there since {since}"),
        _ => f.write_str("the Tyk that this policy is for drops this field"),
    },
    help: "it does nothing there; choose a newer target if the policy is for a newer Tyk",
};

pub(super) static FIELD_NOT_FOR_GATEWAY: About = About {
    rule: "S22",
    name: "field-not-for-gateway",
    severity: Severity::Info,
    message: |seen, f| match seen {
        Seen::Since { name, .. } => write!(f, "the Gateway drops `{name}`, which only the Dashboard knows"),
        _ => f.write_str("the Gateway drops this field, which only the Dashboard knows"),
    },
    help: "it does nothing there; leave it if the policy also goes to a Dashboard",
};

/// Whether the target knows a field that is used.
pub(super) fn check(field: &'static Field, value: &Json, trail: &Trail<'_>, walk: &mut Walk<'_>) {
    let target = walk.context.tyk;
    // The Dashboard always had `name`, which the Gateway has since 2.9.
    let is_for_gateway = target.product == Product::Gateway;
    let code = if is_for_gateway && field.home == Home::DashboardOnly {
        Code::FieldNotForGateway
    } else if !target.version.has(field.since) && (is_for_gateway || field.name != NAME.name) {
        Code::FieldTooNew
    } else {
        return;
    };
    if is_used(value) {
        walk.push(code, trail, Seen::Since { name: field.name, since: field.since, target });
    }
}

/// Whether a value says anything else than that the field is off or not there.
pub(super) fn is_used(value: &Json) -> bool {
    match value {
        Json::Null | Json::Bool(false) => false,
        Json::Bool(true) => true,
        Json::Number(number) => !matches!(number.as_str(), "0" | "-1" | "-0"),
        Json::String(text) => !text.is_empty(),
        Json::List(items) => !items.is_empty(),
        Json::Object(object) => object.iter().any(|(_, value)| is_used(value)),
    }
}

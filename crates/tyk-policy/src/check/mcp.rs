//! What may be asked of an MCP proxy (policy-model.md section 10c).

use super::code::{About, Severity};
use super::endpoints::{check_in_force, check_small};
use super::fields::Fields;
use super::{Code, Finding, Report, Seen, Surroundings};
use crate::answer::{ApiKind, KnownApi};
use crate::catalogue::{
    ALLOWED_TYPES, ALLOWED_URLS, DISABLE_INTROSPECTION, ENDPOINTS, FIELD_ACCESS_RIGHTS, Field, JSON_RPC_METHODS,
    JSON_RPC_METHODS_ACCESS_RIGHTS, MCP_ACCESS_RIGHTS, MCP_LIMIT, MCP_PRIMITIVE_TYPE, MCP_PRIMITIVES, RESTRICTED_TYPES,
};
use crate::draft::Json;

pub(super) static MCP_FIELD_ON_API: About = About {
    rule: "R6",
    name: "mcp-field-on-api",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(field) => write!(f, "`{field}` is for MCP proxies only, and this API is not one"),
        _ => f.write_str("this is for MCP proxies only, and this API is not one"),
    },
    help: "take it out: Tyk refuses the whole policy because of it",
};

pub(super) static API_FIELD_ON_MCP: About = About {
    rule: "R7",
    name: "api-field-on-mcp",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(field) => write!(f, "`{field}` is not for MCP proxies, and this API is one"),
        _ => f.write_str("this is not for MCP proxies, and this API is one"),
    },
    help: "take it out, and use the MCP lists: Tyk refuses the whole policy because of it",
};

pub(super) static PRIMITIVE_TYPE_UNKNOWN: About = About {
    rule: "R8",
    name: "primitive-type-unknown",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(kind) => write!(f, "expected tool, resource or prompt, found `{kind}`"),
        _ => f.write_str("expected tool, resource or prompt"),
    },
    help: "write one of the three, in lower case: Tyk refuses the whole policy because of it",
};

/// The fields that only an MCP proxy may have.
static MCP_FIELDS: [&Field; 4] =
    [&JSON_RPC_METHODS, &JSON_RPC_METHODS_ACCESS_RIGHTS, &MCP_ACCESS_RIGHTS, &MCP_PRIMITIVES];
/// The fields that an MCP proxy may not have.
static API_FIELDS: [&Field; 6] =
    [&ALLOWED_URLS, &ENDPOINTS, &RESTRICTED_TYPES, &ALLOWED_TYPES, &FIELD_ACCESS_RIGHTS, &DISABLE_INTROSPECTION];

pub(super) fn check(entry: &Fields<'_>, surroundings: Surroundings, api: Option<&KnownApi>, report: &mut Report) {
    for field in [&JSON_RPC_METHODS, &MCP_PRIMITIVES] {
        if !entry.list(field).is_empty() {
            check_in_force(entry, field, surroundings, report);
        }
        for item in entry.items(field) {
            if let Some(limit) = item.inside(&MCP_LIMIT) {
                check_small(&limit, report);
            }
        }
    }
    for primitive in entry.items(&MCP_PRIMITIVES) {
        check_type(&primitive, report);
    }
    if let Some(api) = api {
        let is_mcp = api.kind == ApiKind::Mcp;
        let (wrong, code) = if is_mcp {
            (API_FIELDS.as_slice(), Code::ApiFieldOnMcp)
        } else {
            (MCP_FIELDS.as_slice(), Code::McpFieldOnApi)
        };
        for field in wrong.iter().filter(|field| entry.get(field).is_some_and(says_something)) {
            let finding = Finding::new(code, entry.path(field), Seen::Text(field.name.to_owned()));
            report.push(finding.fixed_by("take it out", vec![entry.remove(field)]));
        }
    }
}

fn check_type(primitive: &Fields<'_>, report: &mut Report) {
    let Some(kind) = primitive.get(&MCP_PRIMITIVE_TYPE).map_or(Some(""), Json::as_text) else { return };
    if !MCP_PRIMITIVE_TYPE.values.contains(&kind) {
        let path = primitive.path(&MCP_PRIMITIVE_TYPE);
        let finding = Finding::new(Code::PrimitiveTypeUnknown, path, Seen::text(kind));
        let meant = MCP_PRIMITIVE_TYPE.values.iter().find(|value| value.eq_ignore_ascii_case(kind));
        report.push(match meant {
            Some(meant) => finding.fixed_by(format!("write {meant}"), vec![primitive.set(&MCP_PRIMITIVE_TYPE, *meant)]),
            None => finding,
        });
    }
}

/// Whether a value is there and not empty.
fn says_something(value: &Json) -> bool {
    match value {
        Json::Null => false,
        Json::Bool(flag) => *flag,
        Json::List(items) => !items.is_empty(),
        Json::Object(object) => object.iter().any(|(_, value)| says_something(value)),
        Json::Number(_) | Json::String(_) => true,
    }
}

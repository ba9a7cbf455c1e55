//! Fields that a form shows together, closed until somebody needs them.

use super::{
    ACCESS_RIGHTS_ARRAY, ALLOWED_TYPES, AUTH_TYPE, AUTH_TYPES, DISABLE_INTROSPECTION, ENABLE_HTTP_SIGNATURE_VALIDATION,
    ENDPOINTS, FIELD_ACCESS_RIGHTS, Field, GRAPHQL_ACCESS_RIGHTS, GRAPHQL_ENABLED, HMAC_ENABLED, JSON_RPC_METHODS,
    JSON_RPC_METHODS_ACCESS_RIGHTS, Kind, LIMIT, MAX_QUERY_DEPTH, MCP_ACCESS_RIGHTS, MCP_PRIMITIVES, META_DATA,
    OAUTH2_SCOPES, ORG_ID, PER, POST_EXPIRY_ACTION, POST_EXPIRY_GRACE_PERIOD, QUOTA_MAX, QUOTA_RENEWAL_RATE, RATE,
    RESTRICTED_TYPES, SMOOTHING, SectionName, THROTTLE_INTERVAL, THROTTLE_RETRY_LIMIT,
};

/// Some fields under one heading.
#[derive(Debug)]
pub struct FieldGroup {
    /// What a form calls them together.
    pub heading: &'static str,
    /// The fields, in the order of the form.
    pub fields: &'static [&'static Field],
}

const fn group(heading: &'static str, fields: &'static [&'static Field]) -> FieldGroup {
    FieldGroup { heading, fields }
}

static LIMITS: [FieldGroup; 3] = [
    group("Throttling", &[&THROTTLE_RETRY_LIMIT, &THROTTLE_INTERVAL]),
    group(SMOOTHING.label, &[&SMOOTHING]),
    group(MAX_QUERY_DEPTH.label, &[&MAX_QUERY_DEPTH]),
];
static EXPIRY: [FieldGroup; 1] = [group(POST_EXPIRY_ACTION.label, &[&POST_EXPIRY_ACTION, &POST_EXPIRY_GRACE_PERIOD])];
static LABELS: [FieldGroup; 1] = [group(META_DATA.label, &[&META_DATA])];
static OTHER: [FieldGroup; 4] = [
    group("Organisation", &[&ORG_ID]),
    group("Request signatures", &[&HMAC_ENABLED, &ENABLE_HTTP_SIGNATURE_VALIDATION]),
    group("Dashboard and portal", &[&AUTH_TYPE, &AUTH_TYPES, &OAUTH2_SCOPES, &GRAPHQL_ENABLED]),
    group("Leftovers and second forms", &[&ACCESS_RIGHTS_ARRAY, &GRAPHQL_ACCESS_RIGHTS]),
];

/// The groups of an access entry.
pub static ENTRY_GROUPS: [FieldGroup; 4] = [
    group(LIMIT.label, &[&LIMIT]),
    group("GraphQL", &[&ALLOWED_TYPES, &RESTRICTED_TYPES, &FIELD_ACCESS_RIGHTS, &DISABLE_INTROSPECTION]),
    group("MCP", &[&MCP_ACCESS_RIGHTS, &MCP_PRIMITIVES, &JSON_RPC_METHODS_ACCESS_RIGHTS, &JSON_RPC_METHODS]),
    group(ENDPOINTS.label, &[&ENDPOINTS]),
];

/// The groups of a section.
#[must_use]
pub fn groups(section: SectionName) -> &'static [FieldGroup] {
    match section {
        SectionName::Limits => &LIMITS,
        SectionName::Expiry => &EXPIRY,
        SectionName::Labels => &LABELS,
        SectionName::Other => &OTHER,
        SectionName::Basics | SectionName::Access | SectionName::Quota | SectionName::Partitions => &[],
    }
}

/// The fields of an object in the order of a form: what names it and switches first, then its limits, then what is larger.
#[must_use]
pub fn form_order(fields: &[&'static Field]) -> Vec<&'static Field> {
    const LIMITS: [&str; 7] = [
        RATE.name,
        PER.name,
        QUOTA_MAX.name,
        QUOTA_RENEWAL_RATE.name,
        THROTTLE_RETRY_LIMIT.name,
        THROTTLE_INTERVAL.name,
        MAX_QUERY_DEPTH.name,
    ];
    let rank = |field: &Field| match (&field.kind, LIMITS.iter().position(|name| *name == field.name)) {
        (Kind::Text | Kind::Flag, _) => 0,
        (_, Some(position)) => position + 1,
        (_, None) => LIMITS.len() + 1,
    };
    (0..=LIMITS.len() + 1).flat_map(|each| fields.iter().copied().filter(move |field| rank(field) == each)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{ENTRY, ROOT};

    fn grouped(groups: &'static [FieldGroup]) -> impl Iterator<Item = &'static str> {
        groups.iter().flat_map(|group| group.fields).map(|field| field.name)
    }

    #[test]
    fn every_field_that_one_writes_has_one_place_in_the_form() {
        let always = [
            "access_rights",
            "active",
            "id",
            "is_inactive",
            "key_expires_in",
            "name",
            "partitions",
            "per",
            "quota_max",
            "quota_renewal_rate",
            "rate",
            "state",
            "tags",
        ];
        let mut in_form: Vec<_> =
            always.into_iter().chain(SectionName::ALL.into_iter().flat_map(|name| grouped(groups(name)))).collect();
        in_form.sort_unstable();
        let all: Vec<_> = ROOT.iter().filter(|field| field.is_written()).map(|field| field.name).collect();
        assert_eq!(in_form, all);

        let mut in_entry: Vec<_> =
            ["allowed_urls", "api_id", "api_name", "versions"].into_iter().chain(grouped(&ENTRY_GROUPS)).collect();
        in_entry.sort_unstable();
        let all: Vec<_> = ENTRY.iter().filter(|field| field.is_written()).map(|field| field.name).collect();
        assert_eq!(in_entry, all);
    }

    #[test]
    fn a_group_stands_in_the_section_of_its_fields() {
        for name in SectionName::ALL {
            for field in groups(name).iter().flat_map(|group| group.fields) {
                assert_eq!(field.section, name, "{}", field.name);
            }
        }
    }
}

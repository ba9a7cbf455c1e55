//! Draft to policy. Fails only where the check reported an error; a test holds that.

use super::fields::Fields;
use super::{
    AccessRight, AccessState, Afterwards, AllowedUrl, DashboardFields, Endpoint, EndpointMethod, Expiry, FieldDepth,
    GraphQl, JsonRpcMethod, Limits, Mcp, McpRights, NameLists, Partitions, Policy, Primitive, PrimitiveKind,
    Signatures, TypeFields,
};
use crate::catalogue::{
    ACTIVE, ALLOWED_TYPES, ALLOWED_URLS, AUTH_TYPE, AUTH_TYPES, DATABASE_ID, DATE_CREATED, DISABLE_INTROSPECTION,
    ENABLE_HTTP_SIGNATURE_VALIDATION, ENDPOINT_LIMIT, ENDPOINT_METHOD_NAME, ENDPOINT_METHODS, ENDPOINT_PATH, ENDPOINTS,
    FIELD_ACCESS_RIGHTS, Field, GRAPHQL_ENABLED, GRAPHQL_TYPE_FIELDS, GRAPHQL_TYPE_NAME, HMAC_ENABLED, ID, IS_INACTIVE,
    JSON_RPC_METHOD_NAME, JSON_RPC_METHODS, JSON_RPC_METHODS_ACCESS_RIGHTS, KEY_EXPIRES_IN, LAST_UPDATED, LIMIT,
    LIMIT_FIELDS, MCP_ACCESS_RIGHTS, MCP_LIMIT, MCP_PRIMITIVE_NAME, MCP_PRIMITIVE_TYPE, MCP_PRIMITIVES, MCP_PROMPTS,
    MCP_RESOURCES, MCP_TOOLS, META_DATA, METHODS, NAME, NAMES_ALLOWED, NAMES_BLOCKED, OAUTH2_SCOPES, ORG_ID,
    PARTITION_ACL, PARTITION_COMPLEXITY, PARTITION_PER_API, PARTITION_QUOTA, PARTITION_RATE_LIMIT, PARTITIONS,
    POST_EXPIRY_ACTION, POST_EXPIRY_GRACE_PERIOD, RESTRICTED_TYPES, ROOT_FIELD_LIMITS, ROOT_FIELD_NAME, ROOT_TYPE_NAME,
    STATE, TAGS, URL, VERSIONS,
};
use crate::check::{self, Report};
use crate::context::Context;
use crate::draft::{Draft, Entry, Json, State};

/// The policy that a draft describes.
///
/// # Errors
/// The report, where it holds an error.
pub fn build(draft: &Draft, context: &Context) -> Result<Policy, Report> {
    let report = check::draft(draft, context);
    if !report.is_ready() {
        return Err(report);
    }
    Ok(read(draft))
}

/// What Tyk would decode of a draft if it took every body: a value of a wrong type counts as one that was left out.
#[must_use]
pub(crate) fn read(draft: &Draft) -> Policy {
    let root = Fields::Root(draft);
    Policy {
        name: root.text(&NAME),
        id: root.optional_text(&ID),
        organisation: root.optional_text(&ORG_ID),
        access_state: access_state(root),
        access_rights: draft.access.entries.iter().map(access_right).collect(),
        limits: root.limits(),
        partitions: partitions(root.inside(&PARTITIONS)),
        expiry: expiry(root),
        signatures: Signatures { hmac: root.flag(&HMAC_ENABLED), http: root.flag(&ENABLE_HTTP_SIGNATURE_VALIDATION) },
        tags: root.texts(&TAGS),
        meta_data: root.members(&META_DATA),
        dashboard: dashboard(root),
    }
}

fn access_state(root: Fields<'_>) -> AccessState {
    let state = root.text(&STATE);
    AccessState {
        state: State::ALL.into_iter().find(|each| each.as_str() == state),
        active: root.flag(&ACTIVE),
        is_inactive: root.flag(&IS_INACTIVE),
    }
}

fn partitions(flags: Fields<'_>) -> Partitions {
    Partitions {
        acl: flags.flag(&PARTITION_ACL),
        rate_limit: flags.flag(&PARTITION_RATE_LIMIT),
        quota: flags.flag(&PARTITION_QUOTA),
        complexity: flags.flag(&PARTITION_COMPLEXITY),
        per_api: flags.flag(&PARTITION_PER_API),
    }
}

fn expiry(root: Fields<'_>) -> Expiry {
    let afterwards = match (root.text(&POST_EXPIRY_ACTION).as_str(), root.integer(&POST_EXPIRY_GRACE_PERIOD)) {
        ("delete", _) => Afterwards::Delete,
        ("retain", -1) => Afterwards::RetainForEver,
        ("retain", seconds) if seconds > 0 => Afterwards::Retain(seconds),
        _ => Afterwards::NotSet,
    };
    Expiry { seconds: Some(root.integer(&KEY_EXPIRES_IN)).filter(|seconds| *seconds > 0), afterwards }
}

fn dashboard(root: Fields<'_>) -> DashboardFields {
    DashboardFields {
        database_id: root.optional_text(&DATABASE_ID),
        date_created: root.optional_text(&DATE_CREATED),
        last_updated: root.optional_text(&LAST_UPDATED),
        auth_type: root.optional_text(&AUTH_TYPE),
        auth_types: root.optional_texts(&AUTH_TYPES),
        graphql_enabled: root.optional_flag(&GRAPHQL_ENABLED),
        oauth2_scopes: root.optional_texts(&OAUTH2_SCOPES),
    }
}

fn access_right(entry: &Entry) -> AccessRight {
    let fields = Fields::of(Some(&entry.value));
    AccessRight {
        api_id: entry.key.clone(),
        api_name: entry.api_name().to_owned(),
        versions: fields.optional_texts(&VERSIONS),
        allowed_urls: fields
            .items(&ALLOWED_URLS, |item| AllowedUrl { url: item.text(&URL), methods: item.texts(&METHODS) }),
        limits: own_limits(entry),
        endpoints: fields.items(&ENDPOINTS, endpoint),
        graphql: graphql(fields),
        mcp: mcp(fields),
    }
}

/// Limits of its own are in force only where one of their numbers is not 0 (policy-model.md section 4.4).
fn own_limits(entry: &Entry) -> Option<Limits> {
    let limit = entry.get(&LIMIT)?.as_object()?;
    let is_set = |field: &&Field| limit.get(field.name).and_then(Json::as_number).is_some_and(|number| number != 0.0);
    LIMIT_FIELDS.iter().any(is_set).then(|| Fields::Of(Some(limit)).limits())
}

fn endpoint(item: Fields<'_>) -> Endpoint {
    let method = |item: Fields<'_>| EndpointMethod {
        name: item.text(&ENDPOINT_METHOD_NAME),
        rate: item.inside(&ENDPOINT_LIMIT).rate(),
    };
    Endpoint { path: item.text(&ENDPOINT_PATH), methods: item.items(&ENDPOINT_METHODS, method) }
}

fn graphql(fields: Fields<'_>) -> GraphQl {
    let type_fields =
        |item: Fields<'_>| TypeFields { name: item.text(&GRAPHQL_TYPE_NAME), fields: item.texts(&GRAPHQL_TYPE_FIELDS) };
    let field_depth = |item: Fields<'_>| FieldDepth {
        type_name: item.text(&ROOT_TYPE_NAME),
        field_name: item.text(&ROOT_FIELD_NAME),
        depth: item.inside(&ROOT_FIELD_LIMITS).depth(),
    };
    GraphQl {
        allowed_types: fields.items(&ALLOWED_TYPES, type_fields),
        restricted_types: fields.items(&RESTRICTED_TYPES, type_fields),
        field_access_rights: fields.items(&FIELD_ACCESS_RIGHTS, field_depth),
        disable_introspection: fields.flag(&DISABLE_INTROSPECTION),
    }
}

fn mcp(fields: Fields<'_>) -> Mcp {
    let lists =
        |lists: Fields<'_>| NameLists { allowed: lists.texts(&NAMES_ALLOWED), blocked: lists.texts(&NAMES_BLOCKED) };
    let method = |item: Fields<'_>| JsonRpcMethod {
        name: item.text(&JSON_RPC_METHOD_NAME),
        rate: item.inside(&MCP_LIMIT).rate(),
    };
    let primitive = |item: Fields<'_>| {
        Some(Primitive {
            kind: PrimitiveKind::of(&item.text(&MCP_PRIMITIVE_TYPE))?,
            name: item.text(&MCP_PRIMITIVE_NAME),
            rate: item.inside(&MCP_LIMIT).rate(),
        })
    };
    let rights = fields.inside(&MCP_ACCESS_RIGHTS);
    Mcp {
        methods: fields.items(&JSON_RPC_METHODS, method),
        method_lists: lists(fields.inside(&JSON_RPC_METHODS_ACCESS_RIGHTS)),
        primitives: fields.items(&MCP_PRIMITIVES, primitive).into_iter().flatten().collect(),
        rights: McpRights {
            tools: lists(rights.inside(&MCP_TOOLS)),
            resources: lists(rights.inside(&MCP_RESOURCES)),
            prompts: lists(rights.inside(&MCP_PROMPTS)),
        },
    }
}

impl PrimitiveKind {
    /// The kind of this name. Any other is refused by Tyk (rule R8), and so never built.
    fn of(name: &str) -> Option<Self> {
        [Self::Tool, Self::Resource, Self::Prompt].into_iter().find(|kind| kind.as_str() == name)
    }
}

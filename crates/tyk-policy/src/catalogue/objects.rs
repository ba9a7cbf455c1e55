//! The objects of a policy by name, so that what is written about the table can refer to each of them once.

use super::{
    ALLOWED_URL, ENDPOINT, ENDPOINT_LIMIT_FIELDS, ENDPOINT_METHOD, ENTRY, FIELD_ACCESS_RIGHT, FIELD_LIMITS, Field,
    GRAPHQL_TYPE, JSON_RPC_METHOD, LIMIT_MEMBERS, MCP_LIMIT_FIELDS, MCP_PRIMITIVE, MCP_RIGHTS, NAME_LISTS,
    PARTITION_FLAGS, ROOT, SMOOTHING_FIELDS,
};

/// An object with known fields.
#[derive(Debug)]
pub struct ObjectKind {
    /// Its name among the definitions of the schema.
    pub name: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// What it is, in one sentence.
    pub about: &'static str,
    /// Its fields.
    pub fields: &'static [&'static Field],
}

/// All objects of a policy, the policy itself first, then from the outside in.
pub static OBJECTS: [ObjectKind; 17] = [
    object("policy", "Policy", "What is sent to the Dashboard as the body of a request.", &ROOT),
    object("access_entry", "Access entry", "One API in `access_rights`; its key there is the id of the API.", &ENTRY),
    object("allowed_url", "Allowed path", "A path and the methods that may be used on it.", &ALLOWED_URL),
    object(
        "limit",
        "Limit",
        "The limits of one API, in force only where `partitions.per_api` is true.",
        &LIMIT_MEMBERS,
    ),
    object(
        "smoothing",
        "Smoothing",
        "How the rate limit rises and falls in steps with the traffic.",
        &SMOOTHING_FIELDS,
    ),
    object("partitions", "Partitions", "Which groups of settings the policy decides.", &PARTITION_FLAGS),
    object("endpoint", "Endpoint", "A path of an API with rate limits of its own.", &ENDPOINT),
    object("endpoint_method", "Endpoint method", "A method of an endpoint and its limit.", &ENDPOINT_METHOD),
    object("endpoint_limit", "Endpoint limit", "The rate limit of one path and method.", &ENDPOINT_LIMIT_FIELDS),
    object("graphql_type", "GraphQL type", "A GraphQL type and some of its fields.", &GRAPHQL_TYPE),
    object("field_access_right", "GraphQL root field", "A root field and its depth.", &FIELD_ACCESS_RIGHT),
    object("field_limits", "GraphQL field limits", "How deep a query may go below a root field.", &FIELD_LIMITS),
    object("json_rpc_method", "JSON-RPC method", "A JSON-RPC method of an MCP proxy and its limit.", &JSON_RPC_METHOD),
    object("mcp_primitive", "MCP primitive", "A tool, a resource or a prompt and its limit.", &MCP_PRIMITIVE),
    object("mcp_limit", "MCP limit", "The rate limit of one method, tool, resource or prompt.", &MCP_LIMIT_FIELDS),
    object("mcp_access_rights", "MCP rights", "Which tools, resources and prompts may be used.", &MCP_RIGHTS),
    object("name_lists", "Name lists", "Patterns of names; blocked is looked at first.", &NAME_LISTS),
];

impl ObjectKind {
    /// The object that has exactly this table of fields.
    pub(super) fn of(fields: &'static [&'static Field]) -> Option<&'static Self> {
        OBJECTS.iter().find(|object| std::ptr::eq(object.fields, fields))
    }
}

const fn object(
    name: &'static str,
    title: &'static str,
    about: &'static str,
    fields: &'static [&'static Field],
) -> ObjectKind {
    ObjectKind { name, title, about, fields }
}

//! The fields of one access entry and of the objects inside it (policy-model.md section 4).

use super::SectionName::Access;
use super::{Field, Kind};

/// The id of the API.
pub static API_ID: Field = Field::plain("api_id", Kind::Text, Access)
    .says("API id", "The api_id of the API definition; not its name and not its database id.")
    .otherwise(
        "Tyk goes by the key of the entry; the Dashboard's forms need both.",
        "\"d1dfc6a927a046c54c0ed470f19757cc\"",
    );
/// The id in the form of 2.x.
pub static LEGACY_API_ID: Field = Field::plain("apiid", Kind::Text, Access);
/// The name in the form of 2.x.
pub static LEGACY_API_NAME: Field = Field::plain("apiname", Kind::Text, Access);
/// The name of the API.
pub static API_NAME: Field = Field::plain("api_name", Kind::Text, Access)
    .says("API name", "A label that helps people who read the policy. Tyk does not compare it with anything.")
    .otherwise("The Dashboard shows the id instead.", "\"Orders API\"");
/// The versions.
pub static VERSIONS: Field = Field::plain("versions", Kind::List(&Kind::Text), Access)
    .says("Versions", "The versions of a versioned Classic API that may be called. Other kinds of API ignore the list.")
    .otherwise("A versioned Classic API refuses every request.", "[\"Default\"]");
/// The allowed paths.
pub static ALLOWED_URLS: Field = Field::plain("allowed_urls", Kind::List(&Kind::Object(&ALLOWED_URL)), Access)
    .says("Allowed paths", "With at least one path here, every other path and method is refused with 403.")
    .otherwise(
        "Every path and method of the API is allowed.",
        "[{\"url\": \"^/orders(/|$)\", \"methods\": [\"GET\"]}]",
    );
/// The limits of one API.
pub static LIMIT: Field = Field::plain("limit", Kind::Object(&LIMIT_FIELDS), Access);

/// The pattern of an allowed path.
pub static URL: Field = Field::plain("url", Kind::Text, Access)
    .says("Path pattern", "A regular expression (Go's RE2), found anywhere in the path unless ^ and $ hold it.")
    .otherwise("An empty pattern matches every path.", "\"^/orders(/|$)\"");
/// The methods of an allowed path.
pub static METHODS: Field = Field::plain("methods", Kind::List(&Kind::Text), Access)
    .says("Methods", "The methods allowed on this path, in capitals.")
    .otherwise("An entry without a method never matches.", "[\"GET\"]");
static ALLOWED_URL: [&Field; 2] = [&METHODS, &URL];

const fn number(name: &'static str) -> Field {
    Field::plain(name, Kind::Number, Access)
}
const fn integer(name: &'static str) -> Field {
    Field::plain(name, Kind::Integer, Access)
}
const fn flag(name: &'static str) -> Field {
    Field::plain(name, Kind::Flag, Access)
}
const fn text(name: &'static str) -> Field {
    Field::plain(name, Kind::Text, Access)
}
const fn texts(name: &'static str) -> Field {
    Field::plain(name, Kind::List(&Kind::Text), Access)
}

/// The rate of a limit.
pub static LIMIT_RATE: Field = number("rate");
/// The period of that rate.
pub static LIMIT_PER: Field = number("per");
/// The quota of a limit.
pub static LIMIT_QUOTA_MAX: Field = integer("quota_max");
/// The period of that quota.
pub static LIMIT_QUOTA_RENEWAL_RATE: Field = integer("quota_renewal_rate");
static LIMIT_SMOOTHING: Field = Field::plain("smoothing", Kind::Object(&SMOOTHING_FIELDS), Access);
static LIMIT_THROTTLE_INTERVAL: Field = number("throttle_interval");
static LIMIT_THROTTLE_RETRY_LIMIT: Field = integer("throttle_retry_limit");
static LIMIT_MAX_QUERY_DEPTH: Field = integer("max_query_depth");
/// All fields of a limit.
pub static LIMIT_FIELDS: [&Field; 8] = [
    &LIMIT_MAX_QUERY_DEPTH,
    &LIMIT_PER,
    &LIMIT_QUOTA_MAX,
    &LIMIT_QUOTA_RENEWAL_RATE,
    &LIMIT_RATE,
    &LIMIT_SMOOTHING,
    &LIMIT_THROTTLE_INTERVAL,
    &LIMIT_THROTTLE_RETRY_LIMIT,
];

static SMOOTHING_DELAY: Field = integer("delay");
static SMOOTHING_ENABLED: Field = flag("enabled");
static SMOOTHING_STEP: Field = integer("step");
static SMOOTHING_THRESHOLD: Field = integer("threshold");
static SMOOTHING_TRIGGER: Field = number("trigger");
/// All fields of a smoothing object (section 7b).
pub(super) static SMOOTHING_FIELDS: [&Field; 5] =
    [&SMOOTHING_DELAY, &SMOOTHING_ENABLED, &SMOOTHING_STEP, &SMOOTHING_THRESHOLD, &SMOOTHING_TRIGGER];

static ITEM_NAME: Field = text("name");
static ITEM_TYPE: Field = text("type");
static ITEM_FIELDS: Field = texts("fields");
static SMALL_LIMIT: Field = Field::plain("limit", Kind::Object(&[&LIMIT_PER, &LIMIT_RATE, &LIMIT_SMOOTHING]), Access);
static DEPTH: Field = Field::plain("limits", Kind::Object(&[&LIMIT_MAX_QUERY_DEPTH]), Access);
static TYPE_NAME: Field = text("type_name");
static FIELD_NAME: Field = text("field_name");
static ENDPOINT_PATH: Field = text("path");
static ENDPOINT_METHODS: Field =
    Field::plain("methods", Kind::List(&Kind::Object(&[&SMALL_LIMIT, &ITEM_NAME])), Access);
static RULE_ALLOWED: Field = texts("allowed");
static RULE_BLOCKED: Field = texts("blocked");
static RULES: [&Field; 2] = [&RULE_ALLOWED, &RULE_BLOCKED];
static MCP_PROMPTS: Field = Field::plain("prompts", Kind::Object(&RULES), Access);
static MCP_RESOURCES: Field = Field::plain("resources", Kind::Object(&RULES), Access);
static MCP_TOOLS: Field = Field::plain("tools", Kind::Object(&RULES), Access);

static ALLOWANCE_SCOPE: Field = text("allowance_scope");
static ALLOWED_TYPES: Field = Field::plain("allowed_types", GRAPHQL_TYPE_LIST, Access);
static DISABLE_INTROSPECTION: Field = flag("disable_introspection");
static ENDPOINTS: Field =
    Field::plain("endpoints", Kind::List(&Kind::Object(&[&ENDPOINT_METHODS, &ENDPOINT_PATH])), Access);
static FIELD_ACCESS_RIGHTS: Field =
    Field::plain("field_access_rights", Kind::List(&Kind::Object(&[&FIELD_NAME, &DEPTH, &TYPE_NAME])), Access);
static JSON_RPC_METHODS: Field =
    Field::plain("json_rpc_methods", Kind::List(&Kind::Object(&[&SMALL_LIMIT, &ITEM_NAME])), Access);
static JSON_RPC_METHODS_ACCESS_RIGHTS: Field =
    Field::plain("json_rpc_methods_access_rights", Kind::Object(&RULES), Access);
static MCP_ACCESS_RIGHTS: Field =
    Field::plain("mcp_access_rights", Kind::Object(&[&MCP_PROMPTS, &MCP_RESOURCES, &MCP_TOOLS]), Access);
static MCP_PRIMITIVES: Field =
    Field::plain("mcp_primitives", Kind::List(&Kind::Object(&[&SMALL_LIMIT, &ITEM_NAME, &ITEM_TYPE])), Access);
static RESTRICTED_TYPES: Field = Field::plain("restricted_types", GRAPHQL_TYPE_LIST, Access);

/// All fields of an access entry, alphabetically.
pub static ENTRY: [&Field; 15] = [
    &ALLOWANCE_SCOPE,
    &ALLOWED_TYPES,
    &ALLOWED_URLS,
    &API_ID,
    &API_NAME,
    &DISABLE_INTROSPECTION,
    &ENDPOINTS,
    &FIELD_ACCESS_RIGHTS,
    &JSON_RPC_METHODS,
    &JSON_RPC_METHODS_ACCESS_RIGHTS,
    &LIMIT,
    &MCP_ACCESS_RIGHTS,
    &MCP_PRIMITIVES,
    &RESTRICTED_TYPES,
    &VERSIONS,
];
/// What an access entry decodes into.
pub(super) static ENTRY_KIND: Kind = Kind::Object(&ENTRY);
const GRAPHQL_TYPE_LIST: Kind = Kind::List(&Kind::Object(&[&ITEM_FIELDS, &ITEM_NAME]));

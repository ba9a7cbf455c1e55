//! What an access entry says of MCP proxies (policy-model.md section 10c). On any other API these fields are refused.

use super::SectionName::Access;
use super::{Field, Kind, SMOOTHING_FIELDS, Version};

/// When MCP proxies came.
const FLOOR: Version = Version::new(5, 13);
/// Where the domain notes describe them.
const SOURCE: &str = "policy-model.md 10c";

/// The rates of JSON-RPC methods.
pub static JSON_RPC_METHODS: Field =
    Field::new("json_rpc_methods", Kind::List(&Kind::Object(&JSON_RPC_METHOD)), Access, SOURCE)
        .says("JSON-RPC method limits", "Rate limits for single JSON-RPC methods. MCP proxies only.")
        .otherwise(
            "No method has a rate limit of its own.",
            "[{\"limit\": {\"per\": 60, \"rate\": 10}, \"name\": \"tools/call\"}]",
        )
        .since(FLOOR);
/// The JSON-RPC methods that may be called.
pub static JSON_RPC_METHODS_ACCESS_RIGHTS: Field =
    Field::new("json_rpc_methods_access_rights", Kind::Object(&NAME_LISTS), Access, SOURCE)
        .says("JSON-RPC method rights", "Which JSON-RPC methods may be called. MCP proxies only.")
        .otherwise("Every method may be called.", "{\"allowed\": [\"tools/.*\"], \"blocked\": []}")
        .since(FLOOR);
/// The tools, resources and prompts that may be used.
pub static MCP_ACCESS_RIGHTS: Field = Field::new("mcp_access_rights", Kind::Object(&MCP_RIGHTS), Access, SOURCE)
    .says("MCP rights", "Which tools, resources and prompts may be used. MCP proxies only.")
    .otherwise("All of them may be used.", "{\"tools\": {\"allowed\": [\"get_.*\"], \"blocked\": [\"get_secret\"]}}")
    .since(FLOOR);
/// The rates of tools, resources and prompts.
pub static MCP_PRIMITIVES: Field =
    Field::new("mcp_primitives", Kind::List(&Kind::Object(&MCP_PRIMITIVE)), Access, SOURCE)
        .says("MCP limits", "Rate limits for single tools, resources and prompts. MCP proxies only.")
        .otherwise(
            "None of them has a rate limit of its own.",
            "[{\"limit\": {\"per\": 60, \"rate\": 5}, \"name\": \"get_weather\", \"type\": \"tool\"}]",
        )
        .since(FLOOR);

/// The limit of a method, tool, resource or prompt.
pub static MCP_LIMIT: Field = Field::new("limit", Kind::Object(&MCP_LIMIT_FIELDS), Access, SOURCE)
    .says("Limit", "Requests in a period, counted for this name alone.")
    .otherwise("Unlimited.", "{\"per\": 60, \"rate\": 10}")
    .since(FLOOR);
/// The name of a JSON-RPC method.
pub static JSON_RPC_METHOD_NAME: Field = Field::new("name", Kind::Text, Access, SOURCE)
    .says("JSON-RPC method", "The name of the method, such as tools/call.")
    .otherwise("The limit belongs to no method.", "\"tools/call\"")
    .since(FLOOR);
/// All fields of a JSON-RPC method.
pub static JSON_RPC_METHOD: [&Field; 2] = [&MCP_LIMIT, &JSON_RPC_METHOD_NAME];

/// The name of a tool, resource or prompt.
pub static MCP_PRIMITIVE_NAME: Field = Field::new("name", Kind::Text, Access, SOURCE)
    .says("Name", "The name of the tool or prompt, or the URI of the resource.")
    .otherwise("The limit belongs to nothing.", "\"get_weather\"")
    .since(FLOOR);
/// What it is.
pub static MCP_PRIMITIVE_TYPE: Field = Field::new("type", Kind::Text, Access, "policy-model.md 10c, 12.1 R8")
    .says("Kind", "What the name stands for: a tool, a resource or a prompt.")
    .otherwise("The policy is refused: one of the three must be there.", "\"tool\"")
    .since(FLOOR)
    .one_of(&["tool", "resource", "prompt"]);
/// All fields of a tool, resource or prompt.
pub static MCP_PRIMITIVE: [&Field; 3] = [&MCP_LIMIT, &MCP_PRIMITIVE_NAME, &MCP_PRIMITIVE_TYPE];

/// The period of such a rate.
pub static MCP_PER: Field = Field::new("per", Kind::Number, Access, SOURCE)
    .says("Period", "The length of the period in which the requests are counted.")
    .otherwise("Counts as 0; a limit needs both numbers.", "60")
    .counts("seconds")
    .since(FLOOR);
/// The rate of a method, tool, resource or prompt.
pub static MCP_RATE: Field = Field::new("rate", Kind::Number, Access, SOURCE)
    .says("Rate limit", "How many requests a key may make in each period for this name.")
    .otherwise("Unlimited.", "10")
    .counts("requests")
    .since(FLOOR)
    .means(&[("-1", "unlimited"), ("0", "unlimited")]);
/// Smoothing where nothing is known of its effect.
pub static MCP_SMOOTHING: Field =
    Field::new("smoothing", Kind::Object(&SMOOTHING_FIELDS), Access, "policy-model.md 7b, 10c")
        .says("Smoothing (undocumented)", "Tyk decodes it here, but nothing documents an effect.")
        .otherwise("Nothing changes.", "null")
        .since(FLOOR)
        .or_null();
/// All fields of such a limit.
pub static MCP_LIMIT_FIELDS: [&Field; 3] = [&MCP_PER, &MCP_RATE, &MCP_SMOOTHING];

/// The names that may be used.
pub static NAMES_ALLOWED: Field = Field::new("allowed", Kind::List(&Kind::Text), Access, SOURCE)
    .says(
        "Allowed",
        "With at least one pattern here, only names that match may be used. A pattern covers the whole name.",
    )
    .otherwise("Every name that is not blocked is allowed.", "[\"get_.*\"]")
    .since(FLOOR)
    .means(&[("[]", "every name that is not blocked")]);
/// The names that may not be used.
pub static NAMES_BLOCKED: Field = Field::new("blocked", Kind::List(&Kind::Text), Access, SOURCE)
    .says("Blocked", "Names that match one of these patterns are refused, even if they are allowed, too.")
    .otherwise("No name is blocked.", "[\"delete_.*\"]")
    .since(FLOOR);
/// The two lists of names.
pub static NAME_LISTS: [&Field; 2] = [&NAMES_ALLOWED, &NAMES_BLOCKED];

/// The rights to prompts.
pub static MCP_PROMPTS: Field = Field::new("prompts", Kind::Object(&NAME_LISTS), Access, SOURCE)
    .says("Prompts", "Which prompts may be used.")
    .otherwise("All prompts may be used.", "{\"allowed\": [], \"blocked\": [\"internal_.*\"]}")
    .since(FLOOR);
/// The rights to resources.
pub static MCP_RESOURCES: Field = Field::new("resources", Kind::Object(&NAME_LISTS), Access, SOURCE)
    .says("Resources", "Which resources may be read, by their URIs.")
    .otherwise("All resources may be read.", "{\"allowed\": [\"file:///public/.*\"], \"blocked\": []}")
    .since(FLOOR);
/// The rights to tools.
pub static MCP_TOOLS: Field = Field::new("tools", Kind::Object(&NAME_LISTS), Access, SOURCE)
    .says("Tools", "Which tools may be called.")
    .otherwise("All tools may be called.", "{\"allowed\": [\"get_.*\"], \"blocked\": []}")
    .since(FLOOR);
/// All fields of the rights to tools, resources and prompts.
pub static MCP_RIGHTS: [&Field; 3] = [&MCP_PROMPTS, &MCP_RESOURCES, &MCP_TOOLS];

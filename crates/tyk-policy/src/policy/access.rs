//! The right to call one API (policy-model.md section 4).

use super::{Depth, Limit, Limits};

/// The right to call one API.
#[derive(Clone, Debug, PartialEq)]
pub struct AccessRight {
    /// The id that Tyk goes by: the key in the map, or the id in an item of the array.
    pub api_id: String,
    /// The label.
    pub api_name: String,
    /// The versions; nothing if the list was left out.
    pub versions: Option<Vec<String>>,
    /// The allowed paths and methods; empty if everything is allowed.
    pub allowed_urls: Vec<AllowedUrl>,
    /// Limits of its own, where one of their numbers is not 0.
    pub limits: Option<Limits>,
    /// Limits of single endpoints.
    pub endpoints: Vec<Endpoint>,
    /// What may be asked of a GraphQL API.
    pub graphql: GraphQl,
    /// What may be asked of an MCP proxy.
    pub mcp: Mcp,
}

/// One allowed path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowedUrl {
    /// The pattern.
    pub url: String,
    /// The methods.
    pub methods: Vec<String>,
}

/// The limits of one path.
#[derive(Clone, Debug, PartialEq)]
pub struct Endpoint {
    /// The pattern, below the API's listen path.
    pub path: String,
    /// Its methods.
    pub methods: Vec<EndpointMethod>,
}

/// The limit of one method of a path.
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointMethod {
    /// The method, in any case.
    pub name: String,
    /// Its rate.
    pub rate: Limit<f64>,
}

/// What may be asked of a GraphQL API (policy-model.md section 10b).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GraphQl {
    /// Only these fields may be asked for; empty if any.
    pub allowed_types: Vec<TypeFields>,
    /// These fields may not be asked for.
    pub restricted_types: Vec<TypeFields>,
    /// How deep queries of single root fields may go.
    pub field_access_rights: Vec<FieldDepth>,
    /// Whether introspection is refused.
    pub disable_introspection: bool,
}

/// Fields of a GraphQL type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeFields {
    /// The type.
    pub name: String,
    /// Its fields; `*` is all of them.
    pub fields: Vec<String>,
}

/// How deep queries of one root field may go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDepth {
    /// `Query`, `Mutation` or `Subscription`.
    pub type_name: String,
    /// The field.
    pub field_name: String,
    /// Its depth; not set means that the field is blocked.
    pub depth: Depth,
}

/// What may be asked of an MCP proxy (policy-model.md section 10c).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mcp {
    /// Limits of JSON-RPC methods.
    pub methods: Vec<JsonRpcMethod>,
    /// Which JSON-RPC methods may be called.
    pub method_lists: NameLists,
    /// Limits of tools, resources and prompts.
    pub primitives: Vec<Primitive>,
    /// Which tools, resources and prompts may be used.
    pub rights: McpRights,
}

/// The limit of one JSON-RPC method.
#[derive(Clone, Debug, PartialEq)]
pub struct JsonRpcMethod {
    /// The method.
    pub name: String,
    /// Its rate.
    pub rate: Limit<f64>,
}

/// The limit of one tool, resource or prompt.
#[derive(Clone, Debug, PartialEq)]
pub struct Primitive {
    /// Which kind.
    pub kind: PrimitiveKind,
    /// Its name.
    pub name: String,
    /// Its rate.
    pub rate: Limit<f64>,
}

/// The kinds of MCP primitives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrimitiveKind {
    /// `tool`
    Tool,
    /// `resource`
    Resource,
    /// `prompt`
    Prompt,
}

impl PrimitiveKind {
    /// The word in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Tool => "tool",
            Self::Resource => "resource",
            Self::Prompt => "prompt",
        }
    }
}

/// Patterns of names. What is blocked is blocked; a list of allowed names means only these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameLists {
    /// Only these, if there is one.
    pub allowed: Vec<String>,
    /// None of these.
    pub blocked: Vec<String>,
}

/// Which tools, resources and prompts may be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct McpRights {
    /// Tools.
    pub tools: NameLists,
    /// Resources.
    pub resources: NameLists,
    /// Prompts.
    pub prompts: NameLists,
}

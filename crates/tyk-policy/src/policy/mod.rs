//! A policy that makes sense: strict types, built from a draft in which no error was found.
//!
//! Where Tyk tells "left out" from a value, so do these types: `None` is absent or `null`, an empty list is one that was
//! written. Numbers that Tyk takes for "off" are told apart from those that were left out, because policies are merged by
//! that difference (policy-model.md section 11).

mod access;
mod build;
mod fields;
mod limits;

pub use access::{
    AccessRight, AllowedUrl, Endpoint, EndpointMethod, FieldDepth, GraphQl, JsonRpcMethod, Mcp, McpRights, NameLists,
    Primitive, PrimitiveKind, TypeFields,
};
pub use build::build;
pub(crate) use build::read;
pub use limits::{Depth, Limit, Limits, Smoothing, Throttle};

use crate::draft::{Json, State};

/// A whole policy (policy-model.md section 2).
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// The name, not blank.
    pub name: String,
    /// The id that keys refer to, if the policy brings its own.
    pub id: Option<String>,
    /// The organisation, if the policy names one.
    pub organisation: Option<String>,
    /// The access state.
    pub access_state: AccessState,
    /// The APIs by id, in the order in which they were written.
    pub access_rights: Vec<AccessRight>,
    /// Rate, throttling, quota and depth.
    pub limits: Limits,
    /// Which groups the policy decides.
    pub partitions: Partitions,
    /// How long keys live.
    pub expiry: Expiry,
    /// Which signatures requests need.
    pub signatures: Signatures,
    /// The tags.
    pub tags: Vec<String>,
    /// The meta data, in the order in which it was written.
    pub meta_data: Vec<(String, Json)>,
    /// What the Dashboard adds.
    pub dashboard: DashboardFields,
}

/// The three fields that say whether keys work (policy-model.md section 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccessState {
    /// `state`, if it is there.
    pub state: Option<State>,
    /// `active`: whether the Dashboard hands the policy out.
    pub active: bool,
    /// `is_inactive`: whether keys of the policy are refused.
    pub is_inactive: bool,
}

/// The five flags (policy-model.md section 5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Partitions {
    /// The APIs, versions, paths and lists.
    pub acl: bool,
    /// Rate, throttling, and the limits of endpoints and MCP.
    pub rate_limit: bool,
    /// The quota.
    pub quota: bool,
    /// The depth of queries.
    pub complexity: bool,
    /// The limits of each API on its own.
    pub per_api: bool,
}

impl Partitions {
    /// Whether only the chosen groups are applied.
    #[must_use]
    pub fn is_partitioned(self) -> bool {
        self.acl || self.rate_limit || self.quota || self.complexity
    }
}

/// How long keys live, and what becomes of them then (policy-model.md section 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expiry {
    /// Seconds from the making of a key; nothing if it lives for ever.
    pub seconds: Option<i64>,
    /// What becomes of an expired key.
    pub afterwards: Afterwards,
}

/// What becomes of an expired key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Afterwards {
    /// What the API or the Gateway says.
    NotSet,
    /// It is removed at once.
    Delete,
    /// It stays stored for so many seconds.
    Retain(i64),
    /// It stays stored for ever.
    RetainForEver,
}

/// Which signatures requests need (policy-model.md section 10).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signatures {
    /// HMAC.
    pub hmac: bool,
    /// RSA and other HTTP signatures.
    pub http: bool,
}

/// What only the Dashboard knows or assigns (policy-model.md section 2.2).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DashboardFields {
    /// The database id.
    pub database_id: Option<String>,
    /// When the policy was made.
    pub date_created: Option<String>,
    /// When it was last changed, in Unix seconds as text.
    pub last_updated: Option<String>,
    /// How callers of its APIs say who they are.
    pub auth_type: Option<String>,
    /// The same, for several.
    pub auth_types: Option<Vec<String>>,
    /// Whether one of its APIs is GraphQL.
    pub graphql_enabled: Option<bool>,
    /// Scopes that the portal keeps.
    pub oauth2_scopes: Option<Vec<String>>,
}

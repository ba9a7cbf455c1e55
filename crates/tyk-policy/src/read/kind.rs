//! What a text can be recognised as.

/// What a text was recognised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// One bare policy.
    Policy,
    /// A list of policies, or a dashboard's list answer.
    List,
    /// A map from policy id to policy, as the Gateway keeps in a file.
    Map,
    /// Such a map inside one more object.
    Wrapped,
    /// The access rights of a policy without the policy around them.
    AccessRights,
    /// A key (session), which uses policies and is none.
    Key,
    /// The index that tyk-sync writes beside its policies.
    SyncIndex,
    /// Resources of the Tyk Operator.
    Operator,
    /// One or more curl commands.
    Curl,
    /// JSON, but no object that could be a policy.
    Other,
    /// Not JSON, nor anything else that is read here.
    NotJson,
}

impl TextKind {
    /// The word in the command line's JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Policy => "policy",
            Self::List => "list",
            Self::Map => "map",
            Self::Wrapped => "wrapped",
            Self::AccessRights => "access-rights",
            Self::Key => "key",
            Self::SyncIndex => "sync-index",
            Self::Operator => "operator",
            Self::Curl => "curl",
            Self::Other => "other",
            Self::NotJson => "not-json",
        }
    }

    /// What the page says it opened.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::Policy => "a policy",
            Self::List => "a list of policies",
            Self::Map => "a map from policy id to policy",
            Self::Wrapped => "policies wrapped in one more object",
            Self::AccessRights => "the access rights of a policy",
            Self::Key => "a key, not a policy",
            Self::SyncIndex => "an index of tyk-sync",
            Self::Operator => "a Tyk Operator resource",
            Self::Curl => "a curl command",
            Self::Other => "JSON that is no policy",
            Self::NotJson => "a text that is not JSON",
        }
    }
}

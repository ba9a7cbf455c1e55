//! What was asked of a dashboard, and the words in which its failures are said.

/// What was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    /// To store a new policy.
    CreatePolicy,
    /// To put a policy in the place of a stored one.
    UpdatePolicy,
    /// To delete a stored policy.
    DeletePolicy,
    /// To show a stored policy.
    ReadPolicy,
    /// To list or find the policies.
    ListPolicies,
    /// To list the APIs.
    ListApis,
    /// To list the MCP proxies.
    ListMcps,
}

/// The parts of sentences that differ from call to call.
pub(super) struct Words {
    /// "may not …"
    pub may: &'static str,
    /// "failed while it …"
    pub did: &'static str,
    /// What it did where it did not do that.
    pub refused: &'static str,
    /// "there is no … at this address"
    pub place: &'static str,
    /// Which right the key's user needs.
    pub right: &'static str,
    /// What to do where nobody knows whether it happened.
    pub doubt: &'static str,
    /// What to do where it was refused.
    pub mend: &'static str,
    /// What to do where the dashboard itself failed.
    pub log: &'static str,
}

const POLICIES: &str = "policy endpoint";
const MAY_WRITE: &str = "Give the key's user write access to policies, or use the key of an admin user.";
const MAY_READ: &str = "Give the key's user read access to policies, or use the key of an admin user.";
const ASK_AGAIN: &str = "Ask again.";
const ASK_AGAIN_OR_ADD_API: &str = "Ask again, or add the API by its id.";
const ASK_AGAIN_OR_ADD_MCP: &str = "Ask again, or add the MCP proxy by its id.";
const LOG: &str = "Look into the dashboard's log, then ask again.";

const CREATE: Words = Words {
    may: "create policies",
    did: "stored the policy",
    refused: "The dashboard refused the policy",
    place: POLICIES,
    right: MAY_WRITE,
    doubt: "Look in the dashboard whether the policy is there before you send it again: it may have arrived.",
    mend: "Nothing was stored. Mend what the dashboard names, then send again.",
    log: "Look into the dashboard's log. The policy was probably not stored.",
};
const UPDATE: Words = Words {
    may: "change policies",
    did: "changed the policy",
    doubt: "Look at the stored policy before you send it again: the change may have arrived.",
    mend: "Nothing was changed. Mend what the dashboard names, then send again.",
    log: "Look into the dashboard's log. The stored policy is probably unchanged.",
    ..CREATE
};
const DELETE: Words = Words {
    may: "delete policies",
    did: "deleted the policy",
    refused: "The dashboard did not delete the policy",
    doubt: "Look whether the policy is still there before you delete it again.",
    mend: "The policy is still there. Look at what the dashboard says.",
    log: "Look into the dashboard's log. The policy is probably still there.",
    ..CREATE
};
const READ: Words = Words {
    may: "read policies",
    did: "looked the policy up",
    refused: "The dashboard did not show the policy",
    place: POLICIES,
    right: MAY_READ,
    doubt: ASK_AGAIN,
    mend: ASK_AGAIN,
    log: LOG,
};
const LIST: Words = Words {
    may: "list policies",
    did: "listed its policies",
    refused: "The dashboard did not list its policies",
    ..READ
};
const APIS: Words = Words {
    may: "list APIs",
    did: "listed its APIs",
    refused: "The dashboard did not list its APIs",
    place: "list of APIs",
    right: "Give the key's user read access to APIs, or add the API by its id.",
    doubt: ASK_AGAIN_OR_ADD_API,
    mend: ASK_AGAIN_OR_ADD_API,
    log: "Look into the dashboard's log, or add the API by its id.",
};
const MCPS: Words = Words {
    may: "list MCP proxies",
    did: "listed its MCP proxies",
    refused: "The dashboard did not list its MCP proxies",
    place: "list of MCP proxies",
    right: "Give the key's user read access to MCP proxies, or add the proxy by its id.",
    doubt: ASK_AGAIN_OR_ADD_MCP,
    mend: ASK_AGAIN_OR_ADD_MCP,
    log: "Look into the dashboard's log, or add the MCP proxy by its id.",
};

impl Call {
    /// Whether a policy is sent with it, so that the fault may lie in one of its fields.
    #[must_use]
    pub fn sends_policy(self) -> bool {
        matches!(self, Self::CreatePolicy | Self::UpdatePolicy)
    }

    /// Whether it is about one policy that is stored already.
    #[must_use]
    pub fn names_policy(self) -> bool {
        matches!(self, Self::UpdatePolicy | Self::DeletePolicy | Self::ReadPolicy)
    }

    pub(super) fn words(self) -> &'static Words {
        match self {
            Self::CreatePolicy => &CREATE,
            Self::UpdatePolicy => &UPDATE,
            Self::DeletePolicy => &DELETE,
            Self::ReadPolicy => &READ,
            Self::ListPolicies => &LIST,
            Self::ListApis => &APIS,
            Self::ListMcps => &MCPS,
        }
    }
}

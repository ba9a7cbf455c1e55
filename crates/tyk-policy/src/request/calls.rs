//! Every call that is made to a dashboard (dashboard-api.md sections 3 to 5), or to a Gateway's own interface (section 8) where
//! the target says so.

use super::policy_id::percent_encoded;
use super::{AuthorizationForm, GATEWAY_POLICIES_PATH, Method, POLICIES_PATH, PolicyId, Request, Target};
use crate::draft::Draft;
use crate::write;

impl Request {
    /// The request that creates the policy. It is written from the draft, so that findings never hide it.
    #[must_use]
    pub fn create(draft: &Draft, target: &Target) -> Self {
        Self::create_with_body(write::draft(draft, target.layout), target)
    }

    /// The same for a body that is written already.
    #[must_use]
    pub fn create_with_body(body: String, target: &Target) -> Self {
        Self::to(Method::Post, target.policies_path(), Some(body), target)
    }

    /// The request that puts this body, a whole policy, in the place of a stored one.
    #[must_use]
    pub fn update(id: &PolicyId, body: String, target: &Target) -> Self {
        Self::to_policy(Method::Put, id, Some(body), target)
    }

    /// The request that reads one stored policy.
    #[must_use]
    pub fn read(id: &PolicyId, target: &Target) -> Self {
        Self::to_policy(Method::Get, id, None, target)
    }

    /// The request that deletes one stored policy.
    #[must_use]
    pub fn delete(id: &PolicyId, target: &Target) -> Self {
        Self::to_policy(Method::Delete, id, None, target)
    }

    /// The request that lists a page of the policies. Pages count from 1. A Gateway lists them all.
    #[must_use]
    pub fn list_policies(page: u32, target: &Target) -> Self {
        let path =
            if target.is_gateway() { GATEWAY_POLICIES_PATH.to_owned() } else { format!("{POLICIES_PATH}?p={page}") };
        Self::to(Method::Get, &path, None, target)
    }

    /// The request that lists a page of the policies with this text in their name or as their id. Pages count from 1. A
    /// Gateway cannot search: it lists them all.
    #[must_use]
    pub fn search_policies(text: &str, page: u32, target: &Target) -> Self {
        if target.is_gateway() {
            return Self::list_policies(page, target);
        }
        let path = format!("{POLICIES_PATH}/search?q={}&p={page}", percent_encoded(text));
        Self::to(Method::Get, &path, None, target)
    }

    /// The request that lists a page of the APIs. Pages count from 1.
    #[must_use]
    pub fn list_apis(page: u32, target: &Target) -> Self {
        Self::to(Method::Get, &format!("/api/apis?p={page}"), None, target)
    }

    /// The request that lists a page of the MCP proxies, which are not among the APIs. Pages count from 1.
    #[must_use]
    pub fn list_mcps(page: u32, target: &Target) -> Self {
        Self::to(Method::Get, &format!("/api/mcps?p={page}"), None, target)
    }

    /// The request that makes a key with this body, such as one of [`keys_for`](crate::answer::keys_for).
    #[must_use]
    pub fn create_key(body: String, target: &Target) -> Self {
        Self::to(Method::Post, if target.is_gateway() { "/tyk/keys" } else { "/api/keys" }, Some(body), target)
    }

    /// The request that makes a Gateway and its group read the policies anew, after a change through its own interface.
    #[must_use]
    pub fn reload_gateway(target: &Target) -> Self {
        Self::to(Method::Get, "/tyk/reload/group", None, target)
    }

    fn to_policy(method: Method, id: &PolicyId, body: Option<String>, target: &Target) -> Self {
        Self::to(method, &format!("{}/{}", target.policies_path(), percent_encoded(id.as_str())), body, target)
    }

    fn to(method: Method, path: &str, body: Option<String>, target: &Target) -> Self {
        Self { method, url: target.address.join(path), authorization: target.authorization, body }
    }
}

impl Target {
    /// Whether it is a Gateway's own interface.
    #[must_use]
    pub fn is_gateway(&self) -> bool {
        self.authorization == AuthorizationForm::GatewaySecret
    }

    fn policies_path(&self) -> &'static str {
        if self.is_gateway() { GATEWAY_POLICIES_PATH } else { POLICIES_PATH }
    }
}

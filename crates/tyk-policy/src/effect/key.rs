//! The session that a key on a policy holds, as the Gateway keeps it once it has applied the policy (policy-model.md
//! sections 5, 5.1, 7 and 8).
//!
//! Only what the policy decides is there. Left out are the key's own secrets and dates, and what the Gateway counts while the
//! key is used: `quota_remaining` and `quota_renews`.

use std::collections::BTreeMap;

use super::{ApiEffect, Checked, Counter, Effect, Limited, Limits, Scope};
use crate::catalogue::{
    ACCESS_RIGHTS, ALLOWANCE_SCOPE, ALLOWED_TYPES, ALLOWED_URLS, API_ID, API_NAME, DATABASE_ID, DISABLE_INTROSPECTION,
    ENABLE_HTTP_SIGNATURE_VALIDATION, ENDPOINTS, EXPIRES, FIELD_ACCESS_RIGHTS, Field, HMAC_ENABLED, ID, IS_INACTIVE,
    JSON_RPC_METHODS, JSON_RPC_METHODS_ACCESS_RIGHTS, LIMIT, MAX_QUERY_DEPTH, MCP_ACCESS_RIGHTS, MCP_PRIMITIVES,
    META_DATA, ORG_ID, PER, POST_EXPIRY_ACTION, POST_EXPIRY_GRACE_PERIOD, QUOTA_MAX, QUOTA_RENEWAL_RATE, RATE,
    RESTRICTED_TYPES, SMOOTHING, TAGS, THROTTLE_INTERVAL, THROTTLE_RETRY_LIMIT, VERSIONS, root_field,
};
use crate::draft::{Draft, Entry, Json, Object};

/// What stands for the id that the Dashboard will give the policy.
const POLICY_ID: &str = "{POLICY_ID}";

/// The fields of a limit, in the order in which they are written.
static LIMITS: [&Field; 8] = [
    &RATE,
    &PER,
    &THROTTLE_INTERVAL,
    &THROTTLE_RETRY_LIMIT,
    &MAX_QUERY_DEPTH,
    &QUOTA_MAX,
    &QUOTA_RENEWAL_RATE,
    &SMOOTHING,
];

/// The fields of an API that a key holds as the policy has them, and leaves out where it has none.
static OF_API: [&Field; 11] = [
    &VERSIONS,
    &ALLOWED_URLS,
    &RESTRICTED_TYPES,
    &ALLOWED_TYPES,
    &FIELD_ACCESS_RIGHTS,
    &DISABLE_INTROSPECTION,
    &ENDPOINTS,
    &JSON_RPC_METHODS,
    &JSON_RPC_METHODS_ACCESS_RIGHTS,
    &MCP_PRIMITIVES,
    &MCP_ACCESS_RIGHTS,
];

/// The session of a key that is made at a moment, in Unix seconds. Nothing where no key can use the policy alone: it is
/// refused before it holds anything. `{POLICY_ID}` stands for an id that the policy has not yet got.
#[must_use]
pub fn preview(policy: &Checked<'_>, effect: &Effect, made: i64) -> Option<Json> {
    if effect.is_refused() || effect.apis.is_empty() {
        return None;
    }
    let draft = policy.draft;
    let all = &draft.access.entries;
    let places: BTreeMap<&str, usize> =
        all.iter().enumerate().map(|(index, entry)| (entry.key.as_str(), index)).collect();
    let entry_of = |api: &ApiEffect| all.get(*places.get(api.right.api_id.as_str())?);
    let id = policy_id(draft);
    let mut session = Session(Vec::new());
    session.push("apply_policies", Json::strings(&[id]));
    session.copy(draft, &ORG_ID);
    let only = match (effect.counters.as_slice(), effect.apis.as_slice()) {
        ([counter], [api]) => entry_of(api).map(|entry| limits(draft, entry, counter)),
        ([counter], _) if counter.scope == Scope::Key => Some(limits_of(counter, |field| root(draft, field))),
        _ => None,
    };
    // With `per_api` the key itself has limits only if there is a single API.
    session.0.extend(only.unwrap_or_else(|| LIMITS.map(|field| (field.name, zero(field))).to_vec()));
    let rights = effect.apis.iter().filter_map(|api| {
        let (entry, counter) = (entry_of(api)?, effect.counters.get(api.counter)?);
        Some((api.right.api_id.clone(), right(api, entry, counter, draft, id)))
    });
    session.push(ACCESS_RIGHTS.name, Json::Object(Object::new(rights.collect())));
    session.push(IS_INACTIVE.name, Json::from(effect.state.is_inactive));
    session.push(HMAC_ENABLED.name, Json::from(effect.signatures.hmac));
    session.push(ENABLE_HTTP_SIGNATURE_VALIDATION.name, Json::from(effect.signatures.http));
    let expires = effect.expiry.seconds.map_or(0, |seconds| made.saturating_add(seconds));
    session.push(EXPIRES.name, Json::from(expires));
    for field in [&POST_EXPIRY_ACTION, &POST_EXPIRY_GRACE_PERIOD, &TAGS, &META_DATA] {
        session.copy(draft, field);
    }
    Some(Json::object(session.0))
}

fn policy_id(draft: &Draft) -> &str {
    let text = |field: &'static Field| draft.get(field).and_then(Json::as_text).filter(|id| !id.is_empty());
    [&ID, &DATABASE_ID].into_iter().find_map(text).unwrap_or(POLICY_ID)
}

struct Session(Vec<(&'static str, Json)>);

impl Session {
    fn push(&mut self, name: &'static str, value: Json) {
        self.0.push((name, value));
    }

    /// A field as the policy has it, if it says something.
    fn copy(&mut self, draft: &Draft, field: &'static Field) {
        if let Some(value) = draft.get(field).filter(|value| **value != Json::Null) {
            self.push(field.name, value.clone());
        }
    }
}

/// The value of no limit. Smoothing is an object, and so is nothing.
fn zero(field: &Field) -> Json {
    if field.name == SMOOTHING.name { Json::Null } else { Json::from(0) }
}

fn root<'a>(draft: &'a Draft, field: &Field) -> Option<&'a Json> {
    draft.get(root_field(field.name)?)
}

/// The limits that a counter counts for an API, as they are written: its own, or those of the root.
fn limits(draft: &Draft, entry: &Entry, counter: &Counter) -> Vec<(&'static str, Json)> {
    match counter.scope {
        Scope::Api(_) => {
            let own = entry.get(&LIMIT).and_then(Json::as_object);
            limits_of(counter, |field| own?.get(field.name))
        }
        Scope::Key | Scope::Policy => limits_of(counter, |field| root(draft, field)),
    }
}

/// All fields of a limit; 0 where nothing is written, or the policy does not decide the group.
fn limits_of<'a>(counter: &Counter, value: impl Fn(&Field) -> Option<&'a Json>) -> Vec<(&'static str, Json)> {
    let Limits { rate, quota, depth, .. } = &counter.limits;
    let is_left = |field: &Field| match field.name {
        name if name == QUOTA_MAX.name || name == QUOTA_RENEWAL_RATE.name => quota.value == Limited::LeftToOthers,
        name if name == MAX_QUERY_DEPTH.name => depth.value == Limited::LeftToOthers,
        _ => rate.value == Limited::LeftToOthers,
    };
    let written =
        |field: &'static Field| value(field).filter(|value| **value != Json::Null && !is_left(field)).cloned();
    LIMITS.into_iter().map(|field| (field.name, written(field).unwrap_or_else(|| zero(field)))).collect()
}

fn right(api: &ApiEffect, entry: &Entry, counter: &Counter, draft: &Draft, policy_id: &str) -> Json {
    let mut right = Session(Vec::new());
    right.push(API_ID.name, Json::from(api.right.api_id.as_str()));
    right.push(API_NAME.name, Json::from(api.right.api_name.as_str()));
    let is_dropped = |field: &Field| match field.name {
        name if name == ENDPOINTS.name => api.right.endpoints.is_empty(),
        name if name == JSON_RPC_METHODS.name => api.right.mcp.methods.is_empty(),
        name if name == MCP_PRIMITIVES.name => api.right.mcp.primitives.is_empty(),
        _ => false,
    };
    for field in OF_API {
        if let Some(value) = entry.get(field).filter(|value| **value != Json::Null && !is_dropped(field)) {
            right.push(field.name, value.clone());
        }
    }
    right.push(LIMIT.name, Json::object(limits(draft, entry, counter)));
    let scope = match &counter.scope {
        Scope::Key => "",
        Scope::Policy => policy_id,
        Scope::Api(id) => id,
    };
    right.push(ALLOWANCE_SCOPE.name, Json::from(scope));
    Json::object(right.0)
}

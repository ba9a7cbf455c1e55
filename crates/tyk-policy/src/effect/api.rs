//! Which APIs a policy grants, and which counter counts for each (policy-model.md section 5.1).

use std::collections::BTreeMap;

use super::limits::{Decided, Limits};
use super::{Limited, Place, Rate, Sourced};
use crate::answer::{ApiKind, KnownApi};
use crate::catalogue::{ENDPOINT_LIMIT, ENDPOINT_METHODS, ENDPOINTS, JSON_RPC_METHODS, MCP_LIMIT, MCP_PRIMITIVES};
use crate::check::Path;
use crate::context::Context;
use crate::draft::Decides;
use crate::policy::{AccessRight, Depth, Policy};

/// What a key may do at one API.
#[derive(Clone, Debug, PartialEq)]
pub struct ApiEffect {
    /// What people call it: its name where it is known, otherwise its label in the policy, otherwise its id.
    pub name: String,
    /// Its entry in the policy.
    pub at: Path,
    /// The counter that counts for it: a position in [`Effect::counters`](super::Effect::counters).
    pub counter: usize,
    /// What is granted, without what Tyk ignores: limits of its own (they are in the counter), limits of endpoints and of MCP
    /// where the rate is not decided, restricted types beside allowed ones.
    pub right: AccessRight,
    /// Whether root fields that have no depth of their own are refused, because rights of single fields exist and the depth
    /// is 0 (rule S15).
    pub blocks_other_fields: bool,
    /// What kind of API it is, if it is known.
    pub kind: Option<ApiKind>,
    /// Whether it has versions, so that those that are named count; nothing if it is not known.
    pub is_versioned: Option<bool>,
    /// Where the gateway listens for it, such as `/orders/`; empty if it is not known.
    pub listen_path: String,
}

/// A limit of one endpoint, JSON-RPC method, tool, resource or prompt. It has a counter of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct SmallLimit {
    /// What is limited: `GET /search`, `tools/call`, `tool get_forecast`.
    pub name: String,
    /// The limit; `Off` lifts that of the API.
    pub rate: Sourced<Limited<Rate>>,
}

/// Something that is counted for a key, and its limits.
#[derive(Clone, Debug, PartialEq)]
pub struct Counter {
    /// What it counts.
    pub scope: Scope,
    /// How many APIs of the policy it counts.
    pub apis: usize,
    /// How far.
    pub limits: Limits,
}

/// What one counter counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All requests of the key.
    Key,
    /// The key's requests to those APIs that have no limits of their own.
    Policy,
    /// The key's requests to the API of this id.
    Api(String),
}

/// What a policy grants.
pub(super) struct Granted {
    pub apis: Vec<ApiEffect>,
    pub counters: Vec<Counter>,
    /// The counter that counts for several APIs: there is one at most.
    shared: Option<usize>,
}

/// The APIs and counters, given the place of each entry that counts.
pub(super) fn grant(policy: &mut Policy, decides: Decides, places: Vec<Option<Path>>, context: &Context) -> Granted {
    let mut granted = Granted { apis: Vec::new(), counters: Vec::new(), shared: None };
    if decides == Decides::Conflict {
        return granted;
    }
    let flags = policy.partitions;
    let all = decides != Decides::Groups;
    let decided =
        Decided { rate: all || flags.rate_limit, quota: all || flags.quota, complexity: all || flags.complexity };
    let all_known = context.apis.as_deref().unwrap_or_default();
    let places_of: BTreeMap<&str, usize> =
        all_known.iter().enumerate().map(|(index, api)| (api.id.as_str(), index)).collect();
    let known = |id: &str| all_known.get(*places_of.get(id)?);
    let rights = std::mem::take(&mut policy.access_rights);
    let root = || Limits::of(&policy.limits, &Place::Root, decided);
    if all || flags.acl {
        for (right, place) in rights.into_iter().zip(places) {
            let Some(at) = place else { continue };
            let own = right.limits.as_ref().filter(|_| decides == Decides::EachApi);
            let depth = own.unwrap_or(&policy.limits).depth;
            let counter = match own {
                Some(own) => {
                    let limits = Limits::of(own, &Place::Limit(&at), decided);
                    granted.count(Scope::Api(right.api_id.clone()), || limits)
                }
                None if decides == Decides::EachApi => granted.count(Scope::Policy, root),
                None => granted.count(Scope::Key, root),
            };
            let known = known(&right.api_id);
            granted.apis.push(api(in_force(right, decided), at, counter, depth, known));
        }
    }
    if granted.counters.is_empty() {
        granted.counters.push(Counter { scope: Scope::Key, apis: 0, limits: root() });
    }
    granted
}

impl Granted {
    /// One API more for a counter, which is made for the first.
    fn count(&mut self, scope: Scope, limits: impl FnOnce() -> Limits) -> usize {
        let is_shared = !matches!(scope, Scope::Api(_));
        let position = self.shared.filter(|_| is_shared).unwrap_or(self.counters.len());
        if position == self.counters.len() {
            self.counters.push(Counter { scope, apis: 0, limits: limits() });
        }
        if is_shared {
            self.shared = Some(position);
        }
        if let Some(counter) = self.counters.get_mut(position) {
            counter.apis += 1;
        }
        position
    }
}

fn api(right: AccessRight, at: Path, counter: usize, depth: Depth, known: Option<&KnownApi>) -> ApiEffect {
    let names = [known.map_or("", |api| api.name.as_str()), &right.api_name, &right.api_id];
    let name = names.iter().find(|name| !name.trim().is_empty()).map(|name| (*name).to_owned()).unwrap_or_default();
    ApiEffect {
        name,
        at,
        counter,
        blocks_other_fields: depth == Depth::NotSet && !right.graphql.field_access_rights.is_empty(),
        kind: known.map(|api| api.kind),
        is_versioned: known.map(|api| api.kind == ApiKind::Classic && !api.versions.is_empty()),
        listen_path: known.map(|api| api.listen_path.clone()).unwrap_or_default(),
        right,
    }
}

/// The right without what Tyk drops of it.
fn in_force(mut right: AccessRight, decided: Decided) -> AccessRight {
    right.limits = None;
    if !decided.rate {
        right.endpoints.clear();
        right.mcp.methods.clear();
        right.mcp.primitives.clear();
    }
    if !right.graphql.allowed_types.is_empty() {
        right.graphql.restricted_types.clear();
    }
    right
}

impl ApiEffect {
    /// The limits of single endpoints, methods, tools, resources and prompts, in the order of the policy.
    #[must_use]
    pub fn small_limits(&self) -> Vec<SmallLimit> {
        let small = |name: String, rate, from: Path| {
            let value = Limited::from(Rate::of(&rate));
            SmallLimit { name, rate: Sourced { value, from } }
        };
        let list = |name: &'static str| self.at.clone().name(name);
        let mut limits = Vec::new();
        for (index, endpoint) in self.right.endpoints.iter().enumerate() {
            let methods = list(ENDPOINTS.name).item(index).name(ENDPOINT_METHODS.name);
            for (place, method) in endpoint.methods.iter().enumerate() {
                let name = [method.name.to_ascii_uppercase().as_str(), " ", &endpoint.path].concat();
                limits.push(small(name, method.rate, methods.clone().item(place).name(ENDPOINT_LIMIT.name)));
            }
        }
        for (index, method) in self.right.mcp.methods.iter().enumerate() {
            let from = list(JSON_RPC_METHODS.name).item(index).name(MCP_LIMIT.name);
            limits.push(small(method.name.clone(), method.rate, from));
        }
        for (index, primitive) in self.right.mcp.primitives.iter().enumerate() {
            let from = list(MCP_PRIMITIVES.name).item(index).name(MCP_LIMIT.name);
            limits.push(small([primitive.kind.as_str(), " ", &primitive.name].concat(), primitive.rate, from));
        }
        limits
    }
}

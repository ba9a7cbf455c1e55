//! How each template is made.

use crate::catalogue::{
    DISABLE_INTROSPECTION, Field, GRAPHQL_TYPE_FIELDS, GRAPHQL_TYPE_NAME, KEY_EXPIRES_IN, LIMIT_MAX_QUERY_DEPTH,
    LIMIT_PER, LIMIT_QUOTA_MAX, LIMIT_QUOTA_RENEWAL_RATE, LIMIT_RATE, LIMIT_THROTTLE_INTERVAL,
    LIMIT_THROTTLE_RETRY_LIMIT, MAX_QUERY_DEPTH, MCP_ACCESS_RIGHTS, MCP_PROMPTS, MCP_RESOURCES, MCP_TOOLS, NAME,
    NAMES_ALLOWED, NAMES_BLOCKED, PARTITION_ACL, PARTITION_FLAGS, PARTITION_PER_API, PARTITION_QUOTA,
    PARTITION_RATE_LIMIT, PARTITIONS, PER, QUOTA_MAX, QUOTA_RENEWAL_RATE, RATE, RESTRICTED_TYPES, TAGS,
};
use crate::draft::{Draft, Entry, Json, Object, Shape, State};

const MINUTE: i64 = 60;
const DAY: i64 = 86_400;
/// How the Dashboard writes "unlimited" (policy-model.md section 3).
const UNLIMITED: i64 = -1;

pub(super) fn free_tier() -> Draft {
    let mut draft = named("Free tier");
    set_limits(&mut draft, [60, MINUTE], [1_000, DAY]);
    draft
}

pub(super) fn standard_tier() -> Draft {
    let mut draft = named("Standard tier");
    set_limits(&mut draft, [1_000, MINUTE], [1_000_000, 30 * DAY]);
    draft
}

pub(super) fn unlimited_tier() -> Draft {
    let mut draft = named("Unlimited tier");
    set_limits(&mut draft, [UNLIMITED; 2], [UNLIMITED; 2]);
    draft
}

pub(super) fn plan_without_access() -> Draft {
    let mut draft = named("Plan without access");
    set_limits(&mut draft, [1_000, MINUTE], [100_000, DAY]);
    decide_only(&mut draft, &[&PARTITION_RATE_LIMIT, &PARTITION_QUOTA]);
    draft
}

/// Limits that are written out would be ignored (rule S20), so there are none.
pub(super) fn product_without_limits() -> Draft {
    let mut draft = named("Product without limits");
    decide_only(&mut draft, &[&PARTITION_ACL]);
    draft
}

/// The limits at the root are those of every API without its own.
pub(super) fn own_limits() -> Draft {
    let mut draft = named("Own limits for each API");
    set_limits(&mut draft, [1_000, MINUTE], [UNLIMITED; 2]);
    decide_only(&mut draft, &[&PARTITION_PER_API]);
    let mut entry = Entry::new("", "");
    entry.set_limit(Some(Json::object(vec![
        (LIMIT_MAX_QUERY_DEPTH.name, Json::from(UNLIMITED)),
        (LIMIT_PER.name, Json::from(MINUTE)),
        (LIMIT_QUOTA_MAX.name, Json::from(10_000)),
        (LIMIT_QUOTA_RENEWAL_RATE.name, Json::from(DAY)),
        (LIMIT_RATE.name, Json::from(100)),
        (LIMIT_THROTTLE_INTERVAL.name, Json::from(UNLIMITED)),
        (LIMIT_THROTTLE_RETRY_LIMIT.name, Json::from(UNLIMITED)),
    ])));
    draft.access.entries.push(entry);
    draft
}

/// Mutations are refused by the list of refused types: a list of allowed ones would have to name every type that a
/// query may ever reach (policy-model.md section 10b).
pub(super) fn graphql_read_only() -> Draft {
    let mut draft = named("GraphQL read-only");
    set_limits(&mut draft, [1_000, MINUTE], [UNLIMITED; 2]);
    draft.set(&MAX_QUERY_DEPTH, Json::from(5));
    let mutations = Json::object(vec![
        (GRAPHQL_TYPE_FIELDS.name, Json::strings(&["*"])),
        (GRAPHQL_TYPE_NAME.name, Json::from("Mutation")),
    ]);
    let mut entry = Entry::new("", "");
    entry.set(&DISABLE_INTROSPECTION, Json::from(true));
    entry.set(&RESTRICTED_TYPES, Json::List(vec![mutations]));
    draft.access.entries.push(entry);
    draft
}

pub(super) fn mcp_tools() -> Draft {
    let mut draft = named("MCP tools");
    set_limits(&mut draft, [60, MINUTE], [UNLIMITED; 2]);
    let mut entry = Entry::new("", "");
    let lists = |allowed: &[&str], blocked: &[&str]| {
        Json::object(vec![(NAMES_ALLOWED.name, Json::strings(allowed)), (NAMES_BLOCKED.name, Json::strings(blocked))])
    };
    let rights = Json::object(vec![
        (MCP_PROMPTS.name, lists(&[], &[])),
        (MCP_RESOURCES.name, lists(&[], &[])),
        (MCP_TOOLS.name, lists(&["get_.*", "list_.*", "search_.*"], &[".*_secret"])),
    ]);
    entry.set(&MCP_ACCESS_RIGHTS, rights);
    draft.access.entries.push(entry);
    draft
}

/// A usable policy of this name without APIs and limits, whose keys never expire.
fn named(name: &str) -> Draft {
    let mut draft = Draft::default();
    draft.access.shape = Shape::Entries;
    draft.set(&NAME, Json::from(name));
    for (field, value) in State::Active.fields() {
        draft.set(field, value);
    }
    draft.set(&KEY_EXPIRES_IN, Json::from(0));
    draft.set(&TAGS, Json::strings(&[name]));
    draft
}

/// Requests in so many seconds, as rate and as quota.
fn set_limits(draft: &mut Draft, [rate, per]: [i64; 2], [quota, renewal]: [i64; 2]) {
    let limits: [(&Field, i64); 4] = [(&RATE, rate), (&PER, per), (&QUOTA_MAX, quota), (&QUOTA_RENEWAL_RATE, renewal)];
    for (field, value) in limits {
        draft.set(field, Json::from(value));
    }
}

/// Writes all partitions, of which these are on.
fn decide_only(draft: &mut Draft, on: &[&Field]) {
    let is_on = |flag: &Field| on.iter().any(|each| each.name == flag.name);
    let flags = PARTITION_FLAGS.iter().map(|flag| (flag.name.to_owned(), Json::from(is_on(flag)))).collect();
    draft.set(&PARTITIONS, Json::Object(Object::new(flags)));
}

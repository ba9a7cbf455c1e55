//! The fields at the root of a policy (policy-model.md section 2).

use super::entry::{ENTRY, ENTRY_KIND, SMOOTHING_FIELDS};
use super::{Field, Kind, SectionName};
use SectionName::{Access, Basics, Expiry, Labels, Limits, Other, Partitions, Quota};

/// The database id.
pub static DATABASE_ID: Field = Field::plain("_id", Kind::Text, Other);
/// The APIs.
pub static ACCESS_RIGHTS: Field = Field::plain("access_rights", Kind::Map(&ENTRY_KIND), Access)
    .says("APIs", "The APIs that keys of this policy may call, each with its own paths and methods.")
    .otherwise("A policy without any API grants nothing when a key uses it alone.", "{}");
/// The second form of the access rights.
pub static ACCESS_RIGHTS_ARRAY: Field = Field::plain("access_rights_array", Kind::List(&Kind::Object(&ENTRY)), Other);
/// Whether Tyk loads the policy.
pub static ACTIVE: Field = Field::plain("active", Kind::Flag, Basics)
    .says("Active", "Tyk loads the policy only if this is true.")
    .otherwise("Counts as false.", "true");
static AUTH_TYPE: Field = Field::plain("auth_type", Kind::Text, Other);
static AUTH_TYPES: Field = Field::plain("auth_types", Kind::List(&Kind::Text), Other);
static DATE_CREATED: Field = Field::plain("date_created", Kind::Text, Other);
static ENABLE_HTTP_SIGNATURE_VALIDATION: Field = Field::plain("enable_http_signature_validation", Kind::Flag, Other);
static GRAPHQL_ACCESS_RIGHTS: Field = Field::plain("graphql_access_rights", Kind::Map(&Kind::Any), Other);
static GRAPHQL_ENABLED: Field = Field::plain("graphql_enabled", Kind::Flag, Other);
static HMAC_ENABLED: Field = Field::plain("hmac_enabled", Kind::Flag, Other);
/// The id that keys refer to.
pub static ID: Field = Field::plain("id", Kind::Text, Basics)
    .says("Policy id", "The id that keys refer to. Letters, digits and . _ - ~ are allowed.")
    .otherwise("The Dashboard gives the policy an id of its own.", "\"startup-users\"");
/// Whether keys of the policy are refused.
pub static IS_INACTIVE: Field = Field::plain("is_inactive", Kind::Flag, Basics)
    .says("Inactive", "Keys of this policy are refused with 403 while this is true.")
    .otherwise("Counts as false.", "false");
/// How long a key lives.
pub static KEY_EXPIRES_IN: Field = Field::plain("key_expires_in", Kind::Integer, Expiry)
    .says(
        "Keys expire after",
        "How long a key lives, counted from the moment it is made. Existing keys are not touched.",
    )
    .otherwise("Keys never expire.", "2592000")
    .counts("seconds");
static LAST_UPDATED: Field = Field::plain("last_updated", Kind::Text, Other);
static MAX_QUERY_DEPTH: Field = Field::plain("max_query_depth", Kind::Integer, Other);
static META_DATA: Field = Field::plain("meta_data", Kind::Map(&Kind::Any), Other);
/// The human name.
pub static NAME: Field = Field::plain("name", Kind::Text, Basics)
    .says("Name", "What people call the policy. The Dashboard takes each name once.")
    .otherwise("The Dashboard's own form refuses a policy without a name.", "\"Startup Users\"");
static OAUTH2_SCOPES: Field = Field::plain("oauth2_scopes", Kind::List(&Kind::Text), Other);
/// The organisation.
pub static ORG_ID: Field = Field::plain("org_id", Kind::Text, Other);
/// The five flags.
pub static PARTITIONS: Field = Field::plain("partitions", Kind::Object(&PARTITION_FLAGS), Partitions)
    .says(
        "What does this policy decide?",
        "A policy can decide everything, only some groups of settings, or the limits of each API on its own.",
    )
    .otherwise("The policy decides everything: access, rate, quota and complexity.", "{}");
/// The period of the rate.
pub static PER: Field = Field::plain("per", Kind::Number, Limits)
    .says("Period", "The length of the period in which the requests are counted.")
    .otherwise("A rate without a period is no limit at all.", "60")
    .counts("seconds");
static POST_EXPIRY_ACTION: Field = Field::plain("post_expiry_action", Kind::Text, Other);
static POST_EXPIRY_GRACE_PERIOD: Field = Field::plain("post_expiry_grace_period", Kind::Integer, Other);
/// The requests of a quota period.
pub static QUOTA_MAX: Field = Field::plain("quota_max", Kind::Integer, Quota)
    .says("Quota", "How many requests a key may make in one quota period. Beyond that Tyk answers 403.")
    .otherwise("No quota is enforced.", "10000")
    .counts("requests");
/// The length of a quota period.
pub static QUOTA_RENEWAL_RATE: Field = Field::plain("quota_renewal_rate", Kind::Integer, Quota)
    .says("Renews every", "The length of the quota period. It starts with a key's first request.")
    .otherwise("The quota never renews: once used up, the key stays refused.", "3600")
    .counts("seconds");
/// The requests of a rate period.
pub static RATE: Field = Field::plain("rate", Kind::Number, Limits)
    .says("Rate limit", "How many requests a key may make in each period. Beyond that Tyk answers 429.")
    .otherwise("No rate limit.", "1000")
    .counts("requests");
static SMOOTHING: Field = Field::plain("smoothing", Kind::Object(&SMOOTHING_FIELDS), Other);
/// The access state of the Dashboard.
pub static STATE: Field = Field::plain("state", Kind::Text, Basics)
    .says("State", "Active: usable. Draft: existing keys work, no new keys. Deny: keys are refused.")
    .otherwise("The Dashboard goes by active and is_inactive alone.", "\"active\"");
/// The tags of keys.
pub static TAGS: Field = Field::plain("tags", Kind::List(&Kind::Text), Labels)
    .says("Tags", "Labels that keys of this policy carry into the analytics.")
    .otherwise("Keys carry no tags from this policy.", "[\"Startup Users\"]");
static THROTTLE_INTERVAL: Field = Field::plain("throttle_interval", Kind::Number, Other);
static THROTTLE_RETRY_LIMIT: Field = Field::plain("throttle_retry_limit", Kind::Integer, Other);

static PARTITION_FLAGS: [&Field; 5] =
    [&PARTITION_ACL, &PARTITION_COMPLEXITY, &PARTITION_PER_API, &PARTITION_QUOTA, &PARTITION_RATE_LIMIT];
static PARTITION_ACL: Field = Field::plain("acl", Kind::Flag, Partitions);
static PARTITION_COMPLEXITY: Field = Field::plain("complexity", Kind::Flag, Partitions);
static PARTITION_PER_API: Field = Field::plain("per_api", Kind::Flag, Partitions);
static PARTITION_QUOTA: Field = Field::plain("quota", Kind::Flag, Partitions);
static PARTITION_RATE_LIMIT: Field = Field::plain("rate_limit", Kind::Flag, Partitions);

/// All root fields, in the alphabetical order of Tyk's schema, which is the order a new policy is written in.
pub static ROOT: [&Field; 32] = [
    &DATABASE_ID,
    &ACCESS_RIGHTS,
    &ACCESS_RIGHTS_ARRAY,
    &ACTIVE,
    &AUTH_TYPE,
    &AUTH_TYPES,
    &DATE_CREATED,
    &ENABLE_HTTP_SIGNATURE_VALIDATION,
    &GRAPHQL_ACCESS_RIGHTS,
    &GRAPHQL_ENABLED,
    &HMAC_ENABLED,
    &ID,
    &IS_INACTIVE,
    &KEY_EXPIRES_IN,
    &LAST_UPDATED,
    &MAX_QUERY_DEPTH,
    &META_DATA,
    &NAME,
    &OAUTH2_SCOPES,
    &ORG_ID,
    &PARTITIONS,
    &PER,
    &POST_EXPIRY_ACTION,
    &POST_EXPIRY_GRACE_PERIOD,
    &QUOTA_MAX,
    &QUOTA_RENEWAL_RATE,
    &RATE,
    &SMOOTHING,
    &STATE,
    &TAGS,
    &THROTTLE_INTERVAL,
    &THROTTLE_RETRY_LIMIT,
];

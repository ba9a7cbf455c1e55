//! The fields at the root of a policy that the Gateway knows (policy-model.md section 2.1), and the list of all of them.

use super::{
    ACCESS_RIGHTS_ARRAY, AUTH_TYPE, AUTH_TYPES, DATE_CREATED, ENTRY_KIND, Field, GRAPHQL_ENABLED, Kind, OAUTH2_SCOPES,
    Owner, PARTITION_FLAGS, SMOOTHING_FIELDS, STATE, SectionName, Version,
};
use SectionName::{Access, Basics, Expiry, Labels, Limits, Other, Partitions, Quota};

/// The database id.
pub static DATABASE_ID: Field = Field::new("_id", Kind::Text, Other, "policy-model.md 2.1")
    .says("Database id", "The Dashboard's own id of the policy, 24 hexadecimal digits, given when the policy is made.")
    .otherwise("The Dashboard gives the policy one.", "\"5f3c1e9ab7d2406184e0c5d7\"")
    .owned_by(Owner::Dashboard);
/// The APIs.
pub static ACCESS_RIGHTS: Field = Field::new("access_rights", Kind::Map(&ENTRY_KIND), Access, "policy-model.md 4")
    .says("APIs", "The APIs that keys of this policy may call, each with its own paths and methods.")
    .otherwise(
        "A policy without any API grants nothing when a key uses it alone.",
        "{\"orders\": {\"allowed_urls\": [], \"api_id\": \"orders\", \"limit\": null, \"versions\": [\"Default\"]}}",
    );
/// Whether Tyk loads the policy.
pub static ACTIVE: Field = Field::new("active", Kind::Flag, Basics, "policy-model.md 2.1, 9")
    .says("Active", "Tyk loads the policy only if this is true.")
    .otherwise("Counts as false.", "true");
/// Whether requests need an HTTP signature.
pub static ENABLE_HTTP_SIGNATURE_VALIDATION: Field =
    Field::new("enable_http_signature_validation", Kind::Flag, Other, "policy-model.md 2.1, 10")
        .says(
            "Require HTTP signatures",
            "Keys must sign their requests with an RSA HTTP signature. Limits per API (per_api) switch it off.",
        )
        .otherwise("Requests need no HTTP signature.", "true")
        .since(Version::new(2, 9).patch(2));
/// A leftover without effect.
pub static GRAPHQL_ACCESS_RIGHTS: Field =
    Field::new("graphql_access_rights", Kind::Map(&Kind::Any), Other, "policy-model.md 2.1")
        .says("GraphQL access rights (unused)", "A leftover: its entries have no fields and nothing reads them.")
        .otherwise("Nothing changes.", "{}")
        .since(Version::new(2, 9).patch(6));
/// Whether requests need an HMAC signature.
pub static HMAC_ENABLED: Field = Field::new("hmac_enabled", Kind::Flag, Other, "policy-model.md 2.1, 10")
    .says(
        "Require HMAC signatures",
        "Keys must sign their requests (HMAC). Of several policies, one that asks for it is enough.",
    )
    .otherwise("Requests need no HMAC signature.", "true");
/// The id that keys refer to.
pub static ID: Field = Field::new("id", Kind::Text, Basics, "policy-model.md 2.1, 12.1 R2")
    .says("Policy id", "The id that keys refer to. Letters, digits and . _ - ~ are allowed.")
    .otherwise("The Dashboard gives the policy an id of its own.", "\"startup-users\"")
    .means(&[("\"\"", "the Dashboard takes the database id; the Gateway's own API refuses the policy")])
    .matching("^[A-Za-z0-9._~-]*$");
/// Whether keys of the policy are refused.
pub static IS_INACTIVE: Field = Field::new("is_inactive", Kind::Flag, Basics, "policy-model.md 2.1, 9")
    .says("Inactive", "Keys of this policy are refused with 403 while this is true.")
    .otherwise("Counts as false.", "false");
/// How long a key lives.
pub static KEY_EXPIRES_IN: Field = Field::new("key_expires_in", Kind::Integer, Expiry, "policy-model.md 8")
    .says(
        "Keys expire after",
        "How long a key lives, counted from the moment it is made. Existing keys are not touched.",
    )
    .otherwise("Keys never expire.", "2592000")
    .counts("seconds")
    .means(&[("0", "never"), ("-1", "never, the same as 0")]);
/// When the policy last changed.
pub static LAST_UPDATED: Field = Field::new("last_updated", Kind::Text, Other, "policy-model.md 2.1")
    .says("Last updated", "When the policy last changed, in seconds since 1970, written as text.")
    .otherwise("The Dashboard sets it.", "\"1714555800\"")
    .since(Version::new(2, 3).patch(2))
    .owned_by(Owner::Dashboard);
/// How deep a GraphQL query may go.
pub static MAX_QUERY_DEPTH: Field = Field::new("max_query_depth", Kind::Integer, Limits, "policy-model.md 2.1, 10b")
    .says("GraphQL query depth", "How many levels deep a GraphQL query may go. A deeper one is answered with 403.")
    .otherwise("Counts as 0.", "5")
    .counts("levels")
    .since(Version::new(2, 9).patch(6))
    .means(&[
        ("-1", "unlimited"),
        ("0", "unlimited; but where field_access_rights exist, root fields outside them are blocked"),
    ]);
/// The meta data of keys.
pub static META_DATA: Field = Field::new("meta_data", Kind::Map(&Kind::Any), Labels, "policy-model.md 10")
    .says("Meta data", "Named values that keys of this policy carry. Text works everywhere, other JSON not.")
    .otherwise("Keys get no meta data from this policy.", "{\"plan\": \"startup\"}")
    .since(Version::new(2, 9).patch(3))
    .means(&[(
        "{\"rate_limit_pattern\": \"$tyk_meta.plan\"}",
        "rate and quota are counted by that value instead of by key (Gateway 5.3)",
    )]);
/// The human name.
pub static NAME: Field = Field::new("name", Kind::Text, Basics, "policy-model.md 2.1, 12.1 R3")
    .says("Name", "What people call the policy. The Dashboard takes each name once.")
    .otherwise("The Dashboard's own form refuses a policy without a name.", "\"Startup Users\"")
    .since(Version::new(2, 9));
/// The organisation.
pub static ORG_ID: Field = Field::new("org_id", Kind::Text, Other, "policy-model.md 2.1, 12.1 R11")
    .says("Organisation id", "The organisation that owns the policy. The Dashboard refuses any but the caller's.")
    .otherwise("The Dashboard takes the caller's organisation.", "\"5f3c1e2ab7d2406184e0c5a1\"");
/// The five flags.
pub static PARTITIONS: Field =
    Field::new("partitions", Kind::Object(&PARTITION_FLAGS), Partitions, "policy-model.md 5")
        .says(
            "What does this policy decide?",
            "A policy can decide everything, only some groups of settings, or the limits of each API on its own.",
        )
        .otherwise(
            "The policy decides everything: access, rate, quota and complexity.",
            "{\"quota\": true, \"rate_limit\": true}",
        )
        .since(Version::new(2, 2))
        .means(&[("{}", "the policy decides everything")]);
/// The period of the rate.
pub static PER: Field = Field::new("per", Kind::Number, Limits, "policy-model.md 6")
    .says("Period", "The length of the period in which the requests are counted.")
    .otherwise("A rate without a period is no limit at all.", "60")
    .counts("seconds")
    .means(&[("-1", "unlimited, together with rate -1"), ("0", "no rate limit, whatever the rate says")]);
/// What happens to a key after its end.
pub static POST_EXPIRY_ACTION: Field = Field::new("post_expiry_action", Kind::Text, Expiry, "policy-model.md 8")
    .says("After a key expires", "Whether an expired key stays stored for a while or is deleted at once.")
    .otherwise("The session lifetime of the API or the Gateway decides.", "\"retain\"")
    .since(Version::new(5, 13))
    .one_of(&["", "retain", "delete"])
    .means(&[
        ("\"\"", "the session lifetime of the API or the Gateway decides"),
        ("\"retain\"", "kept for post_expiry_grace_period"),
        ("\"delete\"", "removed when it expires"),
    ]);
/// How long an expired key stays.
pub static POST_EXPIRY_GRACE_PERIOD: Field =
    Field::new("post_expiry_grace_period", Kind::Integer, Expiry, "policy-model.md 8")
        .says("Grace period", "How long an expired key stays stored, where post_expiry_action is \"retain\".")
        .otherwise("Counts as 0: \"retain\" then has no effect.", "86400")
        .counts("seconds")
        .since(Version::new(5, 13))
        .means(&[("-1", "for ever"), ("0", "as if there were no post_expiry_action")]);
/// The requests of a quota period.
pub static QUOTA_MAX: Field = Field::new("quota_max", Kind::Integer, Quota, "policy-model.md 7")
    .says("Quota", "How many requests a key may make in one quota period. Beyond that Tyk answers 403.")
    .otherwise("No quota is enforced.", "10000")
    .counts("requests")
    .means(&[("-1", "unlimited"), ("0", "not enforced; -1 is the documented way to say so")]);
/// The length of a quota period.
pub static QUOTA_RENEWAL_RATE: Field = Field::new("quota_renewal_rate", Kind::Integer, Quota, "policy-model.md 7")
    .says("Renews every", "The length of the quota period. It starts with a key's first request.")
    .otherwise("The quota never renews: once used up, the key stays refused.", "3600")
    .counts("seconds")
    .means(&[("-1", "the quota never renews; goes with quota_max -1"), ("0", "the quota never renews")]);
/// The requests of a rate period.
pub static RATE: Field = Field::new("rate", Kind::Number, Limits, "policy-model.md 6")
    .says("Rate limit", "How many requests a key may make in each period. Beyond that Tyk answers 429.")
    .otherwise("No rate limit.", "1000")
    .counts("requests")
    .means(&[("-1", "unlimited"), ("0", "no rate limit; beside other policies it counts as not set")]);
/// The smoothing of the rate.
pub static SMOOTHING: Field = Field::new("smoothing", Kind::Object(&SMOOTHING_FIELDS), Limits, "policy-model.md 7b")
    .says("Rate limit smoothing", "Lets the number of allowed requests rise and fall in steps up to the rate.")
    .otherwise(
        "The full rate is allowed from the start.",
        "{\"delay\": 30, \"enabled\": true, \"step\": 100, \"threshold\": 400, \"trigger\": 0.5}",
    )
    .since(Version::new(5, 4))
    .means(&[("null", "no smoothing")])
    .or_null();
/// The tags of keys.
pub static TAGS: Field = Field::new("tags", Kind::List(&Kind::Text), Labels, "policy-model.md 10")
    .says("Tags", "Labels that keys of this policy carry into the analytics.")
    .otherwise("Keys carry no tags from this policy.", "[\"Startup Users\"]");
/// The pause between retries.
pub static THROTTLE_INTERVAL: Field = Field::new("throttle_interval", Kind::Number, Limits, "policy-model.md 6.3")
    .says("Retry interval", "How long Tyk waits before it tries a request over the rate limit again.")
    .otherwise("Counts as 0.", "10")
    .counts("seconds")
    .since(Version::new(2, 8))
    .means(&[("-1", "throttling off, together with throttle_retry_limit -1"), ("0", "retries follow at once")]);
/// The number of retries.
pub static THROTTLE_RETRY_LIMIT: Field =
    Field::new("throttle_retry_limit", Kind::Integer, Limits, "policy-model.md 6.3")
        .says("Retries", "How often Tyk tries a request over the rate limit again before it answers 429.")
        .otherwise("Throttling is off: a request over the rate limit is refused at once.", "10")
        .counts("retries")
        .since(Version::new(2, 8))
        .means(&[("-1", "throttling off"), ("0", "throttling off")]);

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

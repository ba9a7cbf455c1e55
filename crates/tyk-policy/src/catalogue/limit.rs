//! The limits of one API (policy-model.md section 4.4), in force only where partitions.per_api is true.

use super::SectionName::Access;
use super::{Field, Kind, Owner, QUOTA_REMAINING, QUOTA_RENEWS, SMOOTHING_FIELDS, Version};

/// When an access entry got limits of its own.
const FLOOR: Version = Version::new(2, 8);

/// The GraphQL depth of a limit.
pub static LIMIT_MAX_QUERY_DEPTH: Field =
    Field::new("max_query_depth", Kind::Integer, Access, "policy-model.md 4.4, 10b")
        .says("GraphQL query depth", "How many levels deep a GraphQL query to this API may go.")
        .otherwise("Counts as 0.", "5")
        .counts("levels")
        .since(Version::new(2, 9).patch(6))
        .means(&[
            ("-1", "unlimited"),
            ("0", "unlimited; but where field_access_rights exist, root fields outside them are blocked"),
        ]);
/// The period of that rate.
pub static LIMIT_PER: Field = Field::new("per", Kind::Number, Access, "policy-model.md 4.4, 6")
    .says("Period", "The length of the period in which the requests to this API are counted.")
    .otherwise("A rate without a period is no limit at all.", "60")
    .counts("seconds")
    .since(FLOOR)
    .means(&[("-1", "unlimited, together with rate -1"), ("0", "no rate limit, whatever the rate says")]);
/// The quota of a limit.
pub static LIMIT_QUOTA_MAX: Field = Field::new("quota_max", Kind::Integer, Access, "policy-model.md 4.4, 7")
    .says("Quota", "How many requests to this API a key may make in one quota period. Beyond that Tyk answers 403.")
    .otherwise("No quota is enforced for this API, if another number here is not 0.", "10000")
    .counts("requests")
    .since(FLOOR)
    .means(&[("-1", "unlimited"), ("0", "not enforced, if another number here is not 0")]);
/// The period of that quota.
pub static LIMIT_QUOTA_RENEWAL_RATE: Field =
    Field::new("quota_renewal_rate", Kind::Integer, Access, "policy-model.md 4.4, 7")
        .says("Renews every", "The length of this API's quota period. It starts with a key's first request.")
        .otherwise("The quota never renews: once used up, the key stays refused at this API.", "3600")
        .counts("seconds")
        .since(FLOOR)
        .means(&[("-1", "the quota never renews; goes with quota_max -1"), ("0", "the quota never renews")]);
/// The rate of a limit.
pub static LIMIT_RATE: Field = Field::new("rate", Kind::Number, Access, "policy-model.md 4.4, 6")
    .says("Rate limit", "How many requests to this API a key may make in each period. Beyond that Tyk answers 429.")
    .otherwise("No rate limit for this API, if another number here is not 0.", "100")
    .counts("requests")
    .since(FLOOR)
    .means(&[("-1", "unlimited"), ("0", "no rate limit, if another number here is not 0")]);
/// Whether the limit came from a policy.
pub static LIMIT_SET_BY_POLICY: Field = Field::new("set_by_policy", Kind::Flag, Access, "policy-model.md 2.2, 4.4")
    .says("Set by policy", "The Dashboard's mark that a limit came from a policy. Exports hold it; do not write it.")
    .otherwise("Nothing is missing.", "false")
    .dashboard_only()
    .owned_by(Owner::RunTime);
/// The smoothing of a limit.
pub static LIMIT_SMOOTHING: Field =
    Field::new("smoothing", Kind::Object(&SMOOTHING_FIELDS), Access, "policy-model.md 4.4, 7b")
        .says(
            "Rate limit smoothing",
            "Lets the allowed requests to this API rise and fall in steps; alone it is no limit.",
        )
        .otherwise(
            "The smoothing at the root of the policy, if there is one.",
            "{\"delay\": 30, \"enabled\": true, \"step\": 10, \"threshold\": 40, \"trigger\": 0.5}",
        )
        .since(Version::new(5, 4))
        .means(&[("null", "no smoothing of its own")])
        .or_null();
/// The pause between retries at this API.
pub static LIMIT_THROTTLE_INTERVAL: Field =
    Field::new("throttle_interval", Kind::Number, Access, "policy-model.md 4.4, 6.3")
        .says("Retry interval", "How long Tyk waits before it tries a request over this API's rate limit again.")
        .otherwise("Counts as 0.", "10")
        .counts("seconds")
        .since(FLOOR)
        .means(&[("-1", "throttling off, together with throttle_retry_limit -1"), ("0", "retries follow at once")]);
/// The number of retries at this API.
pub static LIMIT_THROTTLE_RETRY_LIMIT: Field =
    Field::new("throttle_retry_limit", Kind::Integer, Access, "policy-model.md 4.4, 6.3")
        .says("Retries", "How often Tyk tries a request over this API's rate limit again before it answers 429.")
        .otherwise("Throttling is off: a request over the rate limit is refused at once.", "10")
        .counts("retries")
        .since(FLOOR)
        .means(&[("-1", "throttling off"), ("0", "throttling off")]);

/// The fields of a limit that one writes.
pub static LIMIT_FIELDS: [&Field; 8] = [
    &LIMIT_MAX_QUERY_DEPTH,
    &LIMIT_PER,
    &LIMIT_QUOTA_MAX,
    &LIMIT_QUOTA_RENEWAL_RATE,
    &LIMIT_RATE,
    &LIMIT_SMOOTHING,
    &LIMIT_THROTTLE_INTERVAL,
    &LIMIT_THROTTLE_RETRY_LIMIT,
];
/// All fields of a limit, alphabetically; also those that Tyk keeps while it runs.
pub static LIMIT_MEMBERS: [&Field; 11] = [
    &LIMIT_MAX_QUERY_DEPTH,
    &LIMIT_PER,
    &LIMIT_QUOTA_MAX,
    &QUOTA_REMAINING,
    &LIMIT_QUOTA_RENEWAL_RATE,
    &QUOTA_RENEWS,
    &LIMIT_RATE,
    &LIMIT_SET_BY_POLICY,
    &LIMIT_SMOOTHING,
    &LIMIT_THROTTLE_INTERVAL,
    &LIMIT_THROTTLE_RETRY_LIMIT,
];

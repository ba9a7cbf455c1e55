//! The five flags that say what a policy decides (policy-model.md section 5).

use super::SectionName::Partitions;
use super::{Field, Kind, Version};

/// Where the domain notes describe them.
const SOURCE: &str = "policy-model.md 5";
/// What leaving one of the first four out does.
const LEFT_OUT: &str = "Counts as false. With all five false the policy decides everything.";

/// Access.
pub static PARTITION_ACL: Field = Field::new("acl", Kind::Flag, Partitions, SOURCE)
    .says("Access", "The policy decides which APIs, versions, paths, types and tools a key may use.")
    .otherwise(LEFT_OUT, "true")
    .since(Version::new(2, 2));
/// Complexity.
pub static PARTITION_COMPLEXITY: Field = Field::new("complexity", Kind::Flag, Partitions, SOURCE)
    .says("Complexity", "The policy decides how deep a GraphQL query may go (max_query_depth).")
    .otherwise(LEFT_OUT, "true")
    .since(Version::new(2, 9).patch(6));
/// Limits for each API.
pub static PARTITION_PER_API: Field = Field::new("per_api", Kind::Flag, Partitions, SOURCE)
    .says("Limits per API", "Each API has limits of its own. Together with any of the other four, keys are refused.")
    .otherwise("Counts as false: the limits of single APIs are ignored.", "true")
    .since(Version::new(2, 8));
/// Quota.
pub static PARTITION_QUOTA: Field = Field::new("quota", Kind::Flag, Partitions, SOURCE)
    .says("Quota", "The policy decides the quota and when it renews.")
    .otherwise(LEFT_OUT, "true")
    .since(Version::new(2, 2));
/// Rate.
pub static PARTITION_RATE_LIMIT: Field = Field::new("rate_limit", Kind::Flag, Partitions, SOURCE)
    .says("Rate limit", "The policy decides rate, smoothing, throttling and the limits of single endpoints.")
    .otherwise(LEFT_OUT, "true")
    .since(Version::new(2, 2));

/// All five flags, alphabetically.
pub static PARTITION_FLAGS: [&Field; 5] =
    [&PARTITION_ACL, &PARTITION_COMPLEXITY, &PARTITION_PER_API, &PARTITION_QUOTA, &PARTITION_RATE_LIMIT];

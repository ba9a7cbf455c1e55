//! Fields that belong to keys and get lost into policies (policy-model.md rule M6). They do nothing there.
//!
//! Two of them Tyk also decodes inside an API's limit, so that they must have their type there.

use super::SectionName::Other;
use super::{Field, Kind, Owner};

/// Where the domain notes name them.
const SOURCE: &str = "policy-model.md 12.4 M6";
/// What leaving any of them out means.
const LEFT_OUT: &str = "Nothing is missing: it belongs to a key.";

const fn field(name: &'static str, kind: Kind) -> Field {
    Field::new(name, kind, Other, SOURCE).owned_by(Owner::RunTime)
}

/// A key's rate count.
pub static ALLOWANCE: Field = field("allowance", Kind::Number)
    .says("Allowance", "Part of a key's rate count. It belongs to the key and does nothing in a policy.")
    .otherwise(LEFT_OUT, "1000")
    .counts("requests");
/// When a key ends.
pub static EXPIRES: Field = field("expires", Kind::Integer)
    .says("Expires", "When a key ends. It belongs to the key; a policy says key_expires_in instead.")
    .otherwise(LEFT_OUT, "1714555800")
    .counts("seconds since 1970");
/// When a key was last counted.
pub static LAST_CHECK: Field = field("last_check", Kind::Integer)
    .says("Last check", "A time stamp of a key's rate count. It belongs to the key and does nothing in a policy.")
    .otherwise(LEFT_OUT, "0")
    .counts("seconds since 1970");
/// What is left of a key's quota.
pub static QUOTA_REMAINING: Field = field("quota_remaining", Kind::Integer)
    .says("Quota remaining", "What is left of a key's quota. It belongs to the key; a policy says quota_max instead.")
    .otherwise(LEFT_OUT, "0")
    .counts("requests");
/// When a key's quota renews.
pub static QUOTA_RENEWS: Field = field("quota_renews", Kind::Integer)
    .says("Quota renews", "When a key's quota renews. It belongs to the key; a policy says quota_renewal_rate instead.")
    .otherwise(LEFT_OUT, "0")
    .counts("seconds since 1970");

/// All of them, alphabetically. None is a field of a policy.
pub static KEY_FIELDS: [&Field; 5] = [&ALLOWANCE, &EXPIRES, &LAST_CHECK, &QUOTA_REMAINING, &QUOTA_RENEWS];

//! The manual of partitions.

use super::Manual;

pub(super) static PER_API_NOT_ALONE: Manual = Manual::new(
    "Either the policy has limits for each API on its own, or it decides only some groups of settings: Tyk cannot do \
     both. It stores such a policy without complaint, and then refuses every request with a key that uses it.",
    "policy-model.md 5 and 12.1 R4; tyk internal/policy/apply.go Apply",
    policy!(
        r#""rate": 100, "per": 60,
  "partitions": {"per_api": true, "rate_limit": true, "acl": true}"#
    ),
    policy!(
        r#""rate": 100, "per": 60,
  "partitions": {"rate_limit": true, "acl": true}"#
    ),
);

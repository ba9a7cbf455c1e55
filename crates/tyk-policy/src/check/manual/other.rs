//! The manual of organisation, signatures and meta data.

use super::{Known, Manual};

pub(super) static FOREIGN_ORGANISATION: Manual = Manual::new(
    "A policy belongs to one organisation. The Dashboard answers \"Object not owned by this organisation, write is \
     forbidden\" to anyone else, and the Gateway refuses keys whose policy belongs to another organisation. This \
     happens when a policy is copied from one installation to another.",
    "policy-model.md 12.1 R11; tyk internal/policy/apply.go, issue 11 of TykTechnologies/tyk-sync",
    policy!(r#""org_id": "5e9d9544a1dcd60001d0ed20""#),
    policy!(r#""org_id": "53ac07777cbb8c2d53000002""#),
)
.knowing(Known::Organisation("53ac07777cbb8c2d53000002"));

pub(super) static SIGNATURE_WITH_PER_API: Manual = Manual::new(
    "With limits for each API on its own, the Gateway does not copy this switch to the key. Requests without a \
     signature then pass, though the policy seems to demand one.",
    "policy-model.md 10 and 12.2 S16; tyk internal/policy/apply.go",
    policy!(r#""hmac_enabled": true, "partitions": {"per_api": true}"#),
    policy!(r#""hmac_enabled": true, "partitions": {"per_api": false}"#),
);

pub(super) static META_DATA_NOT_TEXT: Manual = Manual::new(
    "The Gateway takes any value here. The Tyk Operator and the developer portal read text only and fail on anything \
     else, so the policy works in one place and not in the other.",
    "policy-model.md 10 and 12.3 D14; the Tyk Operator's SecurityPolicy resource",
    policy!(r#""meta_data": {"plan": 3}"#),
    policy!(r#""meta_data": {"plan": "3"}"#),
);

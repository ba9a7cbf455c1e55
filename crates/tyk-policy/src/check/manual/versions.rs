//! The manual of what a certain Tyk does not know.

use super::Manual;

pub(super) static FIELD_TOO_NEW: Manual = Manual::new(
    "An older Tyk drops a field that came with a later release without a word. The policy is stored, and the limit or \
     option that the field stands for is simply not there.",
    "policy-model.md 2 (column \"since\") and 12.2 S22",
    policy!(r#""post_expiry_action": "delete""#),
    policy!(r#""post_expiry_action": """#),
)
.for_target("dashboard-5.12");

pub(super) static FIELD_NOT_FOR_GATEWAY: Manual = Manual::new(
    "A few fields belong to the Dashboard alone. A Gateway that gets the policy directly drops them, so a state of \
     \"deny\" locks nobody out there.",
    "policy-model.md 2.2, 9 and 12.2 S22",
    policy!(r#""id": "gold", "state": "active""#),
    policy!(r#""id": "gold""#),
)
.for_target("gateway");

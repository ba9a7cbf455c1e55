//! The manual of how long keys live.

use super::Manual;

pub(super) static EXPIRY_NOT_CHOSEN: Manual = Manual::new(
    "Left out, this means that keys never end. The Dashboard's own form makes one choose, because keys that live for \
     ever are seldom meant.",
    "policy-model.md 8 and 12.3 D3; the Dashboard's UI tests",
    "{\n  \"name\": \"Gold\",\n  \"active\": true,\n  \"access_rights\": {\n    \
     \"orders\": {\"api_id\": \"orders\", \"allowed_urls\": [], \"limit\": null}\n  }\n}",
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static EXPIRY_NEGATIVE: Manual = Manual::new(
    "Only a number above 0 gives a key an end. In other fields -1 means unlimited, so it is often written here, too; \
     it does no harm.",
    "policy-model.md 8 and 12.2 S18; tyk gateway/api.go checkAndApplyTrialPeriod",
    "{\n  \"name\": \"Gold\",\n  \"active\": true,\n  \"key_expires_in\": -1,\n  \"access_rights\": {\n    \
     \"orders\": {\"api_id\": \"orders\", \"allowed_urls\": [], \"limit\": null}\n  }\n}",
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static POST_EXPIRY_UNKNOWN: Manual = Manual::new(
    "The Gateway knows two actions. It stores any other word and behaves as if none were given, so expired keys are \
     neither kept nor removed as was meant.",
    "policy-model.md 8 and 12.3 D12; tyk user/session.go hasNewExpiryBehaviour",
    policy!(r#""post_expiry_action": "remove""#),
    policy!(r#""post_expiry_action": "delete""#),
);

pub(super) static GRACE_WITHOUT_EFFECT: Manual = Manual::new(
    "The grace period says how long an expired key stays stored, and only the action \"retain\" keeps keys at all. In \
     this policy it does nothing, unless another policy of the key brings the action.",
    "policy-model.md 8 and 12.2 S19; tyk user/session.go calculatePostExpiryLifetime",
    policy!(r#""post_expiry_action": "delete", "post_expiry_grace_period": 3600"#),
    policy!(r#""post_expiry_action": "retain", "post_expiry_grace_period": 3600"#),
);

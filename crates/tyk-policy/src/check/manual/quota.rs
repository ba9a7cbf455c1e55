//! The manual of the quota.

use super::Manual;

pub(super) static QUOTA_NEVER_RENEWS: Manual = Manual::new(
    "A quota counts the requests of a key in a long period, such as a day. Without a period the count never starts \
     anew: once the quota is used up, the key gets 403 \"Quota exceeded\" for ever.",
    "policy-model.md 7 and 12.2 S6; tyk RedisQuotaExceeded, issue 3061",
    policy!(r#""quota_max": 1000, "quota_renewal_rate": -1"#),
    policy!(r#""quota_max": 1000, "quota_renewal_rate": 86400"#),
);

pub(super) static QUOTA_ZERO: Manual = Manual::new(
    "The Gateway enforces a quota only if it is above 0. Whoever writes 0 to allow no request at all gets the \
     opposite.",
    "policy-model.md 7 and 12.2 S5; tyk RedisQuotaExceeded",
    policy!(r#""quota_max": 0"#),
    policy!(r#""quota_max": -1"#),
);

pub(super) static QUOTA_NEGATIVE: Manual = Manual::new(
    "The documentation knows -1 for unlimited and numbers above 0. The Gateway enforces no other number either, but \
     on a key with several policies only -1 outweighs the quotas of the others.",
    "policy-model.md 7, 11 and 12.2 S5; tyk RedisQuotaExceeded, internal/policy/util.go greaterThanInt64",
    policy!(r#""quota_max": -5"#),
    policy!(r#""quota_max": -1"#),
);

//! The manual of rate and throttling.

use super::Manual;

pub(super) static RATE_WITHOUT_PERIOD: Manual = Manual::new(
    "A rate counts requests in a period: 100 in 60 seconds. Without a period the Gateway treats the rate as not set, \
     and keys may send as many requests as they like.",
    "policy-model.md 6.1 and 12.2 S3; tyk internal/policy/apply.go emptyRateLimit",
    policy!(r#""rate": 100"#),
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static UNLIMITED_RATE_UNSET: Manual = Manual::new(
    "For a key with this policy alone the rate is unlimited as it should be. When the Gateway puts several policies \
     together, a period of 0 makes it skip this rate, and a limit of another policy wins.",
    "policy-model.md 6.1, 11 and 12.2 S3b; tyk internal/policy/apply.go emptyRateLimit",
    policy!(r#""rate": -1, "per": 0"#),
    policy!(r#""rate": -1, "per": -1"#),
);

pub(super) static UNLIMITED_RATE_WITH_PERIOD: Manual = Manual::new(
    "This does no harm: a rate of -1 means unlimited, whatever the period says. But a period that is written down \
     looks like a limit.",
    "policy-model.md 6.1 and 12.3 D17",
    policy!(r#""rate": -1, "per": 60"#),
    policy!(r#""rate": -1, "per": -1"#),
);

pub(super) static NUMBER_CUT: Manual = Manual::new(
    "The limiters that count in Redis cut rate and period to whole numbers, and the one in memory cuts the period. \
     Half a request becomes 0, which means no limit at all.",
    "policy-model.md 6.1 and 12.2 S4; tyk gateway/session_manager.go limitRedis, limitDRL",
    policy!(r#""rate": 1.5, "per": 60"#),
    policy!(r#""rate": 1.0, "per": 60"#),
);

pub(super) static THROTTLE_WITHOUT_INTERVAL: Manual = Manual::new(
    "Throttling holds a request that is over the limit back and tries again after a pause. Without a pause all tries \
     happen at once, and the Gateway works harder for the same refusal.",
    "policy-model.md 6.3 and 12.2 S7; tyk gateway/mw_rate_limiting.go",
    policy!(r#""rate": 100, "per": 60, "throttle_retry_limit": 3, "throttle_interval": 0"#),
    policy!(r#""rate": 100, "per": 60, "throttle_retry_limit": 3, "throttle_interval": 1"#),
);

pub(super) static THROTTLE_WITHOUT_RATE: Manual = Manual::new(
    "Throttling begins where a rate limit refuses a request. This policy has none, so nothing is ever held back, \
     unless another policy of the key brings a rate.",
    "policy-model.md 6.3 and 12.2 S7; tyk gateway/mw_rate_limiting.go",
    policy!(r#""throttle_retry_limit": 3, "throttle_interval": 1"#),
    policy!(r#""rate": 100, "per": 60, "throttle_retry_limit": 3, "throttle_interval": 1"#),
);

pub(super) static THROTTLE_WITHOUT_RETRIES: Manual = Manual::new(
    "The pause lies between two tries of one request. With no further try there is nothing to pause for, and a \
     request over the limit is refused at once.",
    "policy-model.md 6.3 and 12.2 S7; tyk gateway/mw_rate_limiting.go",
    policy!(r#""rate": 100, "per": 60, "throttle_retry_limit": 0, "throttle_interval": 1"#),
    policy!(r#""rate": 100, "per": 60, "throttle_retry_limit": 0, "throttle_interval": 0"#),
);

pub(super) static IGNORED_WITHOUT_PARTITION: Manual = Manual::new(
    "Partitions say which parts of the policy count. As soon as one is on, the numbers of the others do nothing: they \
     are meant to come from another policy of the same key.",
    "policy-model.md 5 and 12.2 S20; tyk internal/policy/apply.go applyPartitions",
    policy!(r#""rate": 100, "per": 60, "partitions": {"acl": true}"#),
    policy!(r#""rate": 100, "per": 60, "partitions": {"acl": true, "rate_limit": true}"#),
);

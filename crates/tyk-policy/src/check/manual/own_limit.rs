//! The manual of the limit of one API.

use super::Manual;

pub(super) static OWN_LIMIT_IGNORED: Manual = Manual::new(
    "Each API can carry limits of its own, but the Gateway reads them only while `per_api` is on. Otherwise all APIs \
     share the limits of the policy, and these numbers do nothing.",
    "policy-model.md 4.4, 5 and 12.2 S8; tyk internal/policy/apply.go applyPartitions",
    entry!(r#""rate": 100, "per": 60"#; r#""allowed_urls": [],
      "limit": {"rate": 5, "per": 60}"#),
    entry!(r#""rate": 100, "per": 60, "partitions": {"per_api": true}"#; r#""allowed_urls": [],
      "limit": {"rate": 5, "per": 60}"#),
);

pub(super) static OWN_LIMIT_ONLY_SMOOTHING: Manual = Manual::new(
    "The Gateway calls a limit empty if all its numbers are 0, and smoothing is not among them. This API then takes \
     the limits of the policy, shares their counter with other APIs, and its smoothing is lost.",
    "policy-model.md 4.4 and 12.2 S21; tyk user/session.go APILimit.IsEmpty",
    entry!(r#""rate": 100, "per": 60, "partitions": {"per_api": true}"#; r#""allowed_urls": [],
      "limit": {
        "smoothing": {
          "enabled": true,
          "threshold": 20, "trigger": 0.5, "step": 10, "delay": 30
        }
      }"#),
    entry!(r#""rate": 100, "per": 60, "partitions": {"per_api": true}"#; r#""allowed_urls": [],
      "limit": {
        "smoothing": {
          "enabled": false,
          "threshold": 20, "trigger": 0.5, "step": 10, "delay": 30
        }
      }"#),
);

//! The manual of limits of endpoints and of MCP.

use super::Manual;

pub(super) static SMALL_LIMITS_DROPPED: Manual = Manual::new(
    "Limits of single endpoints belong to the rate of a policy. With some partitions on and `rate_limit` off, the \
     Gateway drops them together with the rate.",
    "policy-model.md 4.5, 5 and 12.2 S9; tyk internal/policy/apply.go, pull request 6491",
    entry!(r#""partitions": {"acl": true}"#; r#""allowed_urls": [], "limit": null,
      "endpoints": [{"path": "^/orders$", "methods": [
        {"name": "GET", "limit": {"rate": 5, "per": 60}}
      ]}]"#),
    entry!(r#""partitions": {"acl": true, "rate_limit": true}"#; r#""allowed_urls": [], "limit": null,
      "endpoints": [{"path": "^/orders$", "methods": [
        {"name": "GET", "limit": {"rate": 5, "per": 60}}
      ]}]"#),
);

pub(super) static SMALL_SMOOTHING_IGNORED: Manual = Manual::new(
    "The limit of an endpoint has room for smoothing, but the Gateway never looks there. It takes the smoothing of \
     the API or of the policy and applies that to the endpoint's rate.",
    "policy-model.md 4.5 and 12.2 S10; tyk gateway/session_manager.go ForwardMessage",
    entry!(
        r#""allowed_urls": [], "limit": null,
      "endpoints": [{"path": "^/orders$", "methods": [
        {
          "name": "GET",
          "limit": {"rate": 5, "per": 60, "smoothing": {"enabled": false}}
        }
      ]}]"#
    ),
    entry!(
        r#""allowed_urls": [], "limit": null,
      "endpoints": [{"path": "^/orders$", "methods": [
        {
          "name": "GET",
          "limit": {"rate": 5, "per": 60, "smoothing": null}
        }
      ]}]"#
    ),
);

pub(super) static SMALL_LIMIT_UNLIMITED: Manual = Manual::new(
    "An endpoint that is named here leaves the limit of its API behind and has only its own. With a rate of 0 it has \
     none, so it may be called as often as one likes.",
    "policy-model.md 4.5 and 12.2 S11; tyk gateway/session_manager.go ForwardMessage",
    entry!(
        r#""allowed_urls": [], "limit": null,
      "endpoints": [{"path": "^/orders$", "methods": [
        {"name": "GET", "limit": {"rate": 0, "per": 60}}
      ]}]"#
    ),
    entry!(
        r#""allowed_urls": [], "limit": null,
      "endpoints": [{"path": "^/orders$", "methods": [
        {"name": "GET", "limit": {"rate": 1, "per": 60}}
      ]}]"#
    ),
);

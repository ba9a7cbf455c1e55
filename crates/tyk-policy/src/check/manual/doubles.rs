//! The manual of doubled names.

use super::Manual;

pub(super) static DOUBLE: Manual = Manual::new(
    "JSON allows a name twice, and Tyk goes by the last one. Whoever reads from the top sees the first one and \
     believes that it counts.",
    "policy-model.md 1 and 12.4 M4; the JSON reader of Go",
    entry!(r#""partitions": {"per_api": true}"#; r#""allowed_urls": [],
      "limit": {"rate": 100, "per": 60, "rate": 5}"#),
    entry!(r#""partitions": {"per_api": true}"#; r#""allowed_urls": [],
      "limit": {"rate": 5, "per": 60}"#),
);

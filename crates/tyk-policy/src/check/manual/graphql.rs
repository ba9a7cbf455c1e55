//! The manual of GraphQL.

use super::Manual;

pub(super) static RESTRICTED_TYPES_IGNORED: Manual = Manual::new(
    "A GraphQL API can have a list of fields that may be asked for, or one of those that may not. Where both are \
     there, Tyk goes by the first and forgets the second: a field that is in both may be asked for.",
    "policy-model.md 10b and 12.2 S14; tyk gateway/mw_graphql_granular_access.go",
    entry!(
        r#""allowed_urls": [], "limit": null,
      "allowed_types": [{"name": "Query", "fields": ["orders"]}],
      "restricted_types": [{"name": "Order", "fields": ["margin"]}]"#
    ),
    entry!(
        r#""allowed_urls": [], "limit": null,
      "allowed_types": [],
      "restricted_types": [{"name": "Order", "fields": ["margin"]}]"#
    ),
);

pub(super) static FIELDS_BLOCKED_BY_DEPTH: Manual = Manual::new(
    "A depth of 0 usually means no limit. As soon as one field has a depth of its own, the Gateway tests all others \
     against the depth of the policy, and there 0 means that nothing may be asked for.",
    "policy-model.md 10b and 12.2 S15; tyk internal/graphengine",
    entry!(r#""max_query_depth": 0"#; r#""allowed_urls": [], "limit": null,
      "field_access_rights": [
        {
          "type_name": "Query", "field_name": "orders",
          "limits": {"max_query_depth": 3}
        }
      ]"#),
    entry!(r#""max_query_depth": -1"#; r#""allowed_urls": [], "limit": null,
      "field_access_rights": [
        {
          "type_name": "Query", "field_name": "orders",
          "limits": {"max_query_depth": 3}
        }
      ]"#),
);

//! The root fields that only the Dashboard knows (policy-model.md section 2.2). The Gateway drops them.

use super::{ENTRY_KIND, Field, Kind, Owner, SectionName, Version};
use SectionName::{Basics, Other};

/// The APIs a second time, as a list.
pub static ACCESS_RIGHTS_ARRAY: Field =
    Field::new("access_rights_array", Kind::List(&ENTRY_KIND), Other, "policy-model.md 2.2")
        .says("APIs as a list", "A second form of access_rights: the same entries in a list. Some clients send it.")
        .otherwise(
            "As far as is documented, access_rights is enough.",
            "[{\"allowed_urls\": [], \"api_id\": \"orders\", \"limit\": null, \"versions\": [\"Default\"]}]",
        )
        .dashboard_only();
/// How keys of the policy authenticate.
pub static AUTH_TYPE: Field = Field::new("auth_type", Kind::Text, Other, "policy-model.md 2.2")
    .says("Authentication method", "How callers of the policy's APIs authenticate. Search and the portal go by it.")
    .otherwise("Search and the portal do not know the method.", "\"authToken\"")
    .dashboard_only()
    .owned_by(Owner::Derived);
/// How keys of the policy authenticate, where there are several ways.
pub static AUTH_TYPES: Field = Field::new("auth_types", Kind::List(&Kind::Text), Other, "policy-model.md 2.2")
    .says("Authentication methods", "All methods by which callers of the policy's APIs authenticate.")
    .otherwise("Search and the portal do not know the methods.", "[\"authToken\", \"jwt\"]")
    .dashboard_only()
    .owned_by(Owner::Derived);
/// When the policy was made.
pub static DATE_CREATED: Field = Field::new("date_created", Kind::Text, Other, "policy-model.md 2.2")
    .says("Created", "When the policy was made: date and time as RFC 3339 writes them.")
    .otherwise("The Dashboard sets it.", "\"2024-05-01T09:30:00Z\"")
    .dashboard_only()
    .owned_by(Owner::Dashboard);
/// Whether there is a GraphQL API.
pub static GRAPHQL_ENABLED: Field = Field::new("graphql_enabled", Kind::Flag, Other, "policy-model.md 2.2")
    .says("Has a GraphQL API", "Tells the Dashboard's pages that the policy holds a GraphQL API.")
    .otherwise("Counts as false; what keys may do stays the same.", "false")
    .dashboard_only()
    .owned_by(Owner::Derived);
/// The scopes of the portal.
pub static OAUTH2_SCOPES: Field = Field::new("oauth2_scopes", Kind::List(&Kind::Text), Other, "policy-model.md 2.2")
    .says("OAuth 2.0 scopes", "Scopes that the developer portal writes into its plans and products.")
    .otherwise("No scopes.", "[\"read\"]")
    .dashboard_only()
    .owned_by(Owner::Derived);
/// The access state of the Dashboard.
pub static STATE: Field = Field::new("state", Kind::Text, Basics, "policy-model.md 2.2, 9")
    .says("State", "Active: usable. Draft: existing keys work, no new keys. Deny: keys are refused.")
    .otherwise("The Dashboard goes by active and is_inactive alone.", "\"active\"")
    .since(Version::new(3, 0))
    .dashboard_only()
    .one_of(&["active", "draft", "deny"])
    .means(&[
        ("\"active\"", "keys work, and new keys can be made"),
        ("\"draft\"", "existing keys work, new keys cannot be made"),
        ("\"deny\"", "keys are refused, new keys cannot be made"),
    ]);

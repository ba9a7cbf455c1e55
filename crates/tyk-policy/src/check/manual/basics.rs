//! The manual of name, id and state.

use super::{Known, Manual};

pub(super) static NAME_MISSING: Manual = Manual::new(
    "The Dashboard shows policies by their names, and its form and the Tyk Operator demand one. A policy without a \
     name cannot be found again. The Gateway does not mind.",
    "policy-model.md 12.3 D1; the Dashboard's UI test policy_mandatory_fields",
    "{\n  \"name\": \" \",\n  \"active\": true,\n  \"key_expires_in\": 0,\n  \"access_rights\": {\n    \
     \"orders\": {\"api_id\": \"orders\", \"allowed_urls\": [], \"limit\": null}\n  }\n}",
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static NAME_TAKEN: Manual = Manual::new(
    "The Dashboard takes each name once in an organisation and answers the second policy with 400: \"This policy name \
     has already been used. Enter a unique policy name.\"",
    "policy-model.md 12.1 R3; the Dashboard's OpenAPI document, POST /api/portal/policies",
    policy!(r#""rate": 100, "per": 60"#),
    policy!(r#""id": "gold", "rate": 100, "per": 60"#),
)
.knowing(Known::Policy("gold", "Gold"));

pub(super) static POLICY_ID_MISSING: Manual = Manual::new(
    "Keys name a policy by its id. The Dashboard makes one up, the Gateway does not: it answers \"Unable to create \
     policy without id.\", and older Gateways even say 200 and store nothing that a key could name.",
    "policy-model.md 12.1 R9; tyk gateway/api.go, issue 4005",
    policy!(r#""rate": 100, "per": 60"#),
    policy!(r#""id": "gold", "rate": 100, "per": 60"#),
)
.for_target("gateway");

pub(super) static POLICY_ID_CHARACTERS: Manual = Manual::new(
    "Since 5.13 Tyk refuses an id with other characters than letters, digits and . _ - ~ with 400, unless its \
     configuration allows unsafe ids. Blanks are the usual cause.",
    "policy-model.md 12.1 R2; tyk pkg/identifier/custom.go",
    policy!(r#""id": "gold plan""#),
    policy!(r#""id": "gold-plan""#),
);

pub(super) static OWN_ID_ON_OLD_TYK: Manual = Manual::new(
    "Older versions assign an id of their own and go by that, unless `allow_explicit_policy_id` is set in their \
     configuration. Keys that name the id you chose then name no policy.",
    "policy-model.md 2.1 and 12.4 M13; Dashboard release notes 5.8.9 and 5.11.0",
    policy!(r#""id": "gold""#),
    policy!(r#""rate": 100, "per": 60"#),
)
.for_target("dashboard-5.3");

pub(super) static KEYS_REFUSED: Manual = Manual::new(
    "This switch locks out. The Gateway answers every request with a key of this policy with 403 \"Key is inactive, \
     please renew\", even if the key has other policies, too.",
    "policy-model.md 9 and 12.1 R13; tyk internal/policy/apply.go, gateway/mw_key_expired_check.go",
    policy!(r#""is_inactive": true"#),
    policy!(r#""is_inactive": false"#),
);

pub(super) static NOT_ACTIVE: Manual = Manual::new(
    "Tyk's documentation says that a policy is loaded only if this is true; left out, it counts as false. The Gateway \
     itself never reads it, but whether the Dashboard hands such a policy on to the Gateways is up to the Dashboard.",
    "policy-model.md 9 and 12.3 D10; the Tyk Operator's SecurityPolicy resource",
    "{\n  \"name\": \"Gold\",\n  \"active\": false,\n  \"key_expires_in\": 0,\n  \"access_rights\": {\n    \
     \"orders\": {\"api_id\": \"orders\", \"allowed_urls\": [], \"limit\": null}\n  }\n}",
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static ACTIVE_MISSING: Manual = Manual::new(
    "Newer Dashboards go by `state`, everything else by `active`. A policy that says only the first is not active for \
     whoever reads the second.",
    "policy-model.md 9 and 12.4 M12; the MCP example of the documentation",
    "{\n  \"name\": \"Gold\",\n  \"state\": \"active\",\n  \"key_expires_in\": 0,\n  \"access_rights\": {\n    \
     \"orders\": {\"api_id\": \"orders\", \"allowed_urls\": [], \"limit\": null}\n  }\n}",
    policy!(r#""state": "active""#),
);

pub(super) static STATE_UNKNOWN: Manual = Manual::new(
    "The Dashboard knows three states. What it makes of any other word is not documented, and the Tyk Operator \
     refuses it.",
    "policy-model.md 9 and 12.3 D11; the Dashboard's OpenAPI document",
    policy!(r#""state": "Active""#),
    policy!(r#""state": "active""#),
);

pub(super) static STATE_CONTRADICTS: Manual = Manual::new(
    "The same choice stands in two fields, and each part of Tyk reads its own: the Dashboard the state, the Gateway \
     `is_inactive`. Where they differ, keys may be refused though the Dashboard shows the policy as active, or the \
     other way round.",
    "policy-model.md 9 and 12.3 D13",
    policy!(r#""state": "active", "is_inactive": true"#),
    policy!(r#""state": "active", "is_inactive": false"#),
);

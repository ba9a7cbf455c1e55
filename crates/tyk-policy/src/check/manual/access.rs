//! The manual of the access rights.

use super::{Known, Manual};
use crate::answer::ApiKind;

pub(super) static NO_ACCESS: Manual = Manual::new(
    "A policy grants nothing but what it names. The Gateway refuses a key that has only such policies: \"key has no \
     valid policies to be applied\". It is right only where another policy of the key brings the APIs.",
    "policy-model.md 5 and 12.1 R12; tyk internal/policy/apply.go Apply",
    "{\n  \"name\": \"Gold\",\n  \"active\": true,\n  \"key_expires_in\": 0,\n  \"rate\": 100,\n  \"per\": 60,\n  \
     \"access_rights\": {}\n}",
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static ACCESS_NOT_DECIDED: Manual = Manual::new(
    "Partitions say which parts of the policy count. With some on and `acl` off, the APIs that it names do not count: \
     a key with this policy alone is refused.",
    "policy-model.md 5 and 12.1 R12; tyk internal/policy/apply.go Apply",
    policy!(
        r#""quota_max": 1000, "quota_renewal_rate": 3600,
  "partitions": {"quota": true}"#
    ),
    policy!(
        r#""quota_max": 1000, "quota_renewal_rate": 3600,
  "partitions": {"quota": true, "acl": true}"#
    ),
);

pub(super) static PLACEHOLDER: Manual = Manual::new(
    "Examples write {API-ID} where your own id belongs. Tyk does not notice: it stores the policy, and the right \
     opens an API that does not exist.",
    "policy-model.md 12.4 M5; the examples of Tyk's documentation",
    "{\n  \"name\": \"Gold\",\n  \"active\": true,\n  \"key_expires_in\": 0,\n  \"access_rights\": {\n    \
     \"{API-ID}\": {\"api_id\": \"{API-ID}\", \"allowed_urls\": [], \"limit\": null}\n  }\n}",
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static API_ID_MISSING: Manual = Manual::new(
    "The id of the API is what the Gateway looks a right up by. Without it the right belongs to no API.",
    "policy-model.md 4 and 12.4 M5; tyk gateway/session_manager.go",
    "{\n  \"name\": \"Gold\",\n  \"active\": true,\n  \"key_expires_in\": 0,\n  \"access_rights\": {\n    \
     \"\": {\"api_name\": \"Orders\", \"allowed_urls\": [], \"limit\": null}\n  }\n}",
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static API_UNKNOWN: Manual = Manual::new(
    "Tyk does not check that an API exists. A right for an id that no API has opens nothing, and a request to the API \
     that was meant gets \"Access to this API has been disallowed\". Often the name or the database id was written in \
     place of the API id.",
    "policy-model.md 4 and 12.3 D15; tyk gateway/mw_access_rights.go",
    "{\n  \"name\": \"Gold\",\n  \"active\": true,\n  \"key_expires_in\": 0,\n  \"access_rights\": {\n    \
     \"order\": {\"api_id\": \"order\", \"allowed_urls\": [], \"limit\": null}\n  }\n}",
    policy!(r#""rate": 100, "per": 60"#),
)
.knowing(Known::Api("orders", &[], ApiKind::Classic));

pub(super) static API_ID_DIFFERS: Manual = Manual::new(
    "The Gateway goes by the key of the entry and never looks at the id inside. People and the Dashboard's form read \
     the inside, so they see another API than the one that is opened.",
    "policy-model.md 4 and 12.4 M2; tyk gateway/session_manager.go GetAccessDefinitionByAPIIDOrSession",
    entry!(r#""api_id": "invoices", "allowed_urls": [], "limit": null"#),
    entry!(r#""api_id": "orders", "allowed_urls": [], "limit": null"#),
);

pub(super) static NOT_WRITTEN_OUT: Manual = Manual::new(
    "Left out, null and empty mean the same to the Gateway. The documentation of tyk-cli says that the Dashboard \
     wants both written out; other sources say otherwise. Written out, they work everywhere.",
    "policy-model.md 12.3 D16; tyk-cli, \"Policy System Design\"",
    entry!(r#""api_id": "orders", "limit": null"#),
    entry!(r#""api_id": "orders", "allowed_urls": [], "limit": null"#),
);

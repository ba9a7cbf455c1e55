//! The manual of the names of fields.

use super::Manual;

pub(super) static UNKNOWN_FIELD: Manual = Manual::new(
    "The Gateway drops a field that it does not know without a word. A limit with a misspelt name is therefore no \
     limit at all, and the answer still says that the policy was stored.",
    "policy-model.md 1 and 12.4 M11",
    policy!(r#""qouta_max": 1000, "quota_renewal_rate": 3600"#),
    policy!(r#""quota_max": 1000, "quota_renewal_rate": 3600"#),
);

pub(super) static FIELD_IN_OTHER_LETTERS: Manual = Manual::new(
    "The Gateway does not mind capitals in the names of fields, but other programs that read the policy do. Two \
     spellings of one name in a policy even override each other.",
    "policy-model.md 1 and 12.4 M11; the JSON reader of Go",
    policy!(r#""Rate": 100, "per": 60"#),
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static KEY_FIELD: Manual = Manual::new(
    "Tyk keeps these numbers for each key while it counts requests. In a policy they do nothing, but whoever reads \
     them may take them for a limit. They usually come with a copy of a key.",
    "policy-model.md 7 and 12.4 M6; tyk user/session.go",
    policy!(r#""quota_max": 1000, "quota_renewal_rate": 3600, "quota_remaining": 1000"#),
    policy!(r#""quota_max": 1000, "quota_renewal_rate": 3600"#),
);

pub(super) static RUN_TIME_FIELD: Manual = Manual::new(
    "The Gateway works this out each time it puts the policies of a key together. What the policy says of it is \
     ignored, so it only misleads.",
    "policy-model.md 4.1 and 12.4 M6; tyk gateway/policy.go DBAccessDefinition",
    entry!(r#""allowance_scope": "gold", "allowed_urls": [], "limit": null"#),
    entry!(r#""allowance_scope": "", "allowed_urls": [], "limit": null"#),
);

pub(super) static READ_ONLY_FIELD: Manual = Manual::new(
    "The Dashboard fills these fields in by itself, and they come with every export. They do no harm, but a new \
     policy gets values of its own, whatever is written here.",
    "policy-model.md 2.1 and 12.4 M6; the Dashboard's OpenAPI document",
    policy!(r#""rate": 100, "per": 60, "last_updated": "1714555800""#),
    policy!(r#""rate": 100, "per": 60"#),
);

pub(super) static LEGACY_NAME: Manual = Manual::new(
    "Tyk 2.x wrote the id of an API under this name, and old examples still have it. Newer Dashboards look for \
     today's name and show the API as missing.",
    "policy-model.md 4.1 and 12.4 M1; issue 192 of TykTechnologies/tyk",
    entry!(r#""apiid": "orders", "allowed_urls": [], "limit": null"#),
    entry!(r#""api_id": "orders", "allowed_urls": [], "limit": null"#),
);

//! Policies with the slips that have fixes.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use tyk_policy::draft::{Json, Object};

use crate::strategy::policy;

/// Any policy with some of these: values in quotes, names in other letters, misspelt and doubled names, switches.
pub fn policy_with_slips() -> impl Strategy<Value = Object> {
    let member = |name: &'static str, values: &'static [&'static str]| {
        select(values).prop_map(move |value| (name.to_owned(), tyk_policy::read::json(value).expect("JSON")))
    };
    let numbers: &[&str] = &["\"5\"", "5", "0", "-1", "-5", "1.5", "10.0", "-0", "null", "\"x\"", "\"1e400\""];
    let root = prop_oneof![
        member(
            "partitions",
            &["{\"per_api\": true}", "{\"acl\": true, \"quota\": \"true\"}", "\"x\"", "{\"quota\": true}"]
        ),
        member("Partitions", &["{\"per_api\": \"true\"}"]),
        member("rate", numbers),
        member("Rate", numbers),
        member("per", numbers),
        member("quota_max", numbers),
        member("qouta_max", numbers),
        member("quota_renewal_rate", numbers),
        member("throttle_retry_limit", numbers),
        member("throttle_interval", numbers),
        member("state", &["\"Active\"", "\"deny\"", "\"active\""]),
        member("is_inactive", &["true", "\"true\""]),
        member("_id", &["\"5d9edadbf7942b0001ca0bc4\""]),
        member("id", &["\"a b\"", "\"\""]),
        member("expires", numbers),
        member("meta_data", &["{\"a\": 1, \"a\": {\"b\": 1, \"b\": 2}}"]),
        member(
            "access_rights_array",
            &["[{\"apiid\": \"a\"}, {\"API_ID\": \"b\", \"limit\": {\"rate\": 5, \"per\": 1}}]"]
        ),
        member("Access_rights", &["{\"a\": {}}"]),
    ];
    let entry = prop_oneof![
        member("api_id", &["\"a\"", "\"other\""]),
        member("apiid", &["\"a\"", "\"old\""]),
        member(
            "limit",
            &[
                "{\"rate\": \"5\", \"Rate\": 1, \"per\": 0}",
                "{\"rate\": 5, \"rate\": \"6\"}",
                "{\"rate\": 5, \"per\": 1}"
            ]
        ),
        member("Limit", &["{\"rate\": \"5\"}"]),
        member(
            "allowed_urls",
            &[
                "[\"/a\", \"\"]",
                "[{\"url\": \"/a|b\", \"methods\": \"get\"}]",
                "[{\"url\": \"a\", \"methods\": [\"get\"]}]"
            ]
        ),
        member("endpoints", &["[{\"path\": \"/\", \"methods\": [{\"limit\": {\"rate\": \"1\", \"smoothing\": {}}}]}]"]),
        member("restricted_types", &["[{\"name\": \"Q\"}]"]),
        member("allowed_types", &["[{\"name\": \"Q\"}]"]),
        member("field_access_rights", &["[{}]"]),
    ];
    let entry = ("[ab]", vec(entry, 0..6).prop_map(|members| Json::Object(Object::new(members))));
    let access = vec(entry, 0..4).prop_map(|entries| ("access_rights".to_owned(), Json::Object(Object::new(entries))));
    (policy(), vec(root, 0..8), vec(access, 0..2))
        .prop_map(|(policy, root, access)| [policy.into_members(), root, access].concat())
        .prop_shuffle()
        .prop_map(Object::new)
}

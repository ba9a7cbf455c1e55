//! What a check reports, through the library's public face.

#![cfg(test)]

use tyk_policy::check::{self, Severity};
use tyk_policy::context::{Context, Tyk};
use tyk_policy::draft::Json;
use tyk_policy::policy::{self, Limit};
use tyk_policy::read;
use tyk_policy::write;

/// The findings of a text as `rule code path`.
fn findings(text: &str) -> Vec<String> {
    let report = check::reading(&read::text(text), &Context::default());
    report.iter().map(|finding| format!("{} {} {}", finding.code.rule(), finding.code.name(), finding.path)).collect()
}

/// A policy in which nothing is wrong, with these members added or replaced.
fn sound_but_for(members: &str) -> String {
    let object = |text: &str| match read::json(text) {
        Ok(Json::Object(object)) => object,
        other => panic!("{text}: {other:?}"),
    };
    let mut policy = object(
        r#"{"name": "n", "access_rights": {"a1": {"api_id": "a1", "versions": ["Default"], "allowed_urls": [{"url": "/a", "methods": ["GET"]}]}},
            "rate": 10, "per": 1, "quota_max": 5, "quota_renewal_rate": 60, "active": true, "state": "active", "tags": ["t"]}"#,
    );
    for (name, value) in object(&format!("{{{}}}", members.trim_start_matches(','))).into_members() {
        policy.set(&name, value, |_| false);
    }
    write::json(&Json::Object(policy), write::Layout::Indented)
}

#[test]
fn a_sound_policy_has_no_findings() {
    assert_eq!(findings(&sound_but_for("")), Vec::<String>::new());
}

#[test]
fn every_wrong_type_is_reported_at_its_place() {
    let text = r#"{"name": 1, "rate": "12x", "quota_max": 10.0, "key_expires_in": 9223372036854775808, "tags": ["a", 2],
        "active": "yes", "per": 1e400, "access_rights": {"a/b": {"allowed_urls": [{"url": 1, "methods": "GET"}], "limit": 5}}}"#;
    assert_eq!(
        findings(text),
        [
            "R1 wrong-type /active",
            "R1 wrong-type /name",
            "R1 wrong-type /access_rights/a~1b/allowed_urls/0/url",
            "R1 wrong-type /access_rights/a~1b/allowed_urls/0/methods",
            "R1 wrong-type /access_rights/a~1b/limit",
            "R1 number-out-of-range /per",
            "R1 wrong-type /rate",
            "R1 integer-not-plain /quota_max",
            "R1 integer-out-of-range /key_expires_in",
            "R1 wrong-type /tags/1",
        ]
    );
}

#[test]
fn each_rule_speaks_where_it_should_and_is_silent_beside_it() {
    let cases = [
        (r#", "id": "a b""#, vec!["R2 policy-id-characters /id"]),
        (r#", "id": "A.b_c-d~9""#, vec![]),
        (r#", "id": "{id}""#, vec!["R2 policy-id-characters /id"]),
        (r#", "id": "xxxxx""#, vec!["M5 placeholder /id"]),
        (r#", "_id": "<string>""#, vec!["M6 read-only-field /_id", "M5 placeholder /_id"]),
        (r#", "partitions": {"per_api": true, "acl": true}"#, vec!["R4 per-api-not-alone /partitions"]),
        (r#", "partitions": {"per_api": true, "acl": false}"#, vec![]),
        (r#", "partitions": {"quota": true}"#, vec!["R12 access-not-decided /partitions"]),
        (r#", "partitions": {"quota": true, "acl": true}"#, vec![]),
        (r#", "access_rights": {}"#, vec!["R12 no-access /access_rights"]),
        (r#", "access_rights": null, "access_rights_array": [{"api_id": "a"}]"#, vec![]),
        (r#", "access_rights": {"{API-ID}": {"api_id": "{API-ID}"}}"#, vec!["M5 placeholder /access_rights/{API-ID}"]),
        (r#", "access_rights": {"": {}}"#, vec!["M5 api-id-missing /access_rights/"]),
        (r#", "name": " ""#, vec!["D1 name-missing /name"]),
        (r#", "name": null"#, vec!["D1 name-missing /name"]),
        (r#", "per": 0"#, vec!["S3 rate-without-period /per"]),
        (r#", "per": null"#, vec!["S3 rate-without-period /per"]),
        (r#", "rate": -1, "per": 0"#, vec![]),
        (r#", "rate": 0.5, "per": 0.5"#, vec![]),
        (r#", "quota_renewal_rate": -1"#, vec!["S6 quota-never-renews /quota_renewal_rate"]),
        (r#", "quota_max": -1, "quota_renewal_rate": -1"#, vec![]),
        (r#", "quota_renewal_rate": "60""#, vec!["R1 wrong-type /quota_renewal_rate"]),
    ];
    for (members, expected) in cases {
        assert_eq!(findings(&sound_but_for(members)), expected, "{members}");
    }
}

#[test]
fn the_limit_of_an_api_is_looked_at_only_where_limits_are_decided_per_api() {
    let entry = r#""access_rights": {"a": {"limit": {"rate": 5, "quota_max": 7}}}"#;
    assert_eq!(findings(&sound_but_for(&format!(", {entry}"))), Vec::<String>::new());
    assert_eq!(
        findings(&sound_but_for(&format!(r#", {entry}, "partitions": {{"per_api": true}}"#))),
        [
            "S3 rate-without-period /access_rights/a/limit/per",
            "S6 quota-never-renews /access_rights/a/limit/quota_renewal_rate"
        ]
    );
}

#[test]
fn a_name_that_is_not_known_is_named_wherever_it_stands() {
    let text = sound_but_for(
        r#", "Rate": "x", "access_rights": {"a": {"Versions": [], "limit": {"colour": 1}}}, "meta_data": {"any": 1}"#,
    );
    assert_eq!(
        findings(&text),
        [
            "M11 field-in-other-letters /access_rights/a/Versions",
            "M11 unknown-field /access_rights/a/limit/colour",
            "M11 field-in-other-letters /Rate",
            "R1 wrong-type /Rate"
        ]
    );
}

#[test]
fn of_two_members_with_one_name_the_last_counts_and_the_finding_says_so() {
    let text = r#"{"name": "a", "name": "n", "access_rights": {"a": {"limit": {"rate": 1, "per": 1, "rate": 2}}, "a": {}},
        "meta_data": {"x": {"y": 1, "y": 2}}}"#;
    assert_eq!(
        findings(text),
        [
            "M4 double /access_rights/a",
            "M4 double /access_rights/a/limit/rate",
            "M4 double /meta_data/x/y",
            "M4 double /name"
        ]
    );
}

#[test]
fn a_number_that_is_hard_to_read_is_said_as_tyk_reads_it() {
    assert_eq!(findings(&sound_but_for(r#", "max_query_depth": -0"#)), ["M14 minus-zero /max_query_depth"]);
}

#[test]
fn access_rights_that_stand_only_in_the_array_are_checked_at_their_places() {
    let text = sound_but_for(
        r#", "access_rights": {}, "access_rights_array": [{"api_id": "a"}, {"apiid": "xxx", "versions": 1}]"#,
    );
    assert_eq!(
        findings(&text),
        [
            "M1 legacy-name /access_rights_array/1/apiid",
            "R1 wrong-type /access_rights_array/1/versions",
            "M5 placeholder /access_rights_array/1"
        ]
    );
}

#[test]
fn a_field_that_the_target_does_not_know_yet_is_named_where_it_is_used() {
    let text = sound_but_for(
        r#", "post_expiry_action": "delete", "post_expiry_grace_period": 0, "smoothing": null, "throttle_interval": -1,
            "access_rights": {"a": {"allowed_types": [{"name": "Q", "fields": []}], "endpoints": []}}"#,
    );
    let too_new = |target: &str| {
        let context = Context { tyk: Tyk::parse(target).expect("a target"), ..Context::default() };
        let report = check::reading(&read::text(&text), &context);
        let findings = report.iter().filter(|finding| finding.code.rule() == "S22");
        findings.map(|finding| format!("{} {finding}", finding.path)).collect::<Vec<_>>()
    };
    assert_eq!(too_new("dashboard-5.14"), Vec::<String>::new());
    assert_eq!(
        too_new("dashboard-5.12"),
        ["/post_expiry_action Dashboard 5.12 drops `post_expiry_action`, which is there since 5.13"]
    );
    assert_eq!(
        too_new("gateway-4.2"),
        [
            "/state the Gateway drops `state`, which only the Dashboard knows",
            "/access_rights/a/allowed_types Gateway 4.2 drops `allowed_types`, which is there since 4.3",
            "/post_expiry_action Gateway 4.2 drops `post_expiry_action`, which is there since 5.13"
        ]
    );
}

#[test]
fn a_policy_in_a_list_is_checked_like_one_alone_and_its_paths_start_with_its_place() {
    assert_eq!(
        findings(r#"{"Data": [{"name": "", "access_rights": {"a": {}}}], "Pages": 0}"#),
        ["M3 several-policies ", "D1 name-missing /Data/0/name"]
    );
}

#[test]
fn a_policy_is_built_exactly_where_no_error_is_reported() {
    let texts = [
        sound_but_for(""),
        sound_but_for(r#", "quota_renewal_rate": 0"#),
        sound_but_for(r#", "rate": "1""#),
        sound_but_for(r#", "partitions": {"per_api": true, "quota": true}"#),
        "{}".to_owned(),
        r#"{"name": "n"}"#.to_owned(),
    ];
    for text in texts {
        for found in read::text(&text).policies {
            let errors = check::draft(&found.draft, &Context::default()).count(Severity::Error);
            assert_eq!(policy::build(&found.draft, &Context::default()).is_ok(), errors == 0, "{text}");
        }
    }
}

#[test]
fn a_built_policy_says_what_the_text_says() {
    let reading = read::text(&sound_but_for(r#", "key_expires_in": 0, "quota_max": -1"#));
    let policy = policy::build(&reading.policies[0].draft, &Context::default()).expect("a sound policy");
    assert_eq!(policy.limits.rate, Limit::Requests { requests: 10.0, seconds: 1.0 });
    assert_eq!(policy.limits.quota, Limit::Unlimited);
    assert_eq!(policy.expiry.seconds, None);
    assert_eq!(policy.access_rights[0].allowed_urls[0].methods, ["GET"]);
}

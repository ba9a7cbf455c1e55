//! What a check reports, through the library's public face.

#![cfg(test)]

use tyk_policy::check::{self, Severity};
use tyk_policy::context::{Context, Tyk};
use tyk_policy::draft::Json;
use tyk_policy::policy::{self, Limit};
use tyk_policy::read;
use tyk_policy::write;

/// The access rights of these APIs, with nothing in their entries but what every one needs.
fn access(entries: &[(&str, &str)]) -> String {
    let entry = |(key, members): &(&str, &str)| format!(r#""{key}": {{"allowed_urls": [], "limit": null{members}}}"#);
    let entries: Vec<_> = entries.iter().map(entry).collect();
    format!(r#""access_rights": {{{}}}"#, entries.join(", "))
}

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
        r#"{"name": "n", "access_rights": {"a1": {"api_id": "a1", "versions": ["Default"], "limit": null,
            "allowed_urls": [{"url": "^/a$", "methods": ["GET"]}]}}, "rate": 10, "per": 1, "quota_max": 5, "quota_renewal_rate": 60,
            "key_expires_in": 0, "active": true, "state": "active", "tags": ["t"]}"#,
    );
    for (name, value) in object(&format!("{{{}}}", members)).into_members() {
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
fn where_two_rules_meet_the_first_one_speaks() {
    let cases = [
        (r#""id": "{id}""#.to_owned(), vec!["R2 policy-id-characters /id"]),
        (r#""id": "xxxxx""#.to_owned(), vec!["M5 placeholder /id"]),
        (r#""id": "A.b_c-d~9""#.to_owned(), vec![]),
        (r#""_id": "<string>""#.to_owned(), vec!["M6 read-only-field /_id", "M5 placeholder /_id"]),
        (r#""name": null"#.to_owned(), vec!["D1 name-missing /name"]),
        (r#""per": null"#.to_owned(), vec!["S3 rate-without-period /per"]),
        (r#""quota_renewal_rate": "60""#.to_owned(), vec!["R1 wrong-type /quota_renewal_rate"]),
        (r#""quota_max": -1, "quota_renewal_rate": -1"#.to_owned(), vec![]),
        (r#""quota_max": null"#.to_owned(), vec![]),
        (access(&[("{API-ID}", r#", "api_id": "{API-ID}""#)]), vec!["M5 placeholder /access_rights/{API-ID}"]),
        (
            r#""smoothing": {"enabled": true, "threshold": 0, "trigger": 7, "step": 1, "delay": 1}"#.to_owned(),
            vec!["S1 smoothing-broken /smoothing"],
        ),
    ];
    for (members, expected) in cases {
        assert_eq!(findings(&sound_but_for(&members)), expected, "{members}");
    }
}

#[test]
fn the_partitions_say_what_is_ignored() {
    let cases = [
        (r#"{"per_api": true, "acl": false}"#, vec![]),
        (r#"{"per_api": true, "acl": true}"#, vec!["R4 per-api-not-alone /partitions"]),
        (r#"{"quota": true}"#, vec!["R12 access-not-decided /partitions", "S20 ignored-without-partition /rate"]),
        (r#"{"quota": true, "acl": true}"#, vec!["S20 ignored-without-partition /rate"]),
        (r#"{"quota": true, "acl": true, "rate_limit": true}"#, vec![]),
    ];
    for (partitions, expected) in cases {
        assert_eq!(findings(&sound_but_for(&format!(r#""partitions": {partitions}"#))), expected, "{partitions}");
    }
}

#[test]
fn a_policy_without_a_map_of_apis_may_have_a_list_of_them() {
    let list = r#""access_rights_array": [{"api_id": "a", "allowed_urls": [], "limit": null}]"#;
    assert_eq!(findings(&sound_but_for(&format!(r#""access_rights": null, {list}"#))), Vec::<String>::new());
    assert_eq!(findings(&sound_but_for(r#""access_rights": null"#)), ["R12 no-access /access_rights"]);
}

#[test]
fn the_limit_of_an_api_is_looked_at_only_where_limits_are_decided_per_api() {
    let entry = access(&[("a", r#", "limit": {"rate": 5, "quota_max": 7}"#)]).replace(r#""limit": null, "#, "");
    assert_eq!(findings(&sound_but_for(&entry)), ["S8 own-limit-ignored /access_rights/a/limit"]);
    assert_eq!(
        findings(&sound_but_for(&format!(r#"{entry}, "partitions": {{"per_api": true}}"#))),
        [
            "S3 rate-without-period /access_rights/a/limit/per",
            "S6 quota-never-renews /access_rights/a/limit/quota_renewal_rate"
        ]
    );
}

#[test]
fn a_name_that_is_not_known_is_named_wherever_it_stands() {
    let entry = access(&[("a", r#", "Versions": [], "endpoints": [{"path": "^/a$", "colour": 1}]"#)]);
    let text = sound_but_for(&format!(r#""Rate": "x", {entry}, "meta_data": {{"any": "1"}}"#));
    assert_eq!(
        findings(&text),
        [
            "M11 field-in-other-letters /access_rights/a/Versions",
            "M11 unknown-field /access_rights/a/endpoints/0/colour",
            "M11 field-in-other-letters /Rate",
            "R1 wrong-type /Rate"
        ]
    );
}

#[test]
fn of_two_members_with_one_name_the_last_counts_and_the_finding_says_so() {
    let own = r#""allowed_urls": [], "limit": {"rate": 1, "per": 1, "rate": 2}"#;
    let text = format!(
        r#"{{"name": "a", "name": "n", "active": true, "key_expires_in": 0, "partitions": {{"per_api": true}},
            "access_rights": {{"a": {{{own}}}, "a": {{"allowed_urls": [], "limit": null}}}}, "meta_data": {{"x": [{{"y": 1, "y": 2}}]}}}}"#
    );
    assert_eq!(
        findings(&text),
        [
            "M4 double /access_rights/a",
            "M4 double /access_rights/a/limit/rate",
            "M4 double /meta_data/x/0/y",
            "D14 meta-data-not-text /meta_data/x",
            "M4 double /name"
        ]
    );
}

#[test]
fn access_rights_that_stand_only_in_the_array_are_checked_at_their_places() {
    let text = sound_but_for(
        r#""access_rights": {}, "access_rights_array": [{"api_id": "a", "allowed_urls": [], "limit": null},
            {"apiid": "xxx", "versions": 1, "allowed_urls": [], "limit": null}]"#,
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
        r#""post_expiry_action": "delete", "post_expiry_grace_period": 0, "smoothing": null, "throttle_interval": -1,
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
        findings(&format!(r#"{{"Data": [{}], "Pages": 0}}"#, sound_but_for(r#""name": """#))),
        ["M3 several-policies ", "D1 name-missing /Data/0/name"]
    );
}

#[test]
fn a_policy_is_built_exactly_where_no_error_is_reported() {
    let texts = [
        sound_but_for(""),
        sound_but_for(r#""quota_renewal_rate": 0"#),
        sound_but_for(r#""rate": "1""#),
        sound_but_for(r#""partitions": {"per_api": true, "quota": true}"#),
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
    let reading = read::text(&sound_but_for(r#""key_expires_in": 0, "quota_max": -1"#));
    let policy = policy::build(&reading.policies[0].draft, &Context::default()).expect("a sound policy");
    assert_eq!(policy.limits.rate, Limit::Requests { requests: 10.0, seconds: 1.0 });
    assert_eq!(policy.limits.quota, Limit::Unlimited);
    assert_eq!(policy.expiry.seconds, None);
    assert_eq!(policy.access_rights[0].allowed_urls[0].methods, ["GET"]);
}

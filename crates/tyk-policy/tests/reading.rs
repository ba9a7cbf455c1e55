//! Every form in which policies come, through the library's public face.
//!
//! `fixtures/corpus` holds commands, operator files and an index as their authors wrote them.

#![cfg(test)]

use tyk_policy::catalogue::{NAME, RATE};
use tyk_policy::check::{self, Code};
use tyk_policy::context::Context;
use tyk_policy::draft::{Draft, Json};
use tyk_policy::read::{self, Places, Reading, TextKind};
use tyk_policy::request::AuthorizationForm;

macro_rules! corpus {
    ($name:literal) => {
        include_str!(concat!("fixtures/corpus/", $name))
    };
}

fn name(draft: &Draft) -> &str {
    draft.get(&NAME).and_then(Json::as_text).unwrap_or_default()
}

fn keys(draft: &Draft) -> Vec<&str> {
    draft.access.entries.iter().map(|entry| entry.key.as_str()).collect()
}

/// A curl command of the corpus: its first call, and the names of its policies.
fn call(text: &str) -> (String, String, Option<AuthorizationForm>, Vec<String>) {
    let reading = read::text(text);
    assert_eq!(reading.kind, TextKind::Curl);
    let call = &reading.calls[0];
    assert!(call.key.is_none(), "no command of the corpus has a real key for a dashboard");
    let names = reading.policies.iter().map(|found| name(&found.draft).to_owned()).collect();
    (call.method.clone(), call.url.clone().unwrap_or_default(), call.authorization, names)
}

/// A text, and what it is read as: method, URL, form of the authorization, names of the policies.
type CurlCase = (&'static str, &'static str, &'static str, Option<AuthorizationForm>, &'static [&'static str]);

#[test]
fn every_curl_command_of_the_corpus_is_read_with_its_method_url_authorization_and_body() {
    use AuthorizationForm::{Bearer, Key};
    let cases: [CurlCase; 12] = [
        (
            corpus!("curl/demo-delete-policy.txt"),
            "DELETE",
            "$DASHBOARD_URL/api/portal/policies/$OLD_PID",
            Some(Key),
            &[],
        ),
        (
            corpus!("curl/demo-oauth-create-policy.txt"),
            "POST",
            "$DASHBOARD_URL/api/portal/policies",
            Some(Key),
            &["OAuth Demo Policy"],
        ),
        (corpus!("curl/diya-commented-key.txt"), "POST", "http://localhost:8087/tyk/keys/create", None, &[]),
        (
            corpus!("curl/docs-create-policy.txt"),
            "POST",
            "https://dashboard.example/api/portal/policies",
            Some(Key),
            &["POLICY NAME"],
        ),
        (
            corpus!("curl/docs-environments-get.txt"),
            "GET",
            "https://dashboard.example/api/portal/policies/{POLICY-ID}",
            Some(Key),
            &[],
        ),
        (
            corpus!("curl/docs-search-then-put.txt"),
            "GET",
            "http://localhost:3000/api/portal/policies/search?q=Request%20Quota%20Policy",
            Some(Key),
            &[],
        ),
        // A key that names no policy and has only limits reads like a policy; the path of the call says what it is.
        (corpus!("curl/gateway-docker-first-key.txt"), "POST", "localhost:8080/tyk/keys", None, &[]),
        (
            corpus!("curl/issue-4005-gateway-policy.txt"),
            "POST",
            "http://tyk-gateway:8080/tyk/policies",
            None,
            &["new policy"],
        ),
        (
            corpus!("curl/poc-bootstrap-create-policy.txt"),
            "POST",
            "${DASHBOARD_URL}/api/portal/policies/",
            Some(Key),
            &["Test API Policy"],
        ),
        (
            corpus!("curl/pro-docker-create-policy.txt"),
            "POST",
            "localhost:3000/api/portal/policies/",
            Some(Key),
            &["Default Security Policyy"],
        ),
        (corpus!("curl/sedkis-key-apply-policies.txt"), "POST", "localhost:8080/tyk/keys/mycustomkey", None, &[]),
        (
            corpus!("curl/seed-003-bearer.txt"),
            "POST",
            "https://{tenant}/api/portal/policies",
            Some(Bearer),
            &["<string>"],
        ),
    ];
    for (text, method, url, authorization, names) in cases {
        let expected =
            (method.to_owned(), url.to_owned(), authorization, names.iter().map(ToString::to_string).collect());
        assert_eq!(call(text), expected);
    }
}

#[test]
fn the_second_command_of_a_text_is_read_too_and_its_file_is_named() {
    let reading = read::text(corpus!("curl/docs-search-then-put.txt"));
    let methods: Vec<_> = reading.calls.iter().map(|call| call.method.as_str()).collect();
    assert_eq!(methods, ["GET", "PUT"]);
    assert_eq!(reading.report.codes(), [Code::NoPolicy]);
}

#[test]
fn a_key_in_a_command_is_explained() {
    for text in [
        corpus!("curl/diya-commented-key.txt"),
        corpus!("curl/sedkis-key-apply-policies.txt"),
        corpus!("curl/gateway-docker-first-key.txt"),
    ] {
        assert!(read::text(text).report.codes().contains(&Code::KeyNotPolicy), "{text}");
    }
}

#[test]
fn variables_of_a_script_are_placeholders_to_fill_in() {
    let reading = read::text(corpus!("curl/pro-docker-create-policy.txt"));
    assert_eq!(keys(&reading.policies[0].draft), ["$apiId"]);
    let report = check::reading(&reading, &Context::default());
    assert!(report.codes().contains(&Code::Placeholder));
    let reading = read::text(corpus!("curl/demo-oauth-create-policy.txt"));
    assert_eq!(keys(&reading.policies[0].draft), ["$API_ID"]);
}

#[test]
fn a_real_key_is_taken_from_a_command_and_never_shown() {
    let text = "curl -H 'authorization: Bearer 5f2a9c' -d '{\"name\": \"a\"}' https://dash.example/api/portal/policies";
    let reading = read::text(text);
    assert!(reading.calls[0].key.is_some());
    assert_eq!(reading.calls[0].address(), Some("https://dash.example"));
    assert!(!format!("{reading:?}").contains("5f2a9c"));
}

#[test]
fn every_operator_file_of_the_corpus_gives_its_policy() {
    let cases: [(&str, &str, &[&str]); 5] = [
        (corpus!("operator/mcp-acl.yaml"), "MCP ACL Policy", &["{default/mock-mcp}"]),
        (corpus!("operator/metadata-tags.yaml"), "Metadata Tags Pol", &["{default/httpbin}"]),
        (corpus!("operator/partitions-acl.yaml"), "Partitioned policy", &["{tyk/httpbin}"]),
        (
            corpus!("operator/per-api-limits-without-per-api.yaml"),
            "Policy with Per API Limits",
            &["{default/httpbin}", "{default/petstore}"],
        ),
        (
            corpus!("operator/trial-policy-three-kinds.yaml"),
            "Default policy for trial users",
            &["{default/httpbin}", "{default/petstore}", "{default/http-to-kafka}"],
        ),
    ];
    for (text, expected_name, expected_keys) in cases {
        let reading = read::text(text);
        assert_eq!((reading.kind, reading.policies.len()), (TextKind::Operator, 1));
        let draft = &reading.policies[0].draft;
        assert_eq!((name(draft), keys(draft)), (expected_name, expected_keys.to_vec()));
    }
}

#[test]
fn the_index_of_tyk_sync_is_recognised_and_holds_no_policy() {
    let reading = read::text(corpus!("sync/tyk-sync-index-2022.json"));
    assert_eq!((reading.kind, reading.policies.len()), (TextKind::SyncIndex, 0));
}

/// The findings of a text, each with its place in the text.
fn placed(text: &str) -> Vec<String> {
    let reading: Reading = read::text(text);
    let places = Places::of(text);
    let report = check::reading(&reading, &Context::default());
    let errors = report.iter().filter(|finding| finding.code.rule() == "R1" || finding.code == Code::Placeholder);
    errors
        .map(|finding| {
            let place = places.value(&finding.path).expect("a place");
            format!("{}:{} {} {}", place.line, place.column, finding.code.name(), finding.path)
        })
        .collect()
}

#[test]
fn places_lead_into_the_text_whatever_it_is_written_in() {
    assert_eq!(placed("{\n  \"name\": \"n\", \"rate\": \"x\"}"), ["2:24 wrong-type /rate"]);
    assert_eq!(
        placed("{\"Data\": [{\"name\": \"n\",\n \"rate\": true}], \"Pages\": 1}"),
        ["2:10 wrong-type /Data/0/rate"]
    );
    assert_eq!(
        placed("curl -d '{\n \"name\": \"it'\\''s\", \"rate\": \"x\"}' http://h/api/portal/policies"),
        ["2:29 wrong-type /rate"]
    );
    assert_eq!(
        placed(
            "apiVersion: tyk.tyk.io/v1alpha1\nkind: SecurityPolicy\nspec:\n  name: gold\n  rate: fast\n  \
             access_rights_array:\n  - name: a\n    versions: 1\n"
        ),
        [
            "8:15 wrong-type /spec/access_rights_array/0/versions",
            "7:5 placeholder /spec/access_rights_array/0",
            "5:9 wrong-type /spec/rate"
        ]
    );
}

#[test]
fn a_number_of_an_operator_file_keeps_its_digits() {
    let text = "apiVersion: tyk.tyk.io/v1alpha1\nkind: SecurityPolicy\nspec: {name: gold, rate: 1.50}";
    let reading = read::text(text);
    let rate = reading.policies[0].draft.get(&RATE);
    assert_eq!(rate, Some(&Json::from_number_field("1.50")));
}

/// The codes of what is found in the bytes of a file, and in the policies in it.
fn codes(bytes: &[u8]) -> Vec<Code> {
    check::reading(&read::bytes(bytes), &Context::default()).codes()
}

#[test]
fn bad_input_is_a_finding_each_and_never_more_than_that() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let long = format!(r#"{{"name": "{}"}}"#, "x".repeat(50_000_000));
    let cases: [(&[u8], Code); 13] = [
        (deep.as_bytes(), Code::NotJson),
        (long.as_bytes(), Code::LargeText),
        (br#"{"name": "\ud800"}"#, Code::HalfCharacter),
        (b"\xef\xbb\xbf{\"name\": \"a\"}", Code::ByteOrderMark),
        (b"{\r\n\"name\": \"a\"\r\n}", Code::CarriageReturns),
        (b"{\"name\": \"a\x00\"}", Code::NotJson),
        (b"{\"name\": \"a\xff\"}", Code::NotUtf8),
        (br#"{"name": "a", "rate": 1e400}"#, Code::NumberOutOfRange),
        (br#"{"name": "a", "quota_max": -0}"#, Code::MinusZero),
        (br#"{"name": "a", "quota_max": 9223372036854775808}"#, Code::IntegerOutOfRange),
        (br#"{"name": "a", "quota_max": 10.0}"#, Code::IntegerNotPlain),
        (br#"{"name": "a", "name": "b"}"#, Code::Double),
        (b"{\"name\": \"a\"} // x", Code::Comment),
    ];
    for (bytes, code) in cases {
        let found = codes(bytes);
        assert_eq!(found.iter().filter(|each| **each == code).count(), 1, "{code:?} in {found:?}");
    }
}

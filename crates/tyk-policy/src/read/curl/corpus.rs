//! Real commands by others.
//!
//! They lie beside the repository; in a clone without them this test says that it is skipped.

use std::fs;
use std::path::Path;

use super::tests::literal_bytes;
use super::{Body, commands};

/// What a file of the corpus has to give: method, URL, names of the headers, and the body's kind.
type Expected = (&'static str, &'static str, &'static str, &'static [&'static str], &'static str);

const CORPUS: [Expected; 12] = [
    ("demo-delete-policy", "DELETE", "$DASHBOARD_URL/api/portal/policies/$OLD_PID", &["Authorization"], "none"),
    (
        "demo-oauth-create-policy",
        "POST",
        "$DASHBOARD_URL/api/portal/policies",
        &["Authorization", "Content-Type"],
        "OAuth Demo Policy",
    ),
    (
        "diya-commented-key",
        "POST",
        "http://localhost:8087/tyk/keys/create",
        &["Content-Type", "x-tyk-authorization"],
        "policy-for-query-service",
    ),
    (
        "docs-create-policy",
        "POST",
        "https://dashboard.example/api/portal/policies",
        &["authorization", "Content-Type"],
        "POLICY NAME",
    ),
    (
        "docs-environments-get",
        "GET",
        "https://dashboard.example/api/portal/policies/{POLICY-ID}",
        &["authorization", "Content-Type"],
        "none",
    ),
    (
        "docs-search-then-put",
        "PUT",
        "http://localhost:3000/api/portal/policies/$(cat policy_id.txt)",
        &["Authorization", "Content-Type", "Accept"],
        "@updated_policy.json",
    ),
    ("gateway-docker-first-key", "POST", "localhost:8080/tyk/keys", &["x-tyk-authorization"], "Tyk Test API"),
    (
        "issue-4005-gateway-policy",
        "POST",
        "http://tyk-gateway:8080/tyk/policies",
        &["x-tyk-authorization", "Content-Type"],
        "new policy",
    ),
    (
        "poc-bootstrap-create-policy",
        "POST",
        "${DASHBOARD_URL}/api/portal/policies/",
        &["Authorization", "Content-Type"],
        "\"$apiId\": {",
    ),
    (
        "pro-docker-create-policy",
        "POST",
        "localhost:3000/api/portal/policies/",
        &["Authorization", "Content-Type"],
        "\"api_id\": \"$apiId\"",
    ),
    (
        "sedkis-key-apply-policies",
        "POST",
        "localhost:8080/tyk/keys/mycustomkey",
        &["x-tyk-authorization", "Content-Type"],
        "5f89a7340bca390001623452",
    ),
    (
        "seed-003-bearer",
        "POST",
        "https://{tenant}/api/portal/policies",
        &["Authorization", "Content-Type"],
        "\"_id\": \"<string>\"",
    ),
];

#[test]
fn commands_by_others_are_read_as_they_were_meant() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/curl");
    if !folder.is_dir() {
        println!("skipped: no corpus at {}", folder.display());
        return;
    }
    for (name, method, url, headers, content) in CORPUS {
        let source = fs::read_to_string(folder.join(name).with_extension("txt")).unwrap();
        let command = commands(&source).pop().unwrap();
        let names: Vec<&str> = command.headers.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            (command.method.as_str(), command.url.as_deref(), &names[..]),
            (method, Some(url), headers),
            "{name}"
        );
        assert!(source[command.at..].starts_with("curl"), "{name}");
        assert_body(name, &source, &command.body, content);
    }
}

#[track_caller]
fn assert_body(name: &str, source: &str, body: &Body, content: &str) {
    match body {
        Body::None => assert_eq!(content, "none", "{name}"),
        Body::File(file) => assert_eq!(content, format!("@{file}"), "{name}"),
        Body::Text(text) => {
            assert!(text.text().contains(content), "{name}: {}", text.text());
            assert!(crate::read::json(text.text()).is_ok(), "{name}: {}", text.text());
            let escapes = source.matches("\\\"").count();
            assert_eq!(literal_bytes(source, body), text.text().len() - escapes, "{name}");
        }
        Body::Input => panic!("{name}"),
    }
}

use serde_json::Value;

use crate::http::try_call;
use crate::program::{program, run};
use crate::server::{Server, built_page};

const POLICIES: &str = "/api/portal/policies";

/// A server with these arguments behind the usual ones.
fn server(arguments: &[&str]) -> Server {
    let dist = built_page();
    let mut command = program();
    command.args(["serve", "--port", "0", "--data", ":memory:", "--dist"]).arg(dist.path()).args(arguments);
    Server::start_with(&mut command)
}

#[test]
fn faults_are_there_only_when_they_are_asked_for() {
    let server = server(&[]);
    for path in ["/faults", "/faults/calls"] {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
    assert!(!server.said.iter().any(|line| line.contains("aults")), "{:?}", server.said);
}

#[test]
fn an_answer_that_is_lost_leaves_its_policy_behind_and_its_call_in_the_list() {
    let server = server(&["--faults"]);
    assert!(server.said.contains(&format!("Faults are taken at http://{}/faults (for tests)", server.address())));
    let rule = r#"{"match": {"method": "POST"}, "times": 1, "fault": {"kind": "answer-lost"}}"#;
    assert_eq!(server.api("PUT", "/faults", rule).status, 200);

    let key = format!("Authorization: {}", local_dashboard::SAMPLE_KEY);
    assert!(try_call(server.address(), "POST", POLICIES, &[&key], r#"{"name": "Gold"}"#).is_none());
    assert_eq!(server.api("POST", POLICIES, r#"{"name": "Gold"}"#).status, 400, "the name is in use by now");

    let calls: Value = serde_json::from_str(&server.get("/faults/calls").body).unwrap();
    let seen: Vec<_> = calls["calls"].as_array().unwrap().iter().map(|call| &call["status"]).collect();
    assert_eq!(seen, [&Value::Null, &Value::from(400)]);
    assert!(!calls.to_string().contains(local_dashboard::SAMPLE_KEY));
}

#[test]
fn a_page_of_another_origin_can_be_let_in_beside_the_page() {
    let server = server(&["--faults"]);
    let rule = r#"{"fault": {"kind": "cors", "origin": "http://page.example"}}"#;
    assert_eq!(server.api("PUT", "/faults", rule).status, 200);
    let answer = server.get(POLICIES);
    assert_eq!((answer.status, answer.header("access-control-allow-origin")), (401, "http://page.example"));
    let other = ["Origin: http://page.example", "Sec-Fetch-Site: cross-site"];
    let answer = try_call(server.address(), "POST", POLICIES, &other, "{}").unwrap();
    assert_eq!((answer.status, answer.header("access-control-allow-origin")), (401, "http://page.example"));
    assert_eq!(server.get("/").header("access-control-allow-origin"), "", "the page is no part of it");
}

#[test]
fn as_many_apis_are_generated_as_a_test_asks_for() {
    let list: Value =
        serde_json::from_str(&server(&["--generated-apis", "2000"]).api("GET", "/api/apis", "").body).unwrap();
    assert_eq!(list["pages"], 201);
}

#[test]
fn the_help_says_that_faults_are_for_tests_and_which_keys_there_are() {
    let help = run(&["serve", "--help"]).out;
    let faults = help.split_once("--faults").unwrap().1;
    assert!(faults.trim_start().starts_with("For tests: "), "{help}");
    assert!(help.contains("may only read") && help.contains("second organisation"), "{help}");
}

use std::fs;

use serde_json::json;
use tempfile::tempdir;

use crate::program::{GOOD, Run, argument, run_with_input};

fn policy(allowed: &str) -> String {
    GOOD.replace("\"allowed_urls\": []", &format!("\"allowed_urls\": {allowed}"))
}

fn asked(allowed: &str, further: &[&str]) -> Run {
    let arguments: Vec<_> = ["path", "-", "--api", "orders"].into_iter().chain(further.iter().copied()).collect();
    run_with_input(&arguments, &policy(allowed))
}

const ORDERS: &str = r#"[{"url": "/orders", "methods": ["GET"]}]"#;

#[test]
fn a_request_that_may_pass_exits_with_0_and_names_its_entry_and_what_else_that_opens() {
    let told = asked(ORDERS, &["GET", "/v2/orders"]);
    assert_eq!((told.exit, told.err.as_str()), (0, ""));
    assert_eq!(
        told.out,
        "Allowed by /access_rights/orders/allowed_urls/0, which means /orders.\n  \
         /access_rights/orders/allowed_urls/0  /orders  matches\n    \
         also opens /v2/orders-export, /orders-export, /orders/1\n    \
         to hold it to its path, write ^/orders(/|$)\n"
    );
}

#[test]
fn a_request_that_may_not_pass_exits_with_1() {
    let told = asked(ORDERS, &["DELETE", "/orders"]);
    assert_eq!(told.exit, 1);
    assert!(told.out.starts_with("Refused with 403"), "{}", told.out);
    assert!(told.out.contains("does not list the method"), "{}", told.out);
    assert_eq!(asked("[]", &["DELETE", "/orders"]).exit, 0, "no list allows everything");
}

#[test]
fn the_options_of_the_gateway_hold_the_ends() {
    for (options, exit) in
        [(vec![], 0), (vec!["--prefix"], 1), (vec!["--suffix"], 0), (vec!["--prefix", "--suffix"], 1)]
    {
        let arguments: Vec<_> = ["GET", "/v2/orders"].into_iter().chain(options.iter().copied()).collect();
        assert_eq!(asked(ORDERS, &arguments).exit, exit, "{options:?}");
    }
}

#[test]
fn json_says_the_same() {
    let told = asked(ORDERS, &["--format", "json", "GET", "/orders"]).json();
    assert_eq!((&told["allowed"], &told["api"], &told["endpoint"]), (&json!(true), &json!("orders"), &json!(null)));
    assert_eq!(
        told["entries"][0],
        json!({
            "path": "/access_rights/orders/allowed_urls/0",
            "prepared": "/orders",
            "says": "matches",
            "matches": true,
            "also_opens": ["/v2/orders-export", "/orders-export", "/orders/1"],
            "anchored": "^/orders(/|$)",
        })
    );
}

#[test]
fn the_limit_of_an_endpoint_and_the_listen_path_are_taken_into_account() {
    let folder = tempdir().unwrap();
    let apis = folder.path().join("apis.json");
    fs::write(&apis, r#"[{"api_id": "orders", "name": "Orders", "proxy": {"listen_path": "/shop/"}}]"#).unwrap();
    let endpoints =
        r#"[], "endpoints": [{"path": "^/search$", "methods": [{"name": "GET", "limit": {"rate": 2, "per": 60}}]}]"#;
    let told = asked(endpoints, &["--apis", argument(&apis), "GET", "/shop/search"]);
    assert_eq!(told.exit, 0);
    let place = "/access_rights/orders/endpoints/0/methods/0/limit";
    let line = format!("The endpoint ^/search$ counts it on its own: 2 requests in 60 seconds ({place}).\n");
    assert!(told.out.contains(&line), "{}", told.out);
    assert!(asked(endpoints, &["GET", "/shop/search"]).out.contains("note: where the gateway listens"));
}

#[test]
fn what_cannot_be_said_exits_with_2() {
    assert_eq!(asked(ORDERS, &["GET", "orders"]).exit, 2, "a path begins with a slash");
    assert_eq!(asked(ORDERS, &["GET"]).exit, 2);
    let other = run_with_input(&["path", "-", "--api", "users", "GET", "/"], GOOD);
    assert_eq!(other.exit, 2);
    assert!(
        other.err.starts_with(
            "error: - grants no API users, so a key may not call it: name one of these with --api\n  orders"
        ),
        "{}",
        other.err
    );
    assert_eq!(asked(r#"[{"url": "^/\\pL$", "methods": ["GET"]}]"#, &["GET", "/λ"]).exit, 2);
}

#[test]
fn a_policy_that_refuses_every_key_says_so_beside_it() {
    let inactive = policy(ORDERS).replace("\"active\"", "\"is_inactive\": true, \"active\"");
    let told = run_with_input(&["path", "-", "--api", "orders", "GET", "/orders"], &inactive);
    assert_eq!(told.exit, 0);
    assert!(told.err.contains("Every key on this policy is refused"), "{}", told.err);
}

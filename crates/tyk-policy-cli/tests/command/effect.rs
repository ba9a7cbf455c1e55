use std::fs;

use serde_json::json;
use tempfile::tempdir;

use crate::program::{GOOD, argument, run, run_with_input};

#[test]
fn the_effect_is_a_paragraph_and_rows_with_their_fields() {
    let told = run_with_input(&["effect", "-"], GOOD);
    assert_eq!((told.exit, told.err.as_str()), (0, ""));
    assert!(
        told.out.starts_with(
            "Keys on this policy may call orders. At most 5 requests in any second; beyond that 429; no quota. Keys never expire.\n"
        ),
        "{}",
        told.out
    );
    for line in [
        "Limits: All requests of the key together\n",
        "  Rate limit        5 requests in any second  (/rate)\n",
        "API: orders /access_rights/orders\n",
        "  Paths             every path and method  (/access_rights/orders/allowed_urls)\n",
        "  Keys              never expire  (/key_expires_in)\n",
    ] {
        assert!(told.out.contains(line), "{line} in {}", told.out);
    }
}

#[test]
fn a_brief_effect_is_the_paragraph_alone() {
    let told = run_with_input(&["effect", "--brief", "-"], GOOD);
    assert_eq!((told.exit, told.out.lines().count()), (0, 1));
    assert_eq!(run_with_input(&["effect", "--brief", "--format", "json", "-"], GOOD).exit, 2);
}

#[test]
fn what_is_ignored_is_told_with_its_rule_and_place() {
    let policy = GOOD.replace("\"limit\": null", "\"limit\": {\"rate\": 1, \"per\": 1}");
    let told = run_with_input(&["effect", "-"], &policy);
    assert!(
        told.out.contains("Ignored\n  S8 own-limit-ignored /access_rights/orders/limit: Tyk ignores the limits"),
        "{}",
        told.out
    );
}

#[test]
fn json_has_the_values_and_where_they_come_from() {
    let policy = GOOD.replace("\"rate\": 5", "\"quota_max\": 9, \"rate\": 5");
    let told = run_with_input(&["effect", "--format", "json", "-"], &policy).json();
    assert_eq!(told["combined"], json!(null));
    let policy = &told["policies"][0];
    assert_eq!((&policy["file"], &policy["policy"], &policy["refused"]), (&json!("-"), &json!(""), &json!([])));
    let counter = &policy["counters"][0];
    assert_eq!(counter["rate"], json!({ "requests": 5.0, "seconds": 1.0, "from": "/rate" }));
    assert_eq!(counter["quota"], json!({ "requests": 9, "seconds": null, "from": "/quota_max" }));
    assert_eq!((&counter["counts"], &counter["throttle"]), (&json!("key"), &json!(null)));
    assert_eq!(policy["apis"][0]["counter"], json!(0));
}

#[test]
fn a_policy_that_is_refused_has_its_reason_and_is_no_failure() {
    let policy = GOOD.replace("\"active\"", "\"is_inactive\": true, \"active\"");
    let told = run_with_input(&["effect", "--format", "json", "-"], &policy);
    let refused = &told.json()["policies"][0]["refused"][0];
    assert_eq!((told.exit, &refused["what"], &refused["finding"]["rule"]), (0, &json!("every-key"), &json!("R13")));
    assert_eq!(refused["path"], json!("/is_inactive"));
}

#[test]
fn several_policies_are_looked_at_one_by_one_and_that_is_said() {
    let list = format!("{{\"Data\": [{GOOD}, {}], \"Pages\": 1}}", GOOD.replace("Gold", "Silver"));
    let told = run_with_input(&["effect", "--brief", "-"], &list);
    assert!(told.out.starts_with("# -/Data/0 Gold\nKeys"), "{}", told.out);
    assert!(told.out.contains("\n# -/Data/1 Silver\n"), "{}", told.out);
    assert!(told.err.contains("each policy is looked at alone"), "{}", told.err);
    let full = run_with_input(&["effect", "-", "--pick", "Silver"], &list);
    assert!(full.out.contains("(/Data/1/rate)") && full.err.is_empty(), "{}", full.out);
}

#[test]
fn apis_are_called_by_the_names_that_are_known() {
    let folder = tempdir().unwrap();
    let apis = folder.path().join("apis.json");
    fs::write(&apis, r#"[{"api_id": "orders", "name": "Order service", "proxy": {"listen_path": "/shop/"}}]"#).unwrap();
    let told = run_with_input(&["effect", "--brief", "--apis", argument(&apis), "-"], GOOD);
    assert!(told.out.starts_with("Keys on this policy may call Order service."), "{}", told.out);
}

#[test]
fn a_file_without_a_policy_could_not_be_looked_at() {
    assert_eq!(run_with_input(&["effect", "-"], "[]").exit, 2);
    assert_eq!(run(&["effect", "no-such-file.json"]).exit, 2);
    assert_eq!(run(&["effect"]).exit, 2);
}

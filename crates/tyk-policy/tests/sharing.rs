//! What a share link says, and what it does not.

#![cfg(test)]

use tyk_policy::compare;
use tyk_policy::draft::Draft;
use tyk_policy::read;
use tyk_policy::share::{ShareFault, Shared};
use tyk_policy::template::Template;
use tyk_policy::write::{self, Layout};

const STORED: &str = r#"{"_id": "5f3c1e9ab7d2406184e0c5d7", "id": "gold", "name": "Gold", "org_id": "5e9d9544a1dcd60001d0ed20",
    "rate": 1.50, "per": 1, "date_created": "2024-01-01T00:00:00Z", "last_updated": "1714555800", "tags": ["a", "b c", 5],
    "access_rights": {
        "orders": {"api_id": "orders", "api_name": "Orders", "allowed_urls": [{"url": "^/a", "methods": ["GET"]}], "limit": null},
        "stock": {"api_id": "stock", "limit": {"rate": 5}},
        "graph": {"api_id": "graph", "disable_introspection": true}},
    "meta_data": {"owner": "x@example.com", "plan": "gold"}, "state": "active", "colour": "red", "hmac_enabled": false}"#;

fn draft(text: &str) -> Draft {
    read::text(text).policies.into_iter().next().expect("a policy").draft
}

#[test]
fn a_shared_policy_is_read_again_as_it_was() {
    for template in Template::ALL {
        let shared = Shared::of(&template.draft());
        let read = Shared::read(&shared.to_text()).expect("a policy");
        assert_eq!(compare::drafts(shared.draft(), read.draft()), [], "{}", template.name);
        assert_eq!(write::draft(read.draft(), Layout::Indented), write::draft(&template.draft(), Layout::Indented));
    }
}

#[test]
fn what_the_dashboard_set_and_the_organisation_are_not_shared() {
    let shared = Shared::of(&draft(STORED));
    assert_eq!(shared.left_out(), ["_id", "org_id", "date_created", "last_updated"]);
    let text = shared.to_text();
    for secret in ["5f3c1e9ab7d2406184e0c5d7", "5e9d9544a1dcd60001d0ed20", "2024-01-01", "1714555800"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    assert!(text.contains("1.50"), "a number keeps its digits: {text}");
}

#[test]
fn a_link_by_another_hand_gives_no_read_only_fields_either() {
    let read = Shared::read(r#"{"policy-builder":1,"policy":{"name":"Gold","org_id":"other","_id":"x"}}"#);
    let read = read.expect("a policy");
    assert_eq!(read.left_out(), ["org_id", "_id"]);
    assert_eq!(write::draft(read.draft(), Layout::Flush), "\n{\n\"name\": \"Gold\"\n}\n");
}

#[test]
fn the_text_is_on_one_line_in_a_versioned_envelope() {
    let text = Shared::of(&draft(r#"{"name": "a\nb", "tags": ["x", "y"]}"#)).to_text();
    assert_eq!(text, r#"{"policy-builder":1,"policy":{"name": "a\nb","tags": ["x","y"]}}"#);
}

#[test]
fn what_a_reader_of_the_link_will_learn_is_said_in_words() {
    assert_eq!(
        Shared::of(&draft(STORED)).contents(),
        [
            "the name `Gold`",
            "the policy id `gold`",
            "tags: a, b c, a number",
            "3 APIs with their ids, names, paths, limits and other rights",
            "meta data with 2 names: owner, plan",
            "settings: rate, per, state, hmac_enabled",
            "fields that Tyk does not know: colour",
        ]
    );
    let one = draft(r#"{"access_rights": {"orders": {}}, "tags": [], "meta_data": {}, "name": ""}"#);
    assert_eq!(Shared::of(&one).contents(), ["1 API with its id"]);
    let wrong = draft(r#"{"access_rights": ["secret"], "name": 5, "access_rights_array": "x"}"#);
    assert_eq!(Shared::of(&wrong).contents(), ["a list in place of the APIs", "settings: name, access_rights_array"]);
    let many: Vec<_> = (0..14).map(|tag| format!("\"t{tag}\"")).collect();
    let many = Shared::of(&draft(&format!(r#"{{"tags": [{}]}}"#, many.join(",")))).contents();
    assert_eq!(many, ["tags: t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11 and 2 more"]);
}

#[test]
fn a_text_that_was_cut_anywhere_is_damaged() {
    let text = Shared::of(&draft(STORED)).to_text();
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        assert_eq!(Shared::read(&text[..end]), Err(ShareFault::Damaged), "{}", &text[..end]);
    }
}

#[test]
fn a_text_that_was_altered_into_no_policy_is_damaged() {
    for text in [
        "null",
        "[]",
        r#"{"policy":{}}"#,
        r#"{"policy-builder":0,"policy":{}}"#,
        r#"{"policy-builder":-1,"policy":{}}"#,
        r#"{"policy-builder":"1","policy":{}}"#,
        r#"{"policy-builder":1}"#,
        r#"{"policy-builder":1,"policy":[]}"#,
        r#"{"policy-builder":1,"policy":{}}}"#,
    ] {
        assert_eq!(Shared::read(text), Err(ShareFault::Damaged), "{text}");
    }
}

#[test]
fn a_newer_link_and_one_that_is_too_large_say_so_with_the_way_out() {
    let newer = Shared::read(r#"{"policy-builder":2,"something":"else"}"#);
    assert_eq!(newer, Err(ShareFault::Newer(2)));
    let large = Shared::read(&" ".repeat(Shared::LARGEST + 1));
    assert_eq!(large, Err(ShareFault::TooLarge));
    for fault in [ShareFault::Newer(2), ShareFault::Damaged, ShareFault::TooLarge] {
        assert!(fault.to_string().contains("as a file"), "{fault}");
    }
}

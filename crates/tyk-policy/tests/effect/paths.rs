//! Allowed paths and endpoint limits (policy-model.md sections 4.3 and 4.5).

use tyk_policy::draft::Edit;
use tyk_policy::effect::path::{self, Answer, Asked, Note, Says, Tested};
use tyk_policy::effect::{ApiEffect, Limited, Rate};
use tyk_policy::pattern::Mode;

use crate::given::api;

const PLAIN: Mode = Mode { prefix: false, suffix: false };
const PREFIX: Mode = Mode { prefix: true, suffix: false };
const SUFFIX: Mode = Mode { prefix: false, suffix: true };
const BOTH: Mode = Mode { prefix: true, suffix: true };

fn allowing(url: &str) -> ApiEffect {
    api(&format!(r#""allowed_urls": [{{"url": {}, "methods": ["GET"]}}]"#, serde_json::json!(url)))
}

fn test(api: &ApiEffect, method: &str, path: &str, mode: Mode) -> Tested {
    path::test(api, Asked { method, path, mode })
}

fn is_allowed(url: &str, path: &str, mode: Mode) -> bool {
    test(&allowing(url), "GET", path, mode).answer.is_allowed()
}

#[test]
fn an_empty_list_allows_every_path_and_method() {
    assert_eq!(test(&api(r#""allowed_urls": []"#), "PURGE", "/anything", PLAIN).answer, Answer::Everything);
    assert_eq!(test(&api(""), "GET", "/", PLAIN).answer, Answer::Everything);
}

#[test]
fn a_list_refuses_whatever_it_does_not_name() {
    let tested = test(&allowing("/orders"), "GET", "/users", PLAIN);
    assert_eq!((tested.answer, &tested.entries[0].says), (Answer::Refused, &Says::OtherPath));
    assert!(tested.words().contains("403"), "{}", tested.words());
}

#[test]
fn methods_are_compared_letter_by_letter_and_an_empty_list_never_matches() {
    let with = |methods: &str| api(&format!(r#""allowed_urls": [{{"url": "/orders", "methods": {methods}}}]"#));
    let says = |methods, method| test(&with(methods), method, "/orders", PLAIN).entries[0].says.clone();
    assert_eq!(says(r#"["GET", "POST"]"#, "POST"), Says::Yes);
    assert_eq!(says(r#"["get"]"#, "GET"), Says::MethodInOtherCase);
    assert_eq!(says(r#"["GET"]"#, "DELETE"), Says::OtherMethod);
    assert_eq!(says("[]", "GET"), Says::OtherMethod);
}

#[test]
fn a_pattern_matches_any_part_of_the_path_unless_an_option_holds_an_end() {
    let by_mode = |path| [PLAIN, PREFIX, SUFFIX, BOTH].map(|mode| is_allowed("/orders", path, mode));
    assert_eq!(by_mode("/orders"), [true, true, true, true]);
    assert_eq!(by_mode("/orders/12"), [true, true, false, false]);
    assert_eq!(by_mode("/v2/orders"), [true, false, true, false]);
    assert_eq!(by_mode("/v2/orders-export"), [true, false, false, false]);
}

#[test]
fn a_pattern_is_prepared_before_it_is_compiled_and_shown_so() {
    let prepared = |url, mode| test(&allowing(url), "GET", "/", mode).entries[0].prepared.clone();
    assert_eq!(prepared("/users/{id}/*/x/*", PLAIN), "/users/([^/]+)/[^/]+/x/.*");
    assert_eq!(prepared("/users", BOTH), "^/users$");
    assert_eq!(prepared("users$", BOTH), "users$");
    assert_eq!(prepared(r"/a/\d{3}", PLAIN), r"/a/\d([^/]+)", "counts are destroyed");
}

#[test]
fn the_whole_path_is_tested_and_with_prefix_matching_also_the_path_below_the_listen_path() {
    let mut api = allowing("/orders");
    api.listen_path = "/shop/".to_owned();
    let says = |api: &ApiEffect, path, mode| test(api, "GET", path, mode).entries[0].says.clone();
    assert_eq!(says(&api, "/shop/orders", PLAIN), Says::Yes, "unanchored");
    assert_eq!(says(&api, "/shop/orders", PREFIX), Says::YesBelowListenPath);
    assert_eq!(says(&api, "/shop/v2/orders", PREFIX), Says::OtherPath);
    assert_eq!(says(&allowing("^/orders"), "/shop/orders", PLAIN), Says::OtherPath, "not without that option");
    assert_eq!(test(&api, "GET", "/shopping", PLAIN).notes, [Note::OutsideListenPath]);
    assert_eq!(test(&allowing("/orders"), "GET", "/orders", PREFIX).notes, [Note::ListenPathUnknown]);
}

#[test]
fn what_follows_a_question_mark_is_not_tested() {
    assert!(is_allowed("/orders$", "/orders?page=2", PLAIN));
    assert!(!is_allowed("page", "/orders?page=2", PLAIN));
}

#[test]
fn an_empty_pattern_matches_every_path_and_with_prefix_matching_none() {
    assert_eq!([PLAIN, PREFIX].map(|mode| is_allowed("", "/anything", mode)), [true, false]);
}

#[test]
fn a_pattern_that_does_not_compile_is_skipped_and_older_gateways_let_the_request_pass() {
    let api = api(r#""allowed_urls": [{"url": "/a(", "methods": ["GET"]}, {"url": "/b", "methods": ["GET"]}]"#);
    let refused = test(&api, "GET", "/a(", PLAIN);
    assert_eq!((refused.answer, refused.notes.as_slice()), (Answer::Refused, [Note::OlderGatewaysLetPass].as_slice()));
    assert!(matches!(refused.entries[0].says, Says::Skipped(_)));
    assert!(refused.entries[0].says.to_string().contains("is not closed"), "{}", refused.entries[0].says);
    assert_eq!(test(&api, "GET", "/b", PLAIN).answer, Answer::By(1));
}

#[test]
fn the_first_entry_that_matches_wins() {
    let api = api(r#""allowed_urls": [{"url": "/orders", "methods": ["POST"]}, {"url": "/o", "methods": ["GET"]},
            {"url": "/orders", "methods": ["GET"]}]"#);
    let tested = test(&api, "GET", "/orders", PLAIN);
    assert_eq!(tested.answer, Answer::By(1));
    assert_eq!(tested.entries[1].from.to_string(), "/access_rights/orders/allowed_urls/1");
    assert!(tested.words().contains("/access_rights/orders/allowed_urls/1"), "{}", tested.words());
}

#[test]
fn what_only_gos_tables_know_is_not_judged() {
    let tested = test(&allowing(r"^/\pL$"), "GET", "/λ", PLAIN);
    assert_eq!(tested.answer, Answer::Unclear(0));
    assert!(!tested.answer.is_allowed());
}

#[test]
fn a_loose_pattern_is_held_to_its_path_by_one_edit() {
    let anchored = |url: &str, listen_path: &str| {
        let api = ApiEffect { listen_path: listen_path.to_owned(), ..allowing(url) };
        path::anchor(&api, 0).map(|fix| fix.edits)
    };
    let edit = |api: &ApiEffect, text: &str| {
        let at = api.at.clone().name("allowed_urls").item(0).name("url");
        Some(vec![Edit::Set(at, text.into())])
    };
    let any = allowing("/");
    assert_eq!(anchored("/orders", ""), edit(&any, "^/orders(/|$)"));
    assert_eq!(anchored("/users/{id}/", ""), edit(&any, "^/users/{id}(/|$)"));
    assert_eq!(anchored("/orders", "/shop/"), edit(&any, "^/shop/orders(/|$)"), "the Gateway looks at the whole path");
    assert_eq!(anchored("/shop/orders", "/shop/"), edit(&any, "^/shop/orders(/|$)"));
    assert_eq!(anchored("orders", ""), edit(&any, "^/orders(/|$)"));
    for firm in ["^/orders", "/orders$", "/orders/*", "/a|/b", "", "/a("] {
        assert_eq!(anchored(firm, ""), None, "{firm}");
    }
    assert_eq!(path::anchor(&any, 7), None);
}

#[test]
fn an_anchored_pattern_opens_its_path_and_what_lies_below_and_nothing_by_accident() {
    for path in path::also_opens("/orders", PLAIN) {
        let below = path.starts_with("/orders/");
        assert_eq!(is_allowed("^/orders(/|$)", &path, PLAIN), below, "{path}");
    }
}

const LIMITED: &str = r#""endpoints": [
    {"path": "/search(", "methods": [{"name": "GET", "limit": {"rate": 1, "per": 1}}]},
    {"path": "/search", "methods": [{"name": "post", "limit": {"rate": 2, "per": 1}}]},
    {"path": "/search", "methods": [{"name": "get", "limit": {"rate": 3, "per": 1}}]},
    {"path": "/", "methods": [{"name": "GET", "limit": {"rate": -1, "per": 0}}]}]"#;

#[test]
fn the_first_endpoint_that_matches_path_and_method_in_whatever_case_sets_the_rate() {
    let endpoint = |method, path| test(&api(LIMITED), method, path, PLAIN).endpoint.expect("one counts");
    let rate = |method, path| endpoint(method, path).rate.value;
    assert_eq!(rate("GET", "/search"), Limited::By(Rate { requests: 3.0, seconds: 1.0 }));
    assert_eq!(rate("POST", "/search/all"), Limited::By(Rate { requests: 2.0, seconds: 1.0 }));
    assert_eq!(rate("GET", "/other"), Limited::Off, "0 or below lifts the limit of the API");
    assert_eq!(endpoint("GET", "/search").rate.from.to_string(), "/access_rights/orders/endpoints/2/methods/0/limit");
    assert_eq!(test(&api(LIMITED), "DELETE", "/search", PLAIN).endpoint, None);
}

#[test]
fn an_endpoint_is_tested_below_the_listen_path() {
    let mut api =
        api(r#""endpoints": [{"path": "^/search", "methods": [{"name": "GET", "limit": {"rate": 1, "per": 1}}]}]"#);
    assert_eq!(test(&api, "GET", "/shop/search", PLAIN).endpoint, None);
    assert_eq!(test(&api, "GET", "/shop/search", PLAIN).notes, [Note::ListenPathUnknown]);
    api.listen_path = "/shop/".to_owned();
    assert!(test(&api, "GET", "/shop/search", PLAIN).endpoint.is_some());
}

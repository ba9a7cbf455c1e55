//! Where each call goes, and what is to be known of an address.

use tyk_policy::request::{Address, Method, PolicyId, Request, Target, warning};

use super::answer;

fn target() -> Target {
    Target { address: Address::new("http://localhost:3000/tyk/"), ..Target::default() }
}

#[test]
fn every_call_goes_to_its_path_below_the_address_with_its_method_and_body() {
    let (id, target) = (PolicyId::new("team/gold & co").unwrap(), target());
    let body = || "{}".to_owned();
    for (request, method, path, has_body) in [
        (Request::create_with_body(body(), &target), Method::Post, "/api/portal/policies", true),
        (Request::update(&id, body(), &target), Method::Put, "/api/portal/policies/team%2Fgold%20%26%20co", true),
        (Request::read(&id, &target), Method::Get, "/api/portal/policies/team%2Fgold%20%26%20co", false),
        (Request::delete(&id, &target), Method::Delete, "/api/portal/policies/team%2Fgold%20%26%20co", false),
        (Request::list_policies(2, &target), Method::Get, "/api/portal/policies?p=2", false),
        (
            Request::search_policies("a&p=9", 1, &target),
            Method::Get,
            "/api/portal/policies/search?q=a%26p%3D9&p=1",
            false,
        ),
        (Request::list_apis(3, &target), Method::Get, "/api/apis?p=3", false),
        (Request::list_mcps(1, &target), Method::Get, "/api/mcps?p=1", false),
        (Request::create_key(body(), &target), Method::Post, "/api/keys", true),
    ] {
        assert_eq!(request.url, format!("http://localhost:3000/tyk{path}"));
        assert_eq!((request.method, request.body.is_some()), (method, has_body), "{path}");
        assert_eq!(request.content_type().is_some(), has_body, "{path}");
    }
}

#[test]
fn a_policy_without_an_id_can_be_neither_changed_nor_deleted() {
    let new = answer::stored(&answer(200, r#"{"name": "New"}"#)).unwrap();
    assert_eq!(PolicyId::new(new.id()), None);
}

#[test]
fn what_is_to_be_known_of_an_address_is_said_before_anything_is_sent() {
    let says = |typed| warning(Some("https://pages.example"), &Address::new(typed)).map(|warning| warning.to_string());
    assert!(says("http://10.0.0.1:3000").unwrap().contains("the browser will not send"));
    assert!(says("https://dash.internal").unwrap().contains("the browser may ask"));
    assert_eq!(says("https://dash.example"), None);
}

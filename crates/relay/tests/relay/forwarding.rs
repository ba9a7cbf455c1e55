use crate::caller::Running;
use crate::upstream::{STORED, Upstream};

const KEY: &str = "Authorization: 5f1c3a9be2d04c7786a0";

#[test]
fn a_policy_arrives_byte_for_byte_with_its_key_and_nothing_else_of_the_caller() {
    let upstream = Upstream::ok(STORED);
    let relay = Running::relay(&format!("{}/tyk/api/", upstream.origin));
    let body = "{\"name\": \"Gold é 計画\",\r\n\t\"rate\": 1.50}";
    let length = format!("Content-Length: {}", body.len());
    let headers = [
        KEY,
        "Content-Type: application/json",
        &length,
        "Accept: application/json",
        "Accept-Encoding: gzip, br",
        "Cookie: session=stolen",
        "X-Forwarded-For: 10.0.0.1",
        "X-Tyk-Authorization: other",
        "User-Agent: browser",
    ];
    let answer = relay.call("POST /api/portal/policies?a=%2F&b=+", &headers, body);
    assert_eq!((answer.status, answer.body.as_str()), (200, STORED));

    let call = upstream.call();
    assert_eq!(call.line, "POST /tyk/api/portal/policies?a=%2F&b=+ HTTP/1.1");
    let host = format!("host: {}", upstream.origin.trim_start_matches("http://"));
    let expected = [
        "accept-encoding: identity",
        "accept: application/json",
        "authorization: 5f1c3a9be2d04c7786a0",
        &format!("content-length: {}", body.len()),
        "content-type: application/json",
        &host,
    ];
    assert_eq!(call.headers, expected);
    assert_eq!(call.body, body);
}

#[test]
fn every_call_of_the_page_is_forwarded_as_it_is() {
    for line in [
        "GET /api/portal/policies?p=-1",
        "GET /api/portal/policies/",
        "GET /api/portal/policies/search?q=Gold%20plan",
        "GET /api/portal/policies/577a8589428a6b0001000017",
        "PUT /api/portal/policies/577a8589428a6b0001000017",
        "DELETE /api/portal/policies/577a8589428a6b0001000017",
        "GET /api/apis?p=-1",
        "GET /api/apis/search?q=a",
        "GET /api/mcps",
        "POST /api/keys",
    ] {
        let upstream = Upstream::ok("{}");
        let relay = Running::relay(&upstream.origin);
        let answer = relay.call(line, &[KEY, "Content-Length: 0"], "");
        assert_eq!((answer.status, answer.body.as_str()), (200, "{}"), "{line}");
        assert_eq!(upstream.call().line, format!("{line} HTTP/1.1"));
    }
}

#[test]
fn what_the_page_does_not_ask_is_answered_here() {
    let upstream = Upstream::ok("{}");
    let relay = Running::relay(&upstream.origin);
    for line in [
        "GET /api/users",
        "GET /api",
        "GET /api/",
        "POST /api/keys/own",
        "PATCH /api/portal/policies/a",
        "GET /api/apis/a",
    ] {
        relay.call(line, &[KEY], "").is_error(404, "only the calls that this page makes");
    }
    upstream.was_not_called();
}

#[test]
fn an_answer_comes_back_with_what_it_is_and_without_what_is_not_the_pages() {
    let upstream = Upstream::answering(
        "HTTP/1.1 429 Too Many Requests\r\nContent-Type: text/plain\r\nContent-Length: 4\r\nRetry-After: 7\r\n\
         Date: Thu, 01 Jan 1970 00:00:00 GMT\r\nSet-Cookie: session=1\r\nLocation: /login\r\nServer: dash\r\n\
         Access-Control-Allow-Origin: *\r\nKeep-Alive: timeout=5\r\nX-Frame-Options: ALLOWALL\r\n\r\nslow",
    );
    let mut answer = Running::relay(&upstream.origin).call("GET /api/apis", &[KEY], "");
    answer.headers.sort();
    let headers: Vec<_> = answer.headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    assert_eq!(
        headers,
        [
            "cache-control: no-store",
            "connection: close",
            "content-length: 4",
            "content-security-policy: default-src 'none'; frame-ancestors 'none'; sandbox",
            "content-type: text/plain",
            "date: Thu, 01 Jan 1970 00:00:00 GMT",
            "retry-after: 7",
            "x-content-type-options: nosniff",
        ]
    );
    assert_eq!((answer.status, answer.body.as_str()), (429, "slow"));
}

#[test]
fn a_body_is_forwarded_only_with_calls_that_have_one() {
    let upstream = Upstream::ok("{}");
    let relay = Running::relay(&upstream.origin);
    assert_eq!(relay.call("GET /api/apis", &["Content-Length: 4"], "body").status, 200);
    let call = upstream.call();
    assert!(call.headers.iter().all(|header| !header.starts_with("content-length")), "{call:?}");
}

#[test]
fn of_two_framings_the_dashboard_sees_one_that_is_made_here() {
    let upstream = Upstream::ok("{}");
    let relay = Running::relay(&upstream.origin);
    let head = relay.head("GET /api/apis");
    let hidden = relay.head("GET /api/mcps");
    let text = format!(
        "{head}Content-Length: {}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}\r\n",
        5 + hidden.len()
    );
    let answer = relay.send(&text);
    assert_eq!((answer.status, answer.body.as_str()), (200, "{}"));
    // One call, and the connection ended: what stood behind it was no second one.
    assert_eq!(upstream.call().line, "GET /api/apis HTTP/1.1");

    let twice = format!("{}Content-Length: 0\r\nContent-Length: 4\r\n\r\n{hidden}\r\n", relay.head("POST /api/keys"));
    assert_eq!(relay.send(&twice).status, 400);
    upstream.was_not_called();
}

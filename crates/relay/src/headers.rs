//! Which headers go on. Everything else stays: cookies, what belongs to one connection only (RFC 9110 section 7.6.1),
//! what lets other origins in, and what names the caller.

use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, DATE, HOST, HeaderMap, HeaderName,
    HeaderValue, RETRY_AFTER,
};

use crate::dashboard::Dashboard;

const OF_A_CALL: [HeaderName; 3] = [ACCEPT, AUTHORIZATION, CONTENT_TYPE];
const OF_AN_ANSWER: [HeaderName; 4] = [CONTENT_TYPE, CONTENT_LENGTH, DATE, RETRY_AFTER];

/// The headers that the dashboard gets. The length of a body stands among them only if there is one (`with_body`).
pub fn of_a_call(headers: &HeaderMap, dashboard: &Dashboard, with_body: bool) -> HeaderMap {
    let mut passed = only(headers, &OF_A_CALL);
    if let Ok(host) = HeaderValue::from_str(dashboard.authority().as_str()) {
        passed.insert(HOST, host);
    }
    if let Some(length) = headers.get(CONTENT_LENGTH).filter(|_| with_body) {
        passed.insert(CONTENT_LENGTH, length.clone());
    }
    // Nothing here unpacks an answer, and the browser is not told that it is packed.
    passed.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    passed
}

/// The headers that the page gets.
pub fn of_an_answer(headers: &HeaderMap) -> HeaderMap {
    only(headers, &OF_AN_ANSWER)
}

fn only(headers: &HeaderMap, names: &[HeaderName]) -> HeaderMap {
    let mut passed = HeaderMap::new();
    for name in names {
        for value in headers.get_all(name) {
            passed.append(name, value.clone());
        }
    }
    passed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        lines.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn the_dashboard_gets_the_key_and_what_the_body_is_and_nothing_else_of_the_caller() {
        let dashboard = Dashboard::at("https://dash.example:8443/tyk").unwrap();
        let asked = headers(&[
            ("authorization", "secret"),
            ("content-type", "application/json"),
            ("content-length", "2"),
            ("accept", "*/*"),
            ("cookie", "session=1"),
            ("host", "127.0.0.1:8080"),
            ("origin", "http://127.0.0.1:8080"),
            ("connection", "x-more"),
            ("x-more", "1"),
            ("x-forwarded-for", "10.0.0.1"),
            ("proxy-authorization", "x"),
            ("admin-auth", "x"),
        ]);
        let passed = headers(&[
            ("authorization", "secret"),
            ("content-type", "application/json"),
            ("content-length", "2"),
            ("accept", "*/*"),
            ("host", "dash.example:8443"),
            ("accept-encoding", "identity"),
        ]);
        assert_eq!(of_a_call(&asked, &dashboard, true), passed);
        assert!(!of_a_call(&asked, &dashboard, false).contains_key(CONTENT_LENGTH));
    }

    #[test]
    fn the_page_gets_what_the_answer_is_and_when_to_ask_again() {
        let answered = headers(&[
            ("content-type", "application/json"),
            ("content-length", "2"),
            ("date", "Thu, 01 Jan 1970 00:00:00 GMT"),
            ("retry-after", "5"),
            ("set-cookie", "session=1"),
            ("location", "https://elsewhere.example"),
            ("access-control-allow-origin", "*"),
            ("clear-site-data", "\"*\""),
            ("transfer-encoding", "chunked"),
        ]);
        let passed = headers(&[
            ("content-type", "application/json"),
            ("content-length", "2"),
            ("date", "Thu, 01 Jan 1970 00:00:00 GMT"),
            ("retry-after", "5"),
        ]);
        assert_eq!(of_an_answer(&answered), passed);
    }
}

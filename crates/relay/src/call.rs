//! The calls that are forwarded (dashboard-api.md sections 3 to 5): those that the page makes, and no others.

use std::borrow::Cow;

use axum::http::Method;
use percent_encoding::percent_decode_str;
use tyk_policy::check::is_policy_id;
use tyk_policy::request::POLICIES_PATH;

/// The path to ask for, if this call is forwarded. The path is compared as it stands, so that no other spelling of one
/// passes; only the id of a policy may be written with percent codes, which are gone afterwards.
pub fn forwarded<'a>(method: &Method, path: &'a str) -> Option<Cow<'a, str>> {
    match path.strip_prefix(POLICIES_PATH) {
        Some("" | "/") => is(method, &[Method::GET, Method::POST]).then_some(Cow::Borrowed(path)),
        Some("/search") => is(method, &[Method::GET]).then_some(Cow::Borrowed(path)),
        Some(rest) => {
            let id = policy_id(rest.strip_prefix('/')?)?;
            let methods = [Method::GET, Method::PUT, Method::DELETE];
            is(method, &methods).then(|| Cow::Owned(format!("{POLICIES_PATH}/{id}")))
        }
        None => {
            let methods: &[Method] = match path {
                "/api/apis" | "/api/apis/search" | "/api/mcps" => &[Method::GET],
                "/api/keys" => &[Method::POST],
                _ => &[],
            };
            is(method, methods).then_some(Cow::Borrowed(path))
        }
    }
}

fn is(method: &Method, methods: &[Method]) -> bool {
    methods.contains(method)
}

/// The id that one segment of a path stands for. What is left of it needs no percent codes, so that nobody behind us
/// can read it in another way.
fn policy_id(segment: &str) -> Option<Cow<'_, str>> {
    let id = percent_decode_str(segment).decode_utf8().ok()?;
    // `search` as percent codes is not an id either: the dashboard would search.
    let is_id = is_policy_id(&id) && !matches!(&*id, "" | "." | ".." | "search");
    is_id.then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_forwarded(method: &str, path: &str) -> bool {
        forwarded(&method.parse().unwrap(), path).is_some()
    }

    #[test]
    fn the_calls_of_the_page_are_forwarded() {
        for call in [
            "GET /api/portal/policies",
            "POST /api/portal/policies",
            "GET /api/portal/policies/",
            "POST /api/portal/policies/",
            "GET /api/portal/policies/search",
            "GET /api/portal/policies/577a8589428a6b0001000017",
            "PUT /api/portal/policies/gold.v2_final~1-b",
            "DELETE /api/portal/policies/577a8589428a6b0001000017",
            "GET /api/apis",
            "GET /api/apis/search",
            "GET /api/mcps",
            "POST /api/keys",
        ] {
            let (method, path) = call.split_once(' ').unwrap();
            assert_eq!(forwarded(&method.parse().unwrap(), path).as_deref(), Some(path), "{call}");
        }
    }

    #[test]
    fn no_other_method_is() {
        for call in [
            "PUT /api/portal/policies",
            "DELETE /api/portal/policies/",
            "POST /api/portal/policies/search",
            "DELETE /api/portal/policies/search",
            "PUT /api/portal/policies/%73earch",
            "POST /api/portal/policies/577a8589428a6b0001000017",
            "PATCH /api/portal/policies/577a8589428a6b0001000017",
            "HEAD /api/portal/policies",
            "OPTIONS /api/portal/policies",
            "POST /api/apis",
            "DELETE /api/apis",
            "GET /api/keys",
            "POST /api/mcps",
        ] {
            let (method, path) = call.split_once(' ').unwrap();
            assert!(!is_forwarded(method, path), "{call}");
        }
    }

    #[test]
    fn no_other_path_is_however_it_is_written() {
        for path in [
            "/api",
            "/api/",
            "/api/users",
            "/api/apis/",
            "/api/apis/577a8589428a6b0001000017",
            "/api/keys/",
            "/api/keys/preview",
            "/api//apis",
            "//api/apis",
            "/API/apis",
            "/api/api%73",
            "/api/portal/policies//",
            "/api/portal/policies/.",
            "/api/portal/policies/..",
            "/api/portal/policies/%2e%2e",
            "/api/portal/policies/%2E",
            "/api/portal/policies/../apis",
            "/api/portal/policies/a/b",
            "/api/portal/policies/a%2Fb",
            "/api/portal/policies/a%5Cb",
            "/api/portal/policies/%252e%252e",
            "/api/portal/policies/a%00",
            "/api/portal/policies/a%3Fb",
            "/api/portal/policies/%FF",
            "/api/portal/policies/a;b",
            "/api/portal/policiesx",
            "/api/portal/catalogue",
            "/admin/organisations",
        ] {
            for method in ["GET", "POST", "PUT", "DELETE"] {
                assert!(!is_forwarded(method, path), "{method} {path}");
            }
        }
    }

    #[test]
    fn the_id_is_forwarded_without_percent_codes() {
        let path = forwarded(&Method::GET, "/api/portal/policies/%67old%2Dv1");
        assert_eq!(path.as_deref(), Some("/api/portal/policies/gold-v1"));
    }
}

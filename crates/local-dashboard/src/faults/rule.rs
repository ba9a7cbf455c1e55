//! Which calls get a fault, and how often.

use axum::http::Method;
use serde::{Deserialize, Serialize};

use super::fault::Fault;

/// A fault and the calls that get it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Which calls; left out, every one.
    #[serde(default, rename = "match")]
    calls: Calls,
    /// How many of them, the next ones; left out, all until the faults are cleared.
    #[serde(default)]
    pub times: Option<u32>,
    /// What happens to them.
    pub fault: Fault,
}

/// Which calls are meant.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Calls {
    /// The method; a preflight counts as a call of the method that it asks about.
    #[serde(default)]
    method: Option<String>,
    /// The path without its query, with or without a slash at its end; one that ends in `*` means all that start so.
    #[serde(default)]
    path: Option<String>,
}

impl Rule {
    /// Whether a call is one of those that are meant.
    pub fn is_for(&self, method: &Method, path: &str) -> bool {
        self.calls.method.as_ref().is_none_or(|wanted| wanted == method.as_str())
            && self.calls.path.as_ref().is_none_or(|wanted| match wanted.strip_suffix('*') {
                Some(start) => path.starts_with(start),
                None => path.trim_end_matches('/') == wanted.trim_end_matches('/'),
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(calls: &str) -> Rule {
        serde_json::from_str(&format!(r#"{{"match": {calls}, "fault": {{"kind": "html"}}}}"#)).unwrap()
    }

    #[test]
    fn a_path_is_meant_as_a_whole_unless_it_ends_in_a_star() {
        let whole = rule(r#"{"path": "/api/apis"}"#);
        assert!(whole.is_for(&Method::GET, "/api/apis") && whole.is_for(&Method::GET, "/api/apis/"));
        assert!(!whole.is_for(&Method::GET, "/api/apis/search"));
        let start = rule(r#"{"path": "/api/apis*", "method": "GET"}"#);
        assert!(start.is_for(&Method::GET, "/api/apis/search") && !start.is_for(&Method::POST, "/api/apis/search"));
        assert!(rule("{}").is_for(&Method::PUT, "/anything"));
    }
}

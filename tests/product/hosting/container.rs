//! What runs in the container: Caddy with files that take everything from variables.

use super::strict::{ask, assert_strict, promised};
use super::{Setup, Site};
use crate::harness::{Matter, Recorder, WebServer, lacks};

#[test]
fn the_containers_caddy_needs_nothing_but_variables_and_no_place_to_write() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let (site, dashboard, promised) = (Site::new("", "{}"), Recorder::bare(), promised());
    for setup in [Setup::Static, Setup::SameOrigin] {
        let file = match setup {
            Setup::Static => "hosting/container/static.Caddyfile",
            Setup::SameOrigin => "hosting/container/same-origin.Caddyfile",
        };
        let page = site.root.path().display().to_string();
        let settings = [
            ("POLICY_BUILDER_PAGE", page.as_str()),
            ("POLICY_BUILDER_DASHBOARD", &dashboard.origin),
            ("POLICY_BUILDER_DASHBOARD_PATH", "/tyk"),
        ];
        let container = WebServer::start_contained(file, &settings);
        let answer = ask(&container.host, "/", "");
        assert_eq!(answer.word(1), "200", "{setup:?}");
        assert_strict(&answer, &promised, "no-cache", &format!("{setup:?}"));
        assert_eq!(ask(&container.host, "/missing", "").word(1), "404", "{setup:?}");
        let status = if setup == Setup::SameOrigin { "401" } else { "404" };
        assert_eq!(ask(&container.host, "/api/apis?answer=401", "").word(1), status, "{setup:?}");
        let paths: Vec<_> = dashboard.take().iter().map(|call| call.path().to_owned()).collect();
        let passed = (setup == Setup::SameOrigin).then_some("/tyk/api/apis?answer=401");
        assert_eq!(paths, passed.into_iter().collect::<Vec<_>>(), "{setup:?}");
    }
}

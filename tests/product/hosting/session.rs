//! A user's first minutes with the page, from each web server: choose an API, send, read back.

use std::collections::BTreeSet;

use tyk_policy::doctor::proxy::{Setup as Meeting, configuration};
use tyk_policy::request::Address;

use super::{Setup, Site, start};
use crate::harness::{Matter, Page, Recorder, SAMPLE_KEY, Server, WebServer, lacks};
use crate::steps::{choose_api, connect, send_and_read_id};

/// Chooses an API and sends; the dashboard has the policy then.
#[track_caller]
fn send_a_policy(page: &Page, dashboard: &Server) {
    choose_api(page, "Orders");
    page.type_into("#field-name", "Hosted");
    let id = send_and_read_id(page);
    assert_eq!(dashboard.policy(&id)["name"], "Hosted");
    let console = page.browser.console();
    assert!(console.iter().all(|(level, _)| level != "SEVERE"), "{console:#?}");
    assert!(console.iter().all(|(_, text)| !text.contains("Policy")), "no word of a policy broken: {console:#?}");
}

/// Holds that the server logged the calls, and nothing of the key.
#[track_caller]
fn assert_keeps_the_key_to_itself(server: &WebServer) {
    let log = server.log();
    assert!(log.contains("/api/portal/policies"), "the log was looked at: {log}");
    assert!(!log.contains(SAMPLE_KEY), "{log}");
}

#[test]
fn a_page_and_a_dashboard_of_one_origin_need_the_key_alone() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let site = Site::new("", r#"{"address": "/"}"#);
    for program in WebServer::ALL {
        let dashboard = Server::start();
        // A dashboard that has never heard of other origins, which the local one refuses.
        let way = Recorder::letting_in("http://nobody.test", &dashboard.origin);
        let server = start(program, Setup::SameOrigin, site.root.path(), &way.origin);
        let origin = format!("http://{}", server.host);
        let page = Page::open(&origin);
        assert_eq!(page.value_of("#connection-address"), origin, "{program:?}");
        page.type_into("#connection-key", SAMPLE_KEY);
        send_a_policy(&page, &dashboard);
        assert_eq!(page.browser.origins_called(), BTreeSet::from([origin]), "{program:?}");
        for call in way.take() {
            assert_eq!((call.header("authorization"), call.header("cookie")), (Some(SAMPLE_KEY), None), "{call:?}");
        }
        assert_keeps_the_key_to_itself(&server);
    }
}

#[test]
fn a_page_below_a_path_calls_a_dashboard_of_another_origin_through_the_printed_configuration() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let site = Site::new("tools/policies", "{}");
    for program in WebServer::ALL {
        let dashboard = Server::start();
        let way = Recorder::letting_in("http://nobody.test", &dashboard.origin);
        let server = start(program, Setup::Static, site.root.path(), "");
        let origin = format!("http://{}", server.host);
        let printed = configuration(program, Meeting::AllowOrigin, &origin, &Address::new(&way.origin), None);
        let front = WebServer::start(program, &printed);
        // Without the slash at its end it is led to the page, too.
        let page = Page::open(&format!("{origin}/tools/policies"));
        let address = format!("http://{}", front.host);
        connect(&page, &address, SAMPLE_KEY);
        send_a_policy(&page, &dashboard);
        assert_eq!(page.browser.origins_called(), BTreeSet::from([origin, address]), "{program:?}");
    }
}

#[test]
fn a_page_that_was_visited_opens_when_its_server_is_gone() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let site = Site::new("tools/policies", "{}");
    for program in WebServer::ALL {
        let server = start(program, Setup::Static, site.root.path(), "");
        let address = format!("http://{}/tools/policies/", server.host);
        let page = Page::open(&address);
        page.run("return navigator.serviceWorker.ready.then(() => true)", &[]);
        drop(server);
        page.open_again(&address);
        page.type_into("#field-name", "Written offline");
        assert!(page.code("curl").contains("Written offline"), "{program:?}");
    }
}

//! A dashboard that the page reaches through its own server: `tyk-policy serve --dashboard`, or nginx as the page says it.

use std::collections::BTreeSet;
use std::fs;

use tyk_policy::doctor::proxy;
use tyk_policy::request::Address;

use crate::copying::allow_clipboard;
use crate::harness::{Page, Recorder, SAMPLE_KEY, Server, StaticSite, WebServer, path_named, wait_for};
use crate::leak::places::{INPUT, assert_only_in};
use crate::steps::{add_api, choose_api, connect, send_and_read_id};

const NAME: &str = r#"Bob's "plan" \d+ $HOME é 計画 😀"#;

/// Tests the connection, chooses an API, sends, updates, lists, opens and deletes; and holds that what the dashboard was
/// sent is what the page showed.
#[track_caller]
fn visit(page: &Page, recorder: &Recorder) {
    page.click("#connection-test");
    page.wait_for_text("#outcome", "The connection works.");
    choose_api(page, "Orders");
    page.paste_into("#field-name", NAME);
    page.click("#tab-json");
    recorder.take();
    let shown = page.code("json");
    let id = send_and_read_id(page);
    let sent = recorder.take_post();
    assert_eq!((sent.path(), sent.text()), ("/api/portal/policies", shown.as_str()));
    assert_eq!(sent.header("authorization"), Some(SAMPLE_KEY));
    assert_eq!(sent.header("content-type"), Some("application/json"));

    page.type_into("#field-name", "Changed");
    page.click("#send");
    page.wait_for_text("#comparing", "1 field is changed by this update.");
    let shown = page.code("json");
    page.click("#update-confirm");
    page.wait_for_text("#outcome", "The policy is updated.");
    let calls = recorder.take();
    let puts: Vec<_> = calls.iter().filter(|call| call.method() == "PUT").collect();
    assert_eq!(puts.len(), 1, "{calls:?}");
    assert_eq!((puts[0].path(), puts[0].text()), (format!("/api/portal/policies/{id}").as_str(), shown.as_str()));

    page.click("#dashboard");
    page.click_button("Open Changed");
    page.wait_for_text("main [role='status']", "Opened from");
    assert_eq!(page.value_of("#field-name"), "Changed");
    page.click("#dashboard");
    page.click_button("Delete Changed");
    page.type_into("input[id^='delete-']", "Changed");
    page.click_button("Delete this policy");
    page.wait_for_text("main [role='status']", "is deleted on the dashboard.");
    page.click("#talk-close");
}

#[test]
fn a_page_from_the_relay_knows_its_address_and_not_the_key() {
    let dashboard = Server::start();
    let relay = Server::relay_to(&dashboard.origin);
    let page = Page::open(&relay.page());
    assert_eq!(page.value_of("#connection-address"), relay.origin);
    assert_eq!(page.value_of("#connection-key"), "");
    let says = format!("This page's own server passes calls on to {}.", dashboard.origin);
    page.wait_for_text("[aria-labelledby='send-heading']", &says);
    assert!(!page.is_there("meta[name='local-dashboard']"));
}

#[test]
fn everything_works_through_the_relay_and_nothing_stays_there() {
    let dashboard = Server::start();
    let recorder = Recorder::in_front_of(&dashboard.origin);
    let relay = Server::relay_to(&recorder.origin);
    let page = Page::open(&relay.page());
    allow_clipboard(&page, "granted");
    page.type_into("#connection-key", SAMPLE_KEY);
    visit(&page, &recorder);
    assert!(dashboard.policies().is_empty());
    // Nor does anything stay in the page, and nobody else was called.
    assert_only_in(&page, SAMPLE_KEY, &[INPUT]);
    let console = page.browser.console();
    assert!(console.iter().all(|(level, line)| level != "SEVERE" && !line.contains(SAMPLE_KEY)), "{console:#?}");
    assert_eq!(page.browser.origins_called(), BTreeSet::from([relay.origin.clone()]));
    let (said, files) = relay.end();
    let kept: Vec<_> = files.into_iter().filter(|(_, content)| !content.is_empty()).collect();
    assert_eq!((said.as_str(), kept), ("", Vec::new()));
}

#[test]
fn a_relay_that_has_stopped_is_named_as_the_cause() {
    let dashboard = Server::start();
    let mut relay = Server::relay_to(&dashboard.origin);
    let page = Page::open(&relay.page());
    page.type_into("#connection-key", SAMPLE_KEY);
    add_api(&page, "orders");
    page.click("#connection-test");
    page.wait_for_text("#outcome", "The connection works.");
    relay.kill();
    for button in ["#connection-test", "#send"] {
        page.click(button);
        page.wait_for_text("#doctor", "The cause\nThe server that this page came from no longer answers.");
        page.wait_for_text("#doctor", "Start it again where it ran, such as `tyk-policy serve`");
    }
    relay.start_again();
    page.click("#send");
    page.wait_for_text("#outcome", "The policy is stored.");
    assert_eq!(dashboard.policies().len(), 1);
}

#[test]
fn a_dashboard_that_has_stopped_behind_the_relay_is_said_in_the_relays_words() {
    let mut dashboard = Server::start();
    let relay = Server::relay_to(&dashboard.origin);
    let page = Page::open(&relay.page());
    page.type_into("#connection-key", SAMPLE_KEY);
    add_api(&page, "orders");
    dashboard.kill();
    let says = format!(
        "No answer came from the dashboard (502): “Nothing listens at {}: check its port, and whether the dashboard runs.”",
        dashboard.origin
    );
    for button in ["#connection-test", "#send"] {
        page.click(button);
        page.wait_for_text("#outcome", &says);
    }
    dashboard.start_again();
    page.click("#send");
    page.wait_for_text("#outcome", "The policy is stored.");
}

/// A dashboard that lets no page in of these tests, and answers all the same, as Tyk's does.
fn deaf(dashboard: &Server) -> Recorder {
    Recorder::letting_in("http://somebody-else.example", &dashboard.origin)
}

/// The configuration that the page prints for nginx and this dashboard, which lets no page in.
#[track_caller]
fn printed(site: &StaticSite, dashboard: &Recorder, setup: &str) -> String {
    let page = Page::open(&site.page);
    connect(&page, &dashboard.origin, SAMPLE_KEY);
    page.click("#connection-test");
    page.wait_for_text("#doctor", "Tyk's Dashboard lets no page of another origin call it.");
    let text = page.run("return document.querySelector(arguments[0]).textContent", &[setup]);
    text.as_str().expect("a text").to_owned()
}

#[test]
fn for_each_web_server_and_each_way_the_page_prints_what_the_model_writes() {
    let dashboard = Server::start();
    let recorder = deaf(&dashboard);
    let site = StaticSite::below("/");
    let page = Page::open(&site.page);
    connect(&page, &recorder.origin, SAMPLE_KEY);
    page.click("#connection-test");
    page.wait_until_there("#doctor");
    page.run("document.querySelectorAll('#doctor details').forEach(each => { each.open = true; })", &[]);
    for (setup, name) in proxy::Setup::ALL.into_iter().zip(["same-origin", "allow-origin"]) {
        for (index, server) in proxy::Server::ALL.into_iter().enumerate() {
            page.click(&format!("label[for='{name}-{index}']"));
            let written = proxy::configuration(server, setup, &site.origin, &Address::new(&recorder.origin), None);
            wait_for(&format!("{server:?} {setup:?}"), || {
                let shown = page.run("return document.getElementById(arguments[0]).textContent", &[name]);
                if shown.as_str() == Some(written.as_str()) {
                    Ok(())
                } else {
                    Err(format!("{shown} and not {written}"))
                }
            });
            page.wait_for_text("#doctor", server.place());
        }
    }
}

#[test]
fn everything_works_through_the_nginx_that_the_page_prints_for_both() {
    let mut dashboard = Server::start();
    let recorder = deaf(&dashboard);
    let text = printed(&StaticSite::below("/"), &recorder, "#same-origin");
    let folder = fs::canonicalize(path_named("POLICY_BUILDER_DIST")).expect("the page is built");
    let front =
        WebServer::start(proxy::Server::Nginx, &text.replace("/srv/policy-builder", &folder.display().to_string()));
    let origin = format!("http://{}", front.host);
    let page = Page::open(&format!("{origin}/"));
    connect(&page, &origin, SAMPLE_KEY);
    visit(&page, &recorder);
    assert!(dashboard.policies().is_empty());

    dashboard.kill();
    page.click("#connection-test");
    page.wait_for_text("#outcome", "A proxy on the way got no answer from the dashboard (502).");
}

#[test]
fn everything_works_through_the_nginx_that_the_page_prints_to_be_let_in() {
    let dashboard = Server::start();
    let recorder = deaf(&dashboard);
    let site = StaticSite::below("/");
    let front = WebServer::start(proxy::Server::Nginx, &printed(&site, &recorder, "#allow-origin"));
    let page = Page::open(&site.page);
    connect(&page, &format!("http://{}", front.host), SAMPLE_KEY);
    visit(&page, &recorder);
    assert!(dashboard.policies().is_empty());
}

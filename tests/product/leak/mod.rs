//! The API key is in the memory of the page, in its own input, and in the calls that its owner asks for, and nowhere else.

pub mod places;
mod visit;

use serde_json::json;

use places::{INPUT, KEPT, assert_only_in};
use visit::{KEY, Visit};

#[test]
fn after_a_whole_visit_the_key_is_in_its_input_and_nowhere_else() {
    let visit = Visit::begin();
    visit.try_the_connection();
    visit.send_and_update();
    visit.list_search_open_and_delete();
    let refusing = visit.be_refused();
    let shut = visit.be_shut_out();
    visit.save_the_connection_and_look_back();
    visit.save_the_work_share_and_download();
    visit.copy_reveal_and_hide();
    visit.end(&[&refusing, &shut], None);
}

#[test]
fn a_key_that_is_kept_for_the_tab_is_in_its_storage_until_it_is_not_to_be_kept_any_longer() {
    let visit = Visit::begin();
    visit.keep_the_key_for_a_while();
    visit.page.click("#connection-keep");
    visit.page.command("/refresh", &json!({})).expect("the page loads again");
    visit.page.wait_until_there("#send");
    assert_only_in(&visit.page, KEY, &[INPUT, KEPT]);
    visit.page.click("#connection-keep");
    visit.try_the_connection();
    visit.page.click("#connection-keep");
    visit.go_to_another_address("http://127.0.0.1:1");
    visit.end(&[], Some("Session Storage"));
}

#[test]
fn a_key_that_is_not_kept_is_gone_after_a_reload() {
    let visit = Visit::begin();
    visit.assert_only_in_its_input();
    visit.page.command("/refresh", &json!({})).expect("the page loads again");
    visit.page.wait_until_there("#send");
    assert_only_in(&visit.page, KEY, &[]);
}

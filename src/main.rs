//! Starts the page.

use leptos::prelude::*;
use policy_builder::{browser, page};

fn main() {
    console_error_panic_hook::set_once();
    if let Some(place) = browser::element_by_id("app") {
        place.set_inner_html("");
        mount_to(place, page).forget();
    }
}

//! Starts the page.

use leptos::prelude::*;
use policy_builder::{browser, page};

/// The page's allocator: a third of the size of the standard one for this target.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    // After a panic nothing on the page works though it still shows: say so, and leave the message in the console.
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        browser::reveal("crash");
    }));
    if let Some(place) = browser::element_by_id("app") {
        place.set_inner_html("");
        mount_to(place, page).forget();
    }
}

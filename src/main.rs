//! Starts the page.

use leptos::prelude::*;
use policy_builder::{browser, page};

/// The page's allocator: a third of the size of the standard one for this target.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    if let Some(place) = browser::element_by_id("app") {
        place.set_inner_html("");
        mount_to(place, page).forget();
    }
}

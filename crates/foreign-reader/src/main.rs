//! The readers of curl commands and YAML, apart from the page, which loads them only when a text is no JSON: most visits
//! never do, and the readers weigh a fifth of what the page weighs without them.

use tyk_policy::read::Foreign;
use wasm_bindgen::prelude::wasm_bindgen;

/// The same small allocator as the page's.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Takes a text apart; [`Foreign::from_json`] reads the answer.
#[wasm_bindgen]
#[must_use]
pub fn take_apart(text: &str) -> String {
    Foreign::take_apart(text).to_json()
}

/// Nothing to do at the start: the page calls.
fn main() {}

//! What needs a document: wiring, focus and ARIA of the page, in a real browser.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "web/controls.rs"]
mod controls;
#[path = "web/effect.rs"]
mod effect;
#[path = "web/fields.rs"]
mod fields;
#[path = "web/form.rs"]
mod form;
#[path = "web/lists.rs"]
mod lists;
#[path = "web/mounted.rs"]
mod mounted;
#[path = "web/window.rs"]
mod window;
#[path = "web/workbench.rs"]
mod workbench;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

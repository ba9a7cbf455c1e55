//! Measures on this machine, a JSON object a line; compiled for the browser, what a page calls to measure there.

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

/// Nothing happens until the page calls.
#[cfg(target_arch = "wasm32")]
fn main() {}

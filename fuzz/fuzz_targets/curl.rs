//! Any text as the arguments of a curl command: reading and checking stop at nothing.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tyk_policy::context::Context;
use tyk_policy::{check, read};

const HEAD: &str = "curl -X POST ";

fuzz_target!(|text: &str| {
    let _ = check::reading(&read::text(&[HEAD, text].concat()), &Context::default());
});

//! Any bytes, as they stand in a file: reading and checking stop at nothing.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tyk_policy::context::Context;
use tyk_policy::{check, read};

fuzz_target!(|bytes: &[u8]| {
    let _ = check::reading(&read::bytes(bytes), &Context::default());
});

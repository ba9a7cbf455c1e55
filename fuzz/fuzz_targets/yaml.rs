//! Any text as the spec of an operator's resource: reading and checking stop at nothing.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tyk_policy::context::Context;
use tyk_policy::{check, read};

const HEAD: &str = "apiVersion: tyk.tyk.io/v1alpha1\nkind: SecurityPolicy\nspec:\n";

fuzz_target!(|text: &str| {
    let _ = check::reading(&read::text(&[HEAD, text].concat()), &Context::default());
});

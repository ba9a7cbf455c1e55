//! Any text: reading and checking stop at nothing, a policy in it is the same after it was written and read again, and
//! it is built exactly where no error is reported.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tyk_policy::check::{self, Severity};
use tyk_policy::context::Context;
use tyk_policy::draft::{Draft, Json};
use tyk_policy::write::{self, Layout};
use tyk_policy::{policy, read};

fuzz_target!(|text: &str| {
    let reading = read::text(text);
    let _ = check::reading(&reading, &Context::default());
    for found in &reading.policies {
        for layout in [Layout::Indented, Layout::Flush] {
            let written = write::draft(&found.draft, layout);
            let Ok(Json::Object(object)) = read::json(&written) else { panic!("no object: {written}") };
            assert_eq!(Draft::from_object(object), found.draft, "{written}");
        }
        let errors = check::draft(&found.draft, &Context::default()).count(Severity::Error);
        assert_eq!(policy::build(&found.draft, &Context::default()).is_ok(), errors == 0, "{text}");
    }
});

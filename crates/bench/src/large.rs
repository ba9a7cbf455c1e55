//! A policy with two thousand APIs: opened as a whole, and edited in one place.

use std::hint::black_box;

use tyk_policy::catalogue::{API_NAME, RATE, SectionName};
use tyk_policy::check::{self, Surroundings};
use tyk_policy::context::Context;
use tyk_policy::draft::{Draft, Json};
use tyk_policy::write::{self, Layout};
use tyk_policy::{draft::Entry, read};

use crate::Measure;
use crate::generate::large_policy;
use crate::timing::{Clock, microseconds};

/// How many APIs it has.
const APIS: usize = 2_000;

/// Reads, checks and writes the large policy; then checks again only what a change in it asks for, as the page does.
#[must_use]
pub fn large(clock: Clock) -> Vec<Measure> {
    let text = large_policy(APIS);
    let whole = microseconds(clock, || open_and_write(black_box(&text)));
    let mut measures = vec![Measure { name: "large", microseconds: whole }];
    if let Some(found) = read::text(&text).policies.into_iter().next() {
        measures.extend(recheck(clock, found.draft));
    }
    measures
}

fn open_and_write(text: &str) {
    let reading = read::text(text);
    black_box(check::reading(&reading, &Context::default()));
    for found in &reading.policies {
        black_box(write::draft(&found.draft, Layout::Indented));
    }
}

fn recheck(clock: Clock, mut draft: Draft) -> Vec<Measure> {
    let surroundings = Surroundings::of_draft(&draft);
    let mut measures = Vec::new();
    let mut keys = 0;
    if let Some(entry) = draft.access.entries.get_mut(APIS / 2) {
        let time = microseconds(clock, || {
            keys += 1;
            recheck_entry(entry, keys, surroundings);
        });
        measures.push(Measure { name: "recheck an API", microseconds: time });
    }
    let time = microseconds(clock, || {
        keys += 1;
        draft.set(&RATE, Json::from(keys));
        black_box(check::section(draft.section(SectionName::Limits), surroundings, &Context::default()));
    });
    measures.push(Measure { name: "recheck the rate", microseconds: time });
    measures
}

fn recheck_entry(entry: &mut Entry, keys: i64, surroundings: Surroundings) {
    entry.set(&API_NAME, Json::from(format!("Orders {keys}")));
    black_box(check::entry(entry, surroundings, &Context::default()));
}

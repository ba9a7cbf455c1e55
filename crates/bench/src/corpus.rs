//! Policies as people write them: each file is read and checked.

use std::hint::black_box;

use serde_json::{Value, json};
use tyk_policy::context::Context;
use tyk_policy::{check, read};

use crate::timing::{Clock, microseconds};
use crate::{Measure, median};

/// A file and how long one policy of it takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Timed {
    /// Where in the file its policies stand, as JSON pointers.
    pub policies: Vec<String>,
    /// How long reading and checking takes for each policy, in microseconds.
    pub microseconds: f64,
}

impl Timed {
    /// The file as the JSON object that programs exchange.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({ "policies": self.policies, "microseconds": self.microseconds })
    }
}

/// Reads and checks each text; gives the median over the texts, and each on its own.
#[must_use]
pub fn corpus<'a>(clock: Clock, texts: impl IntoIterator<Item = &'a str>) -> (Measure, Vec<Timed>) {
    let timed: Vec<_> = texts.into_iter().map(|text| time(clock, text)).collect();
    let microseconds = median(timed.iter().map(|timed| timed.microseconds).collect());
    (Measure { name: "corpus", microseconds }, timed)
}

fn time(clock: Clock, text: &str) -> Timed {
    let policies: Vec<_> = read::text(text).policies.iter().map(|found| found.path.to_string()).collect();
    let whole = microseconds(clock, || {
        black_box(check::reading(&read::text(black_box(text)), &Context::default()));
    });
    // A text without any policy counts as one: it was read all the same.
    let count = u32::try_from(policies.len().max(1)).unwrap_or(u32::MAX);
    Timed { policies, microseconds: whole / f64::from(count) }
}

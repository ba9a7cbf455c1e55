//! What is measured, as plain functions that this machine and a browser run alike.

mod corpus;
mod effect;
mod generate;
mod large;
mod timing;

pub use corpus::{Timed, corpus};
pub use effect::effect;
pub use generate::{large_policy, many_policies};
pub use large::large;
pub use timing::{Clock, median};

use serde_json::{Value, json};

/// One measure of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// What was measured.
    pub name: &'static str,
    /// How long it takes, in microseconds.
    pub microseconds: f64,
}

impl Measure {
    /// The measure as the JSON object that programs exchange.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({ "measure": self.name, "microseconds": self.microseconds })
    }
}

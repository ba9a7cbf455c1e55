//! A policy that makes sense: strict types, built from a draft in which no error was found.

mod build;

pub use build::build;

use crate::draft::State;

/// The part of a policy that the checks of today understand in full.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// The name, not blank.
    pub name: String,
    /// The id that keys refer to, if the policy brings its own.
    pub id: Option<String>,
    /// The access state, where the three fields agree on one.
    pub state: Option<State>,
    /// The APIs by id, in the order in which they were written.
    pub access_rights: Vec<AccessRight>,
    /// The rate limit.
    pub rate: Limit<f64>,
    /// The quota.
    pub quota: Limit<i64>,
    /// How long a key lives, in seconds; nothing if for ever.
    pub key_expires_in: Option<i64>,
    /// The tags.
    pub tags: Vec<String>,
}

/// A number of requests in a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit<N> {
    /// No number above 0: nothing is limited.
    Unlimited,
    /// At most `requests` in `seconds`; for a quota, 0 seconds mean that it never renews.
    Requests {
        /// How many.
        requests: N,
        /// In how long.
        seconds: N,
    },
}

/// The right to call one API.
#[derive(Clone, Debug, PartialEq)]
pub struct AccessRight {
    /// The key in the map.
    pub api_id: String,
    /// The label.
    pub api_name: String,
    /// The versions.
    pub versions: Vec<String>,
    /// The allowed paths and methods; empty if everything is allowed.
    pub allowed_urls: Vec<AllowedUrl>,
}

/// One allowed path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowedUrl {
    /// The pattern.
    pub url: String,
    /// The methods.
    pub methods: Vec<String>,
}

//! Limits: of a policy, or of one API in it.

/// A number of requests in a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit<N> {
    /// Absent, `null` or 0: nothing is limited, and in a merge another policy's limit counts.
    NotSet,
    /// Below 0: nothing is limited, and in a merge this wins.
    Unlimited,
    /// At most `requests` in `seconds`; for a quota, 0 seconds mean that it never renews.
    Requests {
        /// How many.
        requests: N,
        /// In how long.
        seconds: N,
    },
}

/// How deep a GraphQL query may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Absent, `null` or 0: no limit, unless rights of single fields exist.
    NotSet,
    /// Below 0: no limit.
    Unlimited,
    /// So many levels.
    Levels(i64),
}

/// Waiting and trying again instead of an answer 429 at once (policy-model.md section 6.3).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Throttle {
    /// Seconds between two tries; 0 or below: at once.
    pub interval: f64,
    /// How many tries, above 0.
    pub retry_limit: i64,
}

/// An allowance that rises and falls with the traffic (policy-model.md section 7b). All four numbers are above 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Smoothing {
    /// Where it starts, in requests in a period of the rate.
    pub threshold: i64,
    /// How near to the allowance the traffic must come, as a part of a step.
    pub trigger: f64,
    /// How much it changes at once, in requests.
    pub step: i64,
    /// Seconds between two changes.
    pub delay: i64,
}

/// What a key may use up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Requests in a short period; beyond it 429.
    pub rate: Limit<f64>,
    /// Only where it is in force.
    pub throttle: Option<Throttle>,
    /// Only where it is switched on and whole.
    pub smoothing: Option<Smoothing>,
    /// Requests in a long period; beyond it 403.
    pub quota: Limit<i64>,
    /// GraphQL.
    pub depth: Depth,
}

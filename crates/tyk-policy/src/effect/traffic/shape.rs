//! Usual shapes of traffic.

use super::{Stretch, Traffic, TrafficFault};

/// A ramp changes its pace so many times.
const RAMP_STEPS: u64 = 60;
/// More bursts than these are not drawn apart.
const MOST_BURSTS: u64 = 10_000;

impl Traffic {
    /// So many requests a second for `length` milliseconds.
    ///
    /// # Errors
    /// There is too much of it.
    pub fn steady(per_second: u32, length: u64) -> Result<Self, TrafficFault> {
        Self::new(vec![Stretch { from: 0, requests: per_second, seconds: 1 }], length)
    }

    /// `calm` requests a second, and `peak` in bursts of `lasts` milliseconds, one at the start of each `every` milliseconds.
    ///
    /// # Errors
    /// There is too much of it.
    pub fn bursts(calm: u32, peak: u32, every: u64, lasts: u64, length: u64) -> Result<Self, TrafficFault> {
        let every = every.max(1).max(length / MOST_BURSTS);
        let lasts = lasts.min(every);
        let mut stretches = Vec::new();
        for burst in 0..length.div_ceil(every) {
            let from = burst * every;
            stretches.push(Stretch { from, requests: peak, seconds: 1 });
            stretches.push(Stretch { from: from + lasts, requests: calm, seconds: 1 });
        }
        Self::new(stretches, length)
    }

    /// From `first` to `last` requests a second over `length` milliseconds, in sixty steps at most.
    ///
    /// # Errors
    /// There is too much of it.
    pub fn ramp(first: u32, last: u32, length: u64) -> Result<Self, TrafficFault> {
        let steps = RAMP_STEPS.min(u64::from(first.abs_diff(last)) + 1).max(2);
        let pace = |step: u64| {
            let part = |of: u32, share: u64| u64::from(of) * share;
            let requests = (part(first, steps - 1 - step) + part(last, step)) / (steps - 1);
            u32::try_from(requests).unwrap_or(u32::MAX)
        };
        let stretch = |step| Stretch { from: length.saturating_mul(step) / steps, requests: pace(step), seconds: 1 };
        Self::new((0..steps).map(stretch).collect(), length)
    }
}

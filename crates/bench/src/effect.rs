//! What a policy will really do: of the large policy, and of a day of traffic.

use std::hint::black_box;

use tyk_policy::check;
use tyk_policy::context::Context;
use tyk_policy::effect::traffic::{Counting, Limiter, Traffic, Window, simulate};
use tyk_policy::effect::{self, Checked, Quota, Rate};
use tyk_policy::policy::Smoothing;
use tyk_policy::read;

use crate::Measure;
use crate::generate::large_policy;
use crate::timing::{Clock, microseconds};

/// A day, in milliseconds.
const DAY: u64 = 86_400_000;

/// The effect of a policy with two thousand APIs, with its paragraph; and a day of 1,000 requests a second, once steady
/// against a quota, and once in bursts, which have to be counted one by one where the log still holds another pace.
#[must_use]
pub fn effect(clock: Clock) -> Vec<Measure> {
    let mut measures = Vec::new();
    let context = Context::default();
    if let Some(found) = read::text(&large_policy(2_000)).policies.into_iter().next() {
        let report = check::draft(&found.draft, &context);
        let checked = Checked { draft: &found.draft, report: &report };
        let time = microseconds(clock, || {
            black_box(effect::effect(&[black_box(checked)], &context).words());
        });
        measures.push(Measure { name: "effect", microseconds: time });
    }
    let rate = Some(Rate { requests: 50_000.0, seconds: 60.0 });
    let quota = Some(Quota { requests: 10_000_000, seconds: Some(21_600) });
    let steady = Counting { rate, quota, ..Counting::none(Limiter::FixedWindow) };
    let smoothing = Some(Smoothing { threshold: 10_000, trigger: 0.5, step: 5_000, delay: 30 });
    let smoothed = Counting { rate, quota, smoothing, ..Counting::none(Limiter::SlidingLog) };
    let days = [
        ("a day of traffic", Traffic::steady(1_000, DAY), steady),
        ("a day of bursts", Traffic::bursts(500, 1_500, 60_000, 30_000, DAY), smoothed),
    ];
    for (name, traffic, counting) in days {
        let Ok(traffic) = traffic else { continue };
        let window = Window { from: 0, to: DAY, buckets: 1_000 };
        let time = microseconds(clock, || {
            black_box(simulate(black_box(&traffic), &counting, window).is_ok());
        });
        measures.push(Measure { name, microseconds: time });
    }
    measures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_traffic_has_86_million_requests() {
        for traffic in [Traffic::steady(1_000, DAY), Traffic::bursts(500, 1_500, 60_000, 30_000, DAY)] {
            assert_eq!(traffic.map(|traffic| traffic.requests()), Ok(86_400_000));
        }
    }
}

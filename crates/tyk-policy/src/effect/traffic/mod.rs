//! What becomes of traffic at one counter: what passes, waits, and is refused by the rate or the quota (policy-model.md
//! sections 6, 7 and 7b).
//!
//! [`simulate`] walks over the requests of a [`Traffic`]; where the limiter does the same to many in a row, it counts them at
//! once. Times are whole microseconds inside and whole milliseconds outside; nothing is rounded where it counts.
//!
//! ```
//! use tyk_policy::effect::traffic::{Counting, Limiter, Stretch, Traffic, Window, simulate};
//! use tyk_policy::effect::{Quota, Rate};
//!
//! let traffic = Traffic::new(vec![Stretch { from: 0, requests: 20, seconds: 1 }], 60_000)?;
//! let rate = Some(Rate { requests: 10.0, seconds: 1.0 });
//! let quota = Some(Quota { requests: 100, seconds: Some(3_600) });
//! let counting = Counting { rate, quota, ..Counting::none(Limiter::FixedWindow) };
//! let timeline = simulate(&traffic, &counting, Window { from: 0, to: 60_000, buckets: 60 })?;
//! assert_eq!((timeline.totals.asked, timeline.totals.passed), (1_200, 100));
//! assert_eq!((timeline.totals.by_rate, timeline.totals.by_quota), (600, 500));
//! # Ok::<(), tyk_policy::effect::traffic::TrafficFault>(())
//! ```

mod arrivals;
mod counting;
mod cursor;
mod fault;
mod limiter;
mod run;
mod shape;
mod smoothed;
mod timeline;
mod waiting;

pub use arrivals::{Stretch, Traffic};
pub use counting::{Counting, Limiter};
pub use fault::TrafficFault;
pub use timeline::{Change, Counts, Moved, Timeline, Window};

/// Simulates the traffic from its start to its end, and draws the window of it.
///
/// # Errors
/// There is too much to be waited for: the fault says how much would do.
pub fn simulate(traffic: &Traffic, counting: &Counting, window: Window) -> Result<Timeline, TrafficFault> {
    match counting.waiting() {
        Some(throttle) => waiting::run(traffic, counting, throttle, window),
        None => Ok(run::run(traffic, counting, window)),
    }
}

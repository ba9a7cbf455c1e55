//! Rate limit smoothing, with the numbers of policy-model.md section 7b.1.

use tyk_policy::effect::Rate;
use tyk_policy::effect::traffic::{Change, Counting, Limiter, Moved, Stretch, Timeline, Traffic, Window, simulate};
use tyk_policy::policy::Smoothing;

use crate::naive;

/// The worked run: one request every 0.5 s from 0 to 30 s, then one every 5 s from 35 to 120 s.
fn worked_run(window: Window) -> (Traffic, Counting, Window) {
    let stretches = vec![
        Stretch { from: 0, requests: 2, seconds: 1 },
        Stretch { from: 30_001, requests: 0, seconds: 1 },
        Stretch { from: 35_000, requests: 1, seconds: 5 },
    ];
    let traffic = Traffic::new(stretches, 120_001).expect("it is short");
    let counting = Counting {
        rate: Some(Rate { requests: 20.0, seconds: 10.0 }),
        smoothing: Some(Smoothing { threshold: 5, trigger: 0.5, step: 5, delay: 5 }),
        ..Counting::none(Limiter::SlidingLog)
    };
    (traffic, counting, window)
}

fn drawn(window: Window) -> Timeline {
    let (traffic, counting, window) = worked_run(window);
    simulate(&traffic, &counting, window).expect("nothing waits")
}

const WHOLE: Window = Window { from: 0, to: 120_001, buckets: 1 };

#[test]
fn the_worked_run_moves_the_allowance_as_the_table_says() {
    let moves = [
        (0, 0, Moved::Start, 5),
        (5_500, 11, Moved::Up, 10),
        (11_000, 19, Moved::Up, 15),
        (16_500, 19, Moved::Up, 20),
        (35_000, 10, Moved::Down, 15),
        (45_000, 1, Moved::Down, 10),
        (55_000, 1, Moved::Down, 5),
    ];
    let expected = moves.map(|(at, found, how, allowance)| Change { at, found, how, allowance });
    assert_eq!(drawn(WHOLE).changes, expected);
}

#[test]
fn the_worked_run_refuses_the_28_requests_from_2_5_to_16_seconds_and_no_other() {
    let run = drawn(WHOLE);
    assert_eq!((run.totals.asked, run.totals.by_rate, run.totals.passed), (79, 28, 51));
    // A bucket for each half second, so that each holds one request at most.
    let run = drawn(Window { from: 0, to: 120_000, buckets: 240 });
    let refused: Vec<_> = run.buckets.iter().enumerate().filter(|(_, bucket)| bucket.by_rate > 0).collect();
    assert_eq!(refused.iter().map(|(place, _)| *place).collect::<Vec<_>>(), (5..=32).collect::<Vec<_>>());
    assert!(run.buckets.iter().all(|bucket| bucket.asked <= 1));
}

#[test]
fn the_worked_run_is_the_same_one_by_one() {
    for window in [WHOLE, Window { from: 10_000, to: 60_000, buckets: 7 }] {
        let (traffic, counting, window) = worked_run(window);
        assert_eq!(simulate(&traffic, &counting, window), Ok(naive::simulate(&traffic, &counting, window)));
    }
}

/// The allowance behind a single look at a log that holds `count` requests.
fn looked(current: i64, count: u32, threshold: i64, max: f64) -> i64 {
    // The first request sets the allowance to its start. The log is long enough to hold all, and looked at again when the
    // delay is over.
    let stretches = vec![
        Stretch { from: 0, requests: 1, seconds: 1 },
        Stretch { from: 1, requests: 0, seconds: 1 },
        Stretch { from: 500_000, requests: count, seconds: 1 },
        Stretch { from: 501_000, requests: 0, seconds: 1 },
        Stretch { from: 502_000, requests: 1, seconds: 1 },
    ];
    let traffic = Traffic::new(stretches, 502_001).expect("it is short");
    let counting = Counting {
        rate: Some(Rate { requests: max, seconds: 100.0 }),
        smoothing: Some(Smoothing { threshold: current.max(threshold), trigger: 0.5, step: 10, delay: 501 }),
        ..Counting::none(Limiter::SlidingLog)
    };
    let window = Window { from: 0, to: 502_001, buckets: 1 };
    simulate(&traffic, &counting, window).expect("nothing waits").changes.last().expect("it starts").allowance
}

#[test]
fn the_allowance_rises_from_the_numbers_of_the_gateways_own_tests() {
    assert_eq!(looked(50, 45, 1, 100.0), 60);
    assert_eq!(looked(95, 90, 1, 100.0), 100, "not above the rate");
    assert_eq!(looked(50, 30, 1, 100.0), 50);
}

/// Traffic that lifts the allowance by steps of 10 to `high`, then lets `count` requests be found by the next look.
fn fallen(high: i64, threshold: i64, count: u32) -> i64 {
    let climbs = u64::try_from((high - threshold + 9) / 10).expect("it rises");
    let mut stretches = Vec::new();
    for climb in 0..=climbs {
        stretches.push(Stretch { from: climb * 2_000, requests: 200, seconds: 1 });
    }
    let quiet = climbs * 2_000 + 1_500;
    stretches.push(Stretch { from: quiet, requests: 0, seconds: 1 });
    // The log is empty by now.
    stretches.push(Stretch { from: quiet + 200_000, requests: count, seconds: 1 });
    stretches.push(Stretch { from: quiet + 201_000, requests: 0, seconds: 1 });
    stretches.push(Stretch { from: quiet + 202_000, requests: 1, seconds: 1 });
    let traffic = Traffic::new(stretches, quiet + 202_001).expect("it is short");
    let smoothing = Smoothing { threshold, trigger: 0.5, step: 10, delay: 1 };
    let rate = Some(Rate { requests: f64::from(i32::try_from(high).expect("small")), seconds: 100.0 });
    let counting = Counting { rate, smoothing: Some(smoothing), ..Counting::none(Limiter::SlidingLog) };
    let window = Window { from: quiet + 202_000, to: quiet + 202_001, buckets: 1 };
    let run = simulate(&traffic, &counting, window).expect("nothing waits");
    run.changes.last().expect("it starts").allowance
}

#[test]
fn the_allowance_falls_by_a_step_and_never_below_the_threshold() {
    // The first of the new requests finds none and already lets it fall; each later one follows after the delay.
    assert!(fallen(50, 40, 1) == 40, "by the whole way to the threshold");
    assert_eq!(fallen(20, 15, 5), 15);
}

#[test]
fn a_threshold_above_the_rate_is_pulled_down_to_the_rate_by_the_first_rise() {
    let traffic = Traffic::steady(10, 10_000).expect("it is short");
    let counting = Counting {
        rate: Some(Rate { requests: 5.0, seconds: 1.0 }),
        smoothing: Some(Smoothing { threshold: 8, trigger: 1.0, step: 4, delay: 1 }),
        ..Counting::none(Limiter::SlidingLog)
    };
    let run = simulate(&traffic, &counting, Window { from: 0, to: 10_000, buckets: 1 }).expect("nothing waits");
    assert_eq!(run.changes.iter().map(|change| change.allowance).collect::<Vec<_>>(), [8, 5]);
    assert_eq!(run.changes[1].how, Moved::Up);
}

#[test]
fn only_limiters_that_keep_a_log_smooth() {
    let traffic = Traffic::steady(10, 5_000).expect("it is short");
    for limiter in Limiter::ALL {
        let counting = Counting {
            rate: Some(Rate { requests: 5.0, seconds: 1.0 }),
            smoothing: Some(Smoothing { threshold: 2, trigger: 0.5, step: 1, delay: 1 }),
            ..Counting::none(limiter)
        };
        let run = simulate(&traffic, &counting, Window { from: 0, to: 5_000, buckets: 1 }).expect("nothing waits");
        assert_eq!(!run.changes.is_empty(), limiter.can_smooth(), "{}", limiter.label());
    }
}

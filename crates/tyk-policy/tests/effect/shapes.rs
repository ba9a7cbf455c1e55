//! Shapes of traffic, windows of a time line, and their bounds.

use tyk_policy::effect::traffic::{Counting, Limiter, Stretch, Traffic, TrafficFault, Window, simulate};
use tyk_policy::effect::{Quota, Rate};
use tyk_policy::policy::{Smoothing, Throttle};

use crate::traffic::{RATE, steady};

#[test]
fn requests_come_evenly_and_the_first_of_a_stretch_at_its_start() {
    let times = |requests, seconds| {
        Traffic::new(vec![Stretch { from: 500, requests, seconds }], 2_000)
            .expect("it is short")
            .times()
            .collect::<Vec<_>>()
    };
    assert_eq!(times(2, 1), [500_000, 1_000_000, 1_500_000]);
    assert_eq!(times(3, 1), [500_000, 833_333, 1_166_666, 1_500_000, 1_833_333]);
    assert!(times(0, 1).is_empty());
    assert_eq!(times(1, 60), [500_000]);
}

#[test]
fn a_shape_has_the_requests_that_it_promises() {
    assert_eq!(Traffic::steady(7, 60_000).map(|traffic| traffic.requests()), Ok(420));
    let bursts = Traffic::bursts(1, 100, 10_000, 1_000, 30_000).expect("it is short");
    assert_eq!(bursts.requests(), 3 * (100 + 9));
    let ramp = Traffic::ramp(0, 10, 110_000).expect("it is short");
    assert_eq!(ramp.requests(), (0..=10).map(|pace| pace * 10).sum::<u64>());
    assert!(ramp.stretches().is_sorted_by_key(|stretch| stretch.requests));
    assert_eq!(Traffic::ramp(5, 5, 10_000).map(|traffic| traffic.requests()), Ok(50));
}

#[test]
fn traffic_that_is_too_much_or_out_of_order_says_so() {
    let stretch = |from, requests, seconds| Stretch { from, requests, seconds };
    assert_eq!(Traffic::steady(1, 32 * 86_400_000), Err(TrafficFault::TooLong));
    assert_eq!(Traffic::steady(1_000_000, 3_600_000), Err(TrafficFault::TooMany));
    assert_eq!(Traffic::new(vec![stretch(5, 1, 1), stretch(4, 1, 1)], 10), Err(TrafficFault::Stretch(1)));
    assert_eq!(Traffic::new(vec![stretch(0, 1, 0)], 10), Err(TrafficFault::Stretch(0)));
    assert_eq!(Traffic::new(vec![stretch(0, 1_000_001, 1)], 10), Err(TrafficFault::Stretch(0)));
    let throttle = Some(Throttle { interval: 1.0, retry_limit: 1_000 });
    let counting = Counting { rate: RATE, throttle, ..Counting::none(Limiter::SlidingLog) };
    let window = Window { from: 0, to: 1, buckets: 1 };
    assert_eq!(simulate(&steady(1_000, 600), &counting, window), Err(TrafficFault::TooManyTries));
    for fault in [TrafficFault::TooLong, TrafficFault::TooMany, TrafficFault::TooManyTries, TrafficFault::Stretch(0)] {
        assert!(fault.to_string().contains(':') || fault.to_string().contains("over"), "{fault}");
    }
}

#[test]
fn zooming_shows_the_same_requests_in_finer_buckets() {
    let traffic = Traffic::bursts(2, 50, 5_000, 500, 60_000).expect("it is short");
    let counting = Counting { rate: RATE, ..Counting::none(Limiter::SlidingLog) };
    let whole = simulate(&traffic, &counting, Window { from: 0, to: 60_000, buckets: 6 }).expect("it is short");
    let zoomed = simulate(&traffic, &counting, Window { from: 20_000, to: 30_000, buckets: 100 }).expect("it is short");
    assert_eq!(zoomed.totals, whole.totals);
    assert_eq!(zoomed.buckets.iter().map(|bucket| bucket.asked).sum::<u64>(), whole.buckets[2].asked);
    assert_eq!(zoomed.buckets.iter().map(|bucket| bucket.by_rate).sum::<u64>(), whole.buckets[2].by_rate);
}

#[test]
fn there_are_never_more_buckets_steps_and_resets_than_can_be_drawn() {
    let quota = Some(Quota { requests: 1, seconds: Some(1) });
    let counting = Counting { quota, ..Counting::none(Limiter::Bucket) };
    let window = Window { from: 0, to: 7_200_000, buckets: 1_000_000 };
    let run = simulate(&steady(1, 7_200), &counting, window).expect("it is short");
    assert_eq!((run.buckets.len(), run.resets.len(), run.not_listed), (10_000, 1_000, 6_199));
    let empty = simulate(&steady(1, 10), &counting, Window { from: 5, to: 5, buckets: 0 }).expect("it is short");
    assert_eq!(empty.buckets.len(), 1);
}

#[test]
fn numbers_beyond_all_measure_stop_nothing() {
    let huge = Rate { requests: 1e300, seconds: 1e300 };
    let throttle = Some(Throttle { interval: 1e300, retry_limit: 1 });
    let smoothing = Some(Smoothing { threshold: i64::MAX, trigger: 1e300, step: i64::MAX, delay: i64::MAX });
    let quota = Some(Quota { requests: i64::MAX, seconds: Some(i64::MAX) });
    for limiter in Limiter::ALL {
        for rate in [huge, Rate { requests: 1.0, ..huge }, Rate { seconds: 1e-9, ..huge }] {
            let counting = Counting { limiter, rate: Some(rate), throttle, smoothing, quota };
            let window = Window { from: u64::MAX, to: u64::MAX, buckets: usize::MAX };
            let run = simulate(&steady(100, 3), &counting, window).expect("it is short");
            assert_eq!(run.totals.asked, run.totals.passed + run.totals.by_rate + run.totals.by_quota);
        }
    }
    assert_eq!(Traffic::ramp(0, u32::MAX, u64::MAX), Err(TrafficFault::TooLong));
    assert_eq!(Traffic::bursts(1, 1, u64::MAX, u64::MAX, 1_000).map(|traffic| traffic.requests()), Ok(1));
    let late = vec![Stretch { from: u64::MAX, requests: 1_000_000, seconds: 1 }];
    assert_eq!(Traffic::new(late, 1_000).map(|traffic| traffic.requests()), Ok(0));
}

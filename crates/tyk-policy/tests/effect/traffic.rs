//! Rates, throttling and quotas under traffic (policy-model.md sections 6 and 7).

use tyk_policy::effect::traffic::{
    Counting, Counts, Limiter, Stretch, Timeline, Traffic, TrafficFault, Window, simulate,
};
use tyk_policy::effect::{Quota, Rate};
use tyk_policy::policy::Throttle;

const RATE: Option<Rate> = Some(Rate { requests: 10.0, seconds: 1.0 });

fn run(traffic: &Traffic, counting: &Counting) -> Timeline {
    let window = Window { from: 0, to: traffic.length(), buckets: 10 };
    simulate(traffic, counting, window).expect("it is short")
}

fn steady(per_second: u32, seconds: u64) -> Traffic {
    Traffic::steady(per_second, seconds * 1_000).expect("it is short")
}

#[test]
fn a_sliding_log_counts_refused_requests_too_so_that_too_much_traffic_never_comes_through_again() {
    let counting = Counting { rate: RATE, ..Counting::none(Limiter::SlidingLog) };
    assert_eq!(run(&steady(20, 60), &counting).totals.passed, 10, "only the first ten");
    assert_eq!(run(&steady(10, 60), &counting).totals.passed, 600, "as many as are allowed");
}

#[test]
fn a_bucket_does_not_count_refused_requests_and_is_filled_anew_behind_its_period() {
    let counting = Counting { rate: RATE, ..Counting::none(Limiter::Bucket) };
    // A request at the very end still belongs to the old bucket: they begin at 1.05, 2.1, 3.15 … seconds.
    let totals = run(&steady(20, 60), &counting).totals;
    assert_eq!((totals.passed, totals.by_rate), (573, 627));
}

#[test]
fn a_fixed_window_takes_its_whole_number_in_each_window() {
    let counting = Counting { rate: RATE, ..Counting::none(Limiter::FixedWindow) };
    let run = run(&steady(20, 60), &counting);
    assert_eq!((run.totals.passed, run.totals.by_rate), (600, 600));
    assert!(run.buckets.iter().all(|bucket| bucket.passed == 60), "six windows in each");
}

#[test]
fn a_sentinel_lets_the_one_too_many_pass_and_refuses_the_next_period() {
    let counting = Counting { rate: RATE, ..Counting::none(Limiter::Sentinel) };
    let burst = vec![
        Stretch { from: 0, requests: 100, seconds: 1 },
        Stretch { from: 200, requests: 0, seconds: 1 },
        Stretch { from: 1_150, requests: 1, seconds: 1 },
        Stretch { from: 1_151, requests: 0, seconds: 1 },
        Stretch { from: 1_200, requests: 1, seconds: 1 },
    ];
    let traffic = Traffic::new(burst, 1_201).expect("it is short");
    // The tenth request finds nine before it, and sets the flag for the second that follows; so do those behind it. The last
    // of the burst is at 0.19 s: at 1.15 s the flag is still up, and that request renews nothing, as it finds few.
    let totals = run(&traffic, &counting).totals;
    assert_eq!((totals.asked, totals.passed), (22, 11));
}

#[test]
fn numbers_are_cut_to_whole_ones_and_below_1_redis_lets_nothing_pass() {
    let half = Some(Rate { requests: 0.5, seconds: 1.0 });
    let passed = |limiter, rate| run(&steady(2, 10), &Counting { rate, ..Counting::none(limiter) }).totals.passed;
    assert_eq!(passed(Limiter::SlidingLog, half), 0);
    assert_eq!(passed(Limiter::FixedWindow, half), 0);
    assert_eq!(passed(Limiter::Bucket, half), 7, "a bucket takes one request at least, here every 1.5 seconds");
    let short = Some(Rate { requests: 1.0, seconds: 0.9 });
    assert_eq!(passed(Limiter::SlidingLog, short), 20, "a period of 0 seconds holds nothing");
    let fraction = Some(Rate { requests: 1.9, seconds: 1.9 });
    let whole = Some(Rate { requests: 1.0, seconds: 1.0 });
    assert_eq!(passed(Limiter::SlidingLog, fraction), passed(Limiter::SlidingLog, whole));
}

#[test]
fn without_a_rate_everything_passes() {
    for limiter in Limiter::ALL {
        let totals = run(&steady(50, 10), &Counting::none(limiter)).totals;
        assert_eq!(totals, Counts { asked: 500, passed: 500, ..Counts::default() });
    }
}

#[test]
fn a_quota_counts_what_passed_the_rate_and_begins_with_the_first_request() {
    let traffic = Traffic::new(vec![Stretch { from: 30_000, requests: 20, seconds: 1 }], 90_000).expect("it is short");
    let quota = Some(Quota { requests: 100, seconds: Some(20) });
    let counting = Counting { rate: RATE, quota, ..Counting::none(Limiter::FixedWindow) };
    let run = run(&traffic, &counting);
    assert_eq!(run.resets, [50_000, 70_000], "each 20 seconds from the first request on");
    assert_eq!((run.totals.passed, run.totals.by_rate, run.totals.by_quota), (300, 600, 300));
}

#[test]
fn a_quota_is_renewed_by_the_next_request_and_not_before() {
    let stretches = vec![
        Stretch { from: 0, requests: 1, seconds: 1 },
        Stretch { from: 1, requests: 0, seconds: 1 },
        Stretch { from: 35_000, requests: 1, seconds: 30 },
    ];
    let traffic = Traffic::new(stretches, 100_000).expect("it is short");
    let quota = Some(Quota { requests: 1, seconds: Some(10) });
    assert_eq!(run(&traffic, &Counting { quota, ..Counting::none(Limiter::Bucket) }).resets, [35_000, 65_000, 95_000]);
}

#[test]
fn a_quota_without_renewal_never_counts_anew() {
    let quota = Some(Quota { requests: 100, seconds: None });
    let run = run(&steady(1, 3_600), &Counting { quota, ..Counting::none(Limiter::SlidingLog) });
    assert_eq!((run.totals.passed, run.totals.by_quota, run.resets.len()), (100, 3_500, 0));
}

#[test]
fn a_throttled_request_waits_and_is_tried_again_before_it_is_refused() {
    let burst = vec![Stretch { from: 0, requests: 20, seconds: 1 }, Stretch { from: 1_000, requests: 0, seconds: 1 }];
    let traffic = Traffic::new(burst, 10_000).expect("it is short");
    let with = |retry_limit| {
        let throttle = Some(Throttle { interval: 2.0, retry_limit });
        run(&traffic, &Counting { rate: RATE, throttle, ..Counting::none(Limiter::SlidingLog) }).totals
    };
    assert_eq!(with(0), Counts { asked: 20, passed: 10, by_rate: 10, ..Counts::default() });
    // Two seconds later the log is empty, so that each of the ten is let through in turn.
    assert_eq!(with(1), Counts { asked: 20, passed: 20, waited: 10, ..Counts::default() });
}

#[test]
fn a_request_that_never_finds_a_gap_is_refused_when_its_tries_are_used_up() {
    let throttle = Some(Throttle { interval: 1.0, retry_limit: 3 });
    let counting = Counting { rate: RATE, throttle, ..Counting::none(Limiter::SlidingLog) };
    let run = run(&steady(20, 10), &counting);
    assert_eq!((run.totals.passed, run.totals.by_rate), (10 + run.totals.waited, 190 - run.totals.waited));
    assert_eq!(run.buckets[0].by_rate, 0, "the first answers 429 come three seconds later");
    assert!(run.buckets[3].by_rate > 0);
}

#[test]
fn throttling_without_a_pause_or_a_rate_makes_nothing_wait() {
    let throttle = Some(Throttle { interval: 0.0, retry_limit: 10 });
    let busy = run(&steady(20, 10), &Counting { rate: RATE, throttle, ..Counting::none(Limiter::SlidingLog) });
    assert_eq!((busy.totals.passed, busy.totals.by_rate), (10, 190));
    let throttle = Some(Throttle { interval: 5.0, retry_limit: 10 });
    let free = run(&steady(20, 10), &Counting { throttle, ..Counting::none(Limiter::SlidingLog) });
    assert_eq!((free.totals.passed, free.totals.waited), (200, 0));
}

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

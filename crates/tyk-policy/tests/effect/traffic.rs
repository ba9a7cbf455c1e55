//! Rates, throttling and quotas under traffic (policy-model.md sections 6 and 7).

use tyk_policy::effect::traffic::{Counting, Counts, Limiter, Stretch, Timeline, Traffic, Window, simulate};
use tyk_policy::effect::{Quota, Rate};
use tyk_policy::policy::Throttle;

pub const RATE: Option<Rate> = Some(Rate { requests: 10.0, seconds: 1.0 });

pub fn run(traffic: &Traffic, counting: &Counting) -> Timeline {
    let window = Window { from: 0, to: traffic.length(), buckets: 10 };
    simulate(traffic, counting, window).expect("it is short")
}

pub fn steady(per_second: u32, seconds: u64) -> Traffic {
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
fn what_is_over_the_quota_does_not_wait() {
    let throttle = Some(Throttle { interval: 1.0, retry_limit: 5 });
    let quota = Some(Quota { requests: 5, seconds: None });
    let counting = Counting { rate: RATE, throttle, quota, ..Counting::none(Limiter::SlidingLog) };
    let totals = run(&steady(10, 10), &counting).totals;
    assert_eq!(totals, Counts { asked: 100, passed: 5, by_quota: 95, ..Counts::default() });
}

#[test]
fn a_limit_of_an_effect_is_counted_as_it_is() {
    let effect = crate::given::effect(
        r#""rate": 10, "per": 1, "quota_max": 50, "throttle_interval": 1, "throttle_retry_limit": 2, "access_rights": {"a": {}}"#,
    );
    let counting = Counting::of(&effect.counters[0].limits, Limiter::Bucket);
    let throttle = Some(Throttle { interval: 1.0, retry_limit: 2 });
    let quota = Some(Quota { requests: 50, seconds: None });
    assert_eq!(counting, Counting { limiter: Limiter::Bucket, rate: RATE, throttle, smoothing: None, quota });
    let nothing = crate::given::effect(r#""access_rights": {"a": {}}"#);
    assert_eq!(Counting::of(&nothing.counters[0].limits, Limiter::Sentinel), Counting::none(Limiter::Sentinel));
}

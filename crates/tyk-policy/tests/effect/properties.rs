//! What holds for every traffic, request and policy.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::FileFailurePersistence;
use tyk_policy::effect::path::{self, Answer, Asked};
use tyk_policy::effect::traffic::{Counting, Limiter, Stretch, Traffic, Window, simulate};
use tyk_policy::effect::{Quota, Rate};
use tyk_policy::pattern::{Mode, Pattern, Verdict};
use tyk_policy::policy::{Smoothing, Throttle};

use crate::{given, naive};

pub fn configuration(cases: u32) -> ProptestConfig {
    let file = FileFailurePersistence::Direct("proptest-regressions/effect.txt");
    ProptestConfig { cases, failure_persistence: Some(Box::new(file)), ..ProptestConfig::default() }
}

/// A few stretches of a few seconds, some of which begin on the same beat.
fn traffic() -> impl Strategy<Value = Traffic> {
    let pause = prop_oneof![select(&[0_u64, 500, 1_000, 2_000, 5_000][..]), 0..6_000_u64];
    let stretch = (pause, 0..20_u32, 1..4_u32);
    (vec(stretch, 1..5), 1..12_000_u64).prop_map(|(stretches, length)| {
        let mut from = 0;
        let stretches = stretches.into_iter().enumerate().map(|(index, (pause, requests, seconds))| {
            from += if index == 0 { pause / 4 } else { pause };
            Stretch { from, requests, seconds }
        });
        let stretches = stretches.collect();
        Traffic::new(stretches, length).expect("it is short and in order")
    })
}

fn counting() -> impl Strategy<Value = Counting> {
    let rate = (select(&[0.5, 1.0, 2.0, 3.0, 4.5, 6.0, 10.0, 20.0][..]), select(&[0.5, 1.0, 1.5, 2.0, 3.0, 5.0][..]));
    let rate = proptest::option::weighted(0.9, rate.prop_map(|(requests, seconds)| Rate { requests, seconds }));
    let smoothing = (1..12_i64, select(&[0.1, 0.5, 0.8, 1.0, 1.5][..]), 1..6_i64, 1..4_i64)
        .prop_map(|(threshold, trigger, step, delay)| Smoothing { threshold, trigger, step, delay });
    let quota = (1..60_i64, proptest::option::of(1..6_i64)).prop_map(|(requests, seconds)| Quota { requests, seconds });
    let throttle = (select(&[0.25, 0.5, 1.0, 1.3, 2.0][..]), 1..4_i64)
        .prop_map(|(interval, retry_limit)| Throttle { interval, retry_limit });
    let limits =
        (rate, proptest::option::of(smoothing), proptest::option::of(quota), proptest::option::weighted(0.3, throttle));
    (select(&Limiter::ALL[..]), limits).prop_map(|(limiter, (rate, smoothing, quota, throttle))| {
        let smoothing = smoothing.filter(|_| limiter.can_smooth());
        Counting { limiter, rate, throttle, smoothing, quota }
    })
}

fn window() -> impl Strategy<Value = Window> {
    let whole = Window { from: 0, to: 12_000, buckets: 12 };
    let part = (0..10_000_u64, 1..4_000_u64, 1..20_usize).prop_map(|(from, length, buckets)| Window {
        from,
        to: from + length,
        buckets: buckets.min(usize::try_from(length).expect("it is small")),
    });
    prop_oneof![Just(whole), part]
}

const PATTERNS: &[&str] = &[
    "/",
    "/orders",
    "^/orders",
    "/orders$",
    "^/orders$",
    "/orders/{id}",
    "/orders/*",
    "/*/items",
    "orders",
    "(/a|/b)",
    "/a(",
    "",
    "^/v[0-9]+/orders(/|$)",
    "/Ünicode",
    "(?i)/ORDERS",
    "/a.b",
];
const REQUESTED: &[&str] = &[
    "/",
    "/orders",
    "/orders/",
    "/orders/12",
    "/orders/12/items",
    "/v2/orders",
    "/v2/orders-export",
    "/shop/orders",
    "/a",
    "/b",
    "/axb",
    "/ünicode",
    "",
];

proptest! {
    #![proptest_config(configuration(10_000))]

    #[test]
    fn counting_many_at_once_is_counting_them_one_by_one(
        traffic in traffic(),
        counting in counting(),
        window in window(),
    ) {
        let fast = simulate(&traffic, &counting, window).expect("it is short");
        prop_assert_eq!(&fast, &naive::simulate(&traffic, &counting, window));
        prop_assert_eq!(fast.totals.asked, fast.totals.passed + fast.totals.by_rate + fast.totals.by_quota);
    }
}

/// Paces at which the log grows and shrinks by hundreds, so that long runs are counted at once.
fn dense_traffic() -> impl Strategy<Value = Traffic> {
    let stretch = (0..3_000_u64, 0..700_u32, 1..3_u32);
    (vec(stretch, 1..6), 1..6_000_u64).prop_map(|(stretches, length)| {
        let mut from = 0;
        let stretches = stretches.into_iter().map(|(pause, requests, seconds)| {
            from += pause / 2;
            Stretch { from, requests, seconds }
        });
        Traffic::new(stretches.collect(), length).expect("it is short and in order")
    })
}

fn high_limits() -> impl Strategy<Value = Counting> {
    let rate = (1..900_u32, 1..4_u32)
        .prop_map(|(requests, seconds)| Rate { requests: requests.into(), seconds: seconds.into() });
    let smoothing = (1..600_i64, select(&[0.1, 0.5, 1.0][..]), 20..300_i64, 1..3_i64)
        .prop_map(|(threshold, trigger, step, delay)| Smoothing { threshold, trigger, step, delay });
    let quota =
        (1..2_000_i64, proptest::option::of(1..4_i64)).prop_map(|(requests, seconds)| Quota { requests, seconds });
    let limits = (rate, proptest::option::of(smoothing), proptest::option::of(quota));
    (select(&Limiter::ALL[..]), limits).prop_map(|(limiter, (rate, smoothing, quota))| {
        let smoothing = smoothing.filter(|_| limiter.can_smooth());
        Counting { limiter, rate: Some(rate), throttle: None, smoothing, quota }
    })
}

proptest! {
    #![proptest_config(configuration(500))]

    #[test]
    fn counting_long_runs_at_once_is_counting_them_one_by_one(
        traffic in dense_traffic(),
        counting in high_limits(),
        window in window(),
    ) {
        let fast = simulate(&traffic, &counting, window).expect("it is short");
        prop_assert_eq!(&fast, &naive::simulate(&traffic, &counting, window));
    }
}

proptest! {
    #![proptest_config(configuration(2_000))]

    #[test]
    fn a_request_that_is_allowed_is_matched_by_the_entry_that_is_named(
        patterns in vec((select(PATTERNS), vec(select(&["GET", "POST", "get"][..]), 0..3)), 1..4),
        requested in select(REQUESTED),
        method in select(&["GET", "POST", "DELETE"][..]),
        (prefix, suffix) in any::<(bool, bool)>(),
        listen_path in select(&["", "/orders/", "/shop"][..]),
    ) {
        let urls: Vec<_> = patterns
            .iter()
            .map(|(url, methods)| serde_json::json!({ "url": url, "methods": methods }).to_string())
            .collect();
        let mut api = given::api(&format!(r#""allowed_urls": [{}]"#, urls.join(",")));
        api.listen_path = listen_path.to_owned();
        let mode = Mode { prefix, suffix };
        let tested = path::test(&api, Asked { method, path: requested, mode });
        let below = match requested.strip_prefix(listen_path.trim_end_matches('/')) {
            Some("") if !listen_path.is_empty() => "/",
            Some(rest) if rest.starts_with('/') => rest,
            _ => requested,
        };
        let matches = |index: usize| {
            let pattern = Pattern::compile(&tested.entries[index].prepared);
            let paths = [requested, if prefix { below } else { requested }];
            patterns[index].1.contains(&method)
                && pattern.is_ok_and(|pattern| paths.iter().any(|path| pattern.matches(path) == Verdict::Yes))
        };
        match tested.answer {
            Answer::By(index) => prop_assert!(matches(index)),
            Answer::Refused => {
                let any = (0..patterns.len()).find(|index| matches(*index) && !(prefix && patterns[*index].0.is_empty()));
                prop_assert_eq!(any, None);
            }
            Answer::Everything | Answer::Unclear(_) => prop_assert!(tested.answer != Answer::Everything),
        }
        if tested.answer == Answer::Refused {
            prop_assert!(!tested.answer.is_allowed());
        }
    }

    #[test]
    fn every_path_that_is_said_to_be_opened_is_opened(url in select(PATTERNS), (prefix, suffix) in any::<(bool, bool)>()) {
        let mode = Mode { prefix, suffix };
        let api = given::api(&format!(r#""allowed_urls": [{{"url": {}, "methods": ["GET"]}}]"#, serde_json::json!(url)));
        for path in path::also_opens(url, mode) {
            let tested = path::test(&api, Asked { method: "GET", path: &path, mode });
            prop_assert!(tested.answer.is_allowed(), "{} opens {}", url, path);
        }
    }
}

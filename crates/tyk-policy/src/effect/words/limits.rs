//! Limits in words: short for a row, and a sentence for the paragraph.

use super::numbers::{counted, each, number, pause, period};
use crate::effect::{Limited, Limits, Quota, Rate};
use crate::number::grouped;
use crate::policy::{Smoothing, Throttle};

/// "100 requests in any second". What Tyk's limiters cut is said (rule S4).
pub fn rate(rate: &Rate) -> String {
    let (requests, seconds) = rate.counted();
    if requests == 0 {
        let cut = number(rate.requests);
        return ["no request at all where Redis counts, because ", &cut, " is cut to 0"].concat();
    }
    if seconds == 0 {
        let cut = number(rate.seconds);
        return ["any number of requests, because a period of ", &cut, " seconds is cut to 0"].concat();
    }
    [counted(requests, "request", "requests").as_str(), " in any ", &period(seconds)].concat()
}

/// "10,000 an hour, counted from the first request".
pub fn quota(quota: &Quota) -> String {
    let requests = grouped(quota.requests.unsigned_abs());
    match quota.seconds {
        Some(seconds) => {
            [requests.as_str(), " ", &each(seconds.unsigned_abs()), ", counted from the first request"].concat()
        }
        None => [requests.as_str(), " in all, never renewed"].concat(),
    }
}

/// "up to 10 more tries, 2 seconds apart".
pub fn throttle(throttle: &Throttle) -> String {
    let tries = counted(throttle.retry_limit.unsigned_abs(), "more try", "more tries");
    if throttle.interval > 0.0 {
        ["up to ", &tries, ", ", &pause(throttle.interval), " apart"].concat()
    } else {
        ["up to ", &tries, " at once, without a pause"].concat()
    }
}

/// "from 5 requests on, by steps of 5, at most every 5 seconds".
pub fn smoothing(smoothing: &Smoothing) -> String {
    let pace = each_delay(smoothing.delay);
    [
        "from ",
        &counted(smoothing.threshold.unsigned_abs(), "request", "requests"),
        " on, by steps of ",
        &grouped(smoothing.step.unsigned_abs()),
        ", at most every ",
        &pace,
    ]
    .concat()
}

fn each_delay(seconds: i64) -> String {
    period(seconds.unsigned_abs())
}

/// "5 levels".
pub fn depth(levels: i64) -> String {
    counted(levels.unsigned_abs(), "level", "levels")
}

/// The sentences on rate, throttling, smoothing, quota and depth. `who` stands in front: "Together at most …".
pub fn sentences(limits: &Limits, who: &str) -> Vec<String> {
    let mut sentences = vec![how_often(limits, who)];
    if let Some(limit) = limits.throttle.value.in_force() {
        let what = ["A request over the rate gets ", &throttle(limit), ", before it is refused"].concat();
        sentences.push(what);
    }
    if let Some(limit) = limits.smoothing.value.in_force() {
        let what = smoothing(limit);
        sentences.push(["Where the Gateway smooths rates, the allowance follows the traffic ", &what].concat());
    }
    if let Some(levels) = limits.depth.value.in_force() {
        sentences.push(["GraphQL queries may be ", &depth(*levels), " deep"].concat());
    }
    sentences
}

fn how_often(limits: &Limits, who: &str) -> String {
    let (by_rate, by_quota) = (limits.rate.value.in_force(), limits.quota.value.in_force().map(quota));
    let open = |what: &str, is_left: bool| match is_left {
        true => ["the ", what, " is left to other policies of the key"].concat(),
        false => ["no ", what].concat(),
    };
    let is_left = (limits.rate.value == Limited::LeftToOthers, limits.quota.value == Limited::LeftToOthers);
    let (no_rate, no_quota) = (open("rate limit", is_left.0), open("quota", is_left.1));
    let says = match (by_rate, by_quota) {
        (Some(rate), Some(quota)) => [&at_most(rate), " and ", quota.as_str(), "; beyond that 429 and 403"].concat(),
        (Some(rate), None) => [&at_most(rate), "; beyond that 429; ", no_quota.as_str()].concat(),
        (None, Some(quota)) => ["at most ", &requests_of(&quota), "; beyond that 403; ", &no_rate].concat(),
        (None, None) => match is_left {
            (true, true) => "rate limit and quota are left to other policies of the key".to_owned(),
            _ => [no_rate.as_str(), " and ", &no_quota].concat(),
        },
    };
    if who.is_empty() { capital(&says) } else { [who, " ", &says].concat() }
}

fn at_most(limit: &Rate) -> String {
    let at_most = if limit.counted().0 > 0 { "at most " } else { "" };
    [at_most, &rate(limit)].concat()
}

/// "10,000 requests an hour": without a rate in front, the quota says what it counts.
fn requests_of(quota: &str) -> String {
    match quota.split_once(' ') {
        Some(("1", rest)) => ["1 request ", rest].concat(),
        Some((number, rest)) => [number, " requests ", rest].concat(),
        None => quota.to_owned(),
    }
}

/// The text with a capital letter in front.
pub fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

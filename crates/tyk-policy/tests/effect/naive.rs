//! The same simulation as the product's, one request after the other, straight from the text of policy-model.md sections 6.2,
//! 6.3, 7 and 7b. It shares nothing with it but the times at which requests come.

use tyk_policy::effect::traffic::{Change, Counting, Counts, Limiter, Moved, Timeline, Traffic, Window};

const SECOND: u64 = 1_000_000;

/// Everything that happened, in order.
#[derive(Default)]
struct Story {
    answers: Vec<(u64, Answer)>,
    changes: Vec<Change>,
    resets: Vec<u64>,
}

#[derive(Clone, Copy, PartialEq)]
enum Answer {
    Asked,
    Passed { waited: bool },
    ByRate,
    ByQuota,
}

struct Gateway<'a> {
    counting: &'a Counting,
    log: Vec<u64>,
    allowance: Option<(i64, u64)>,
    window: Option<(u64, u64)>,
    refuses_until: u64,
    quota: Option<(u64, u64)>,
    story: Story,
}

/// The time line as the product draws it.
pub fn simulate(traffic: &Traffic, counting: &Counting, window: Window) -> Timeline {
    let mut gateway = Gateway {
        counting,
        log: Vec::new(),
        allowance: None,
        window: None,
        refuses_until: 0,
        quota: None,
        story: Story::default(),
    };
    // Those that wait: when they try again, in which order they began to wait, and how often they may still.
    let mut waiting: Vec<(u64, u64, i64)> = Vec::new();
    let mut order = 0;
    let throttle = counting.throttle.filter(|throttle| throttle.retry_limit > 0 && throttle.interval > 0.0);
    let pause = throttle.map_or(0, |throttle| (throttle.interval * 1e6) as u64);
    let mut coming: Vec<u64> = traffic.times().collect();
    coming.reverse();
    loop {
        waiting.sort_unstable();
        let next_wait = waiting.first().copied();
        let next = coming.last().copied();
        let mut begin_to_wait = |at: u64, left: i64, waiting: &mut Vec<_>, story: &mut Story| {
            if left == 0 || throttle.is_none() || counting.rate.is_none() {
                story.answers.push((at, Answer::ByRate));
            } else {
                order += 1;
                waiting.push((at + pause, order, left));
            }
        };
        match (next_wait, next) {
            (None, None) => break,
            (Some((at, _, left)), next) if next.is_none_or(|next| at <= next) => {
                waiting.remove(0);
                if gateway.would_pass(at) && gateway.rate(at) {
                    gateway.quota(at, true);
                } else {
                    begin_to_wait(at, left - 1, &mut waiting, &mut gateway.story);
                }
            }
            (_, next) => {
                let at = next.expect("the other case is above");
                coming.pop();
                gateway.story.answers.push((at, Answer::Asked));
                if gateway.rate(at) {
                    gateway.quota(at, false);
                } else {
                    let tries = throttle.map_or(0, |throttle| throttle.retry_limit);
                    begin_to_wait(at, tries, &mut waiting, &mut gateway.story);
                }
            }
        }
    }
    gateway.story.drawn(window)
}

impl Gateway<'_> {
    fn numbers(&self) -> Option<(i64, u64)> {
        let rate = self.counting.rate?;
        Some((rate.requests.trunc() as i64, rate.seconds.trunc() as u64 * SECOND))
    }

    fn in_log(&self, now: u64, per: u64) -> i64 {
        self.log.iter().rev().take_while(|time| **time + per > now).count() as i64
    }

    fn current(&self, max: i64) -> i64 {
        self.allowance.map_or(max, |(current, _)| current)
    }

    /// Whether a request passes the rate; it counts.
    fn rate(&mut self, now: u64) -> bool {
        let Some((max, per)) = self.numbers() else { return true };
        match self.counting.limiter {
            Limiter::SlidingLog | Limiter::Sentinel => {
                let count = self.in_log(now, per);
                self.log.push(now);
                self.smooth(now, count, max);
                let current = self.current(max);
                if self.counting.limiter == Limiter::SlidingLog {
                    return count < current;
                }
                let passes = now >= self.refuses_until;
                if count > current - 2 {
                    self.refuses_until = now + per;
                }
                passes
            }
            Limiter::Bucket => {
                let (used, end) = self.window.filter(|(_, end)| now <= *end).unwrap_or((0, now + per));
                let passes = used < max.max(1) as u64;
                self.window = Some((used + u64::from(passes), end));
                passes
            }
            Limiter::FixedWindow => {
                let per = (self.counting.rate.expect("there is one").seconds * 1e6) as u64;
                let end = (now / per + 1) * per;
                let used = self.window.filter(|(_, other)| *other == end).map_or(0, |(used, _)| used);
                let passes = used < max as u64;
                self.window = Some((used + u64::from(passes), end));
                passes
            }
        }
    }

    /// Whether it would; nothing counts.
    fn would_pass(&self, now: u64) -> bool {
        let Some((max, per)) = self.numbers() else { return true };
        match self.counting.limiter {
            Limiter::SlidingLog => self.in_log(now, per) < self.current(max),
            Limiter::Sentinel => now >= self.refuses_until,
            Limiter::Bucket => self.window.is_none_or(|(used, end)| now > end || used < max.max(1) as u64),
            Limiter::FixedWindow => max > 0 && self.window.is_none_or(|(used, end)| now >= end || used < max as u64),
        }
    }

    fn smooth(&mut self, now: u64, count: i64, max: i64) {
        let Some(smoothing) = self.counting.smoothing else { return };
        let next = now + smoothing.delay as u64 * SECOND;
        let part = smoothing.trigger * smoothing.step as f64;
        let Some((current, earliest)) = self.allowance else {
            self.change(now, count, Moved::Start, smoothing.threshold, next);
            return;
        };
        if now <= earliest {
            return;
        }
        if count as f64 >= current as f64 - part {
            let new = (current + smoothing.step).min(max);
            if new != current {
                self.change(now, count, Moved::Up, new, next);
                return;
            }
        }
        if count as f64 <= (current - smoothing.step) as f64 - part {
            let new = (current - smoothing.step).max(smoothing.threshold);
            if new != current {
                self.change(now, count, Moved::Down, new, next);
            }
        }
    }

    fn change(&mut self, now: u64, count: i64, how: Moved, allowance: i64, next: u64) {
        self.allowance = Some((allowance, next));
        self.story.changes.push(Change { at: now / 1_000, found: count as u64, how, allowance });
    }

    fn quota(&mut self, now: u64, waited: bool) {
        let Some(quota) = self.counting.quota else {
            self.story.answers.push((now, Answer::Passed { waited }));
            return;
        };
        let length = quota.seconds.map_or(u64::MAX / 2, |seconds| seconds as u64 * SECOND);
        let (used, end) = match self.quota {
            Some((used, end)) if now < end => (used, end),
            earlier => {
                self.story.resets.extend(earlier.map(|_| now / 1_000));
                (0, now + length)
            }
        };
        let passes = used < quota.requests as u64;
        self.quota = Some((used + 1, end));
        self.story.answers.push((now, if passes { Answer::Passed { waited } } else { Answer::ByQuota }));
    }
}

impl Story {
    fn drawn(self, window: Window) -> Timeline {
        let (from, to) = (window.from * 1_000, window.to * 1_000);
        let mut buckets = vec![Counts::default(); window.buckets];
        let mut totals = Counts::default();
        for (time, answer) in self.answers {
            let count = |counts: &mut Counts| match answer {
                Answer::Asked => counts.asked += 1,
                Answer::Passed { waited } => {
                    counts.passed += 1;
                    counts.waited += u64::from(waited);
                }
                Answer::ByRate => counts.by_rate += 1,
                Answer::ByQuota => counts.by_quota += 1,
            };
            count(&mut totals);
            if (from..to).contains(&time) {
                let place = (time - from) * window.buckets as u64 / (to - from);
                count(&mut buckets[place as usize]);
            }
        }
        let before = self.changes.iter().rposition(|change| change.at < window.from).unwrap_or(0);
        let changes = self.changes.into_iter().skip(before).filter(|change| change.at < window.to).collect();
        let resets = self.resets.into_iter().filter(|at| (window.from..window.to).contains(at)).collect();
        Timeline { window, buckets, totals, changes, resets, not_listed: 0 }
    }
}

//! The walk over a traffic whose requests wait and are tried again (policy-model.md section 6.3), one by one.

use std::collections::VecDeque;

use super::TrafficFault;
use super::arrivals::Traffic;
use super::counting::Counting;
use super::cursor::Cursor;
use super::limiter::Gate;
use super::run::{Used, refused};
use super::timeline::{Counts, Record, Timeline, Window};
use crate::effect::limits::cut;
use crate::policy::Throttle;

/// The most requests, and the most tries of all of them.
const MOST_REQUESTS: u64 = 5_000_000;
pub(super) const MOST_TRIES: u64 = 50_000_000;

/// Simulates. Where a request comes at the moment at which another one is tried again, the one that waited is first.
pub(super) fn run(
    traffic: &Traffic,
    counting: &Counting,
    throttle: Throttle,
    window: Window,
) -> Result<Timeline, TrafficFault> {
    let requests = traffic.requests();
    let tries = throttle.retry_limit.unsigned_abs().saturating_add(1);
    if requests > MOST_REQUESTS || requests.saturating_mul(tries) > MOST_TRIES {
        return Err(TrafficFault::TooManyTries);
    }
    let Some(gate) = Gate::of(counting) else { return Ok(super::run::run(traffic, counting, window)) };
    let start = traffic.cursor();
    let mut walk = Walk {
        head: start,
        tail: start,
        again: VecDeque::new(),
        gate,
        used: Used::of(counting),
        waiting: VecDeque::new(),
        interval: cut(throttle.interval * 1e6),
        record: Record::new(window),
    };
    walk.all(throttle.retry_limit.unsigned_abs());
    Ok(walk.record.done())
}

/// A request that waits.
#[derive(Clone, Copy)]
struct Waiting {
    /// When it is tried again.
    at: u64,
    /// How often it can be tried.
    tries: u64,
}

struct Walk<'a> {
    head: Cursor<'a>,
    tail: Cursor<'a>,
    /// When requests that had waited were counted once more: they stand twice in the log.
    again: VecDeque<Waiting>,
    gate: Gate,
    used: Used,
    /// Those that wait. All wait equally long, so that they stand in order.
    waiting: VecDeque<Waiting>,
    interval: u64,
    record: Record,
}

impl Walk<'_> {
    fn all(&mut self, tries: u64) {
        loop {
            let coming = self.head.time();
            match self.waiting.front().copied() {
                Some(waiting) if coming.is_none_or(|coming| waiting.at <= coming) => {
                    self.waiting.pop_front();
                    self.try_again(waiting);
                }
                _ => {
                    let Some(time) = coming else { return };
                    self.first_try(time, tries);
                }
            }
        }
    }

    fn first_try(&mut self, time: u64, tries: u64) {
        let found = self.found(time);
        if self.gate.take(time, found, &mut self.record) {
            let counts = self.used.take(time, 1, &mut self.record);
            self.record.count(time, counts);
        } else {
            self.record.count(time, Counts { asked: 1, ..Counts::default() });
            self.wait(time, tries);
        }
        self.head.step();
    }

    fn try_again(&mut self, Waiting { at, tries }: Waiting) {
        let found = self.found(at);
        if self.gate.would_pass(at, found) {
            // From here on it is a request like any other, and counts.
            self.again.push_back(Waiting { at, tries: 0 });
            if self.gate.take(at, found, &mut self.record) {
                let counts = self.used.take(at, 1, &mut self.record);
                self.record.count(at, Counts { asked: 0, waited: counts.passed, ..counts });
                return;
            }
        }
        self.wait(at, tries - 1);
    }

    fn wait(&mut self, time: u64, tries: u64) {
        if tries == 0 {
            self.record.count(time, Counts { asked: 0, ..refused(1) });
        } else {
            self.waiting.push_back(Waiting { at: time.saturating_add(self.interval), tries });
        }
    }

    /// How many requests the log holds.
    fn found(&mut self, time: u64) -> u64 {
        if let Some(old) = time.checked_sub(self.gate.period) {
            self.tail.pass(old, self.head.index);
            while self.again.front().is_some_and(|again| again.at <= old) {
                self.again.pop_front();
            }
        }
        self.head.index - self.tail.index + self.again.len() as u64
    }
}

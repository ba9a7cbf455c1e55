//! The walk over a traffic without waiting requests: many at once where the same happens to them.

use super::arrivals::{Cursor, Pace, Traffic};
use super::counting::Counting;
use super::limiter::{Alike, Gate};
use super::timeline::{Counts, Record, Timeline, Window};
use crate::effect::Quota;

/// Simulates.
pub(super) fn run(traffic: &Traffic, counting: &Counting, window: Window) -> Timeline {
    let start = traffic.cursor();
    let gate = Gate::of(counting);
    let mut walk = Walk { head: start, tail: start, gate, used: Used::of(counting), record: Record::new(window) };
    while let (Some(time), Some(pace)) = (walk.head.time(), walk.head.pace) {
        walk.drop_old(time);
        if !walk.many(time, pace) {
            walk.one(time);
        }
    }
    walk.record.done()
}

struct Walk<'a> {
    /// The next request.
    head: Cursor<'a>,
    /// The oldest request that is in the log.
    tail: Cursor<'a>,
    gate: Option<Gate>,
    used: Used,
    record: Record,
}

impl Walk<'_> {
    /// Takes out of the log what is older than the period.
    fn drop_old(&mut self, time: u64) {
        let Some(gate) = self.gate.as_ref().filter(|gate| gate.has_log()) else { return };
        if let Some(old) = time.checked_sub(gate.period) {
            self.tail.pass(old, self.head.index);
        }
    }

    fn one(&mut self, time: u64) {
        let found = self.head.index - self.tail.index;
        let passes = self.gate.as_mut().is_none_or(|gate| gate.take(time, found, &mut self.record));
        let counts = if passes { self.used.take(time, 1, &mut self.record) } else { refused(1) };
        self.record.count(time, counts);
        self.head.step();
    }

    /// Counts several requests at once; whether it could.
    fn many(&mut self, time: u64, pace: &Pace) -> bool {
        let found = self.found(time, pace);
        let gap = pace.span / pace.requests + 1;
        let alike = match &self.gate {
            Some(gate) => gate.alike(time, found, gap),
            None => Some(Alike { passes: true, until: u64::MAX, most: u64::MAX }),
        };
        let Some(Alike { passes, until, most }) = alike else { return false };
        let (until, most) = if passes {
            let Some((end, left)) = self.used.alike(time) else { return false };
            (until.min(end), most.min(left))
        } else {
            (until, most)
        };
        let until = until.min(self.record.bucket_end(time));
        let count = pace.before(until).saturating_sub(self.head.number).min(most);
        if count < 2 {
            return false;
        }
        let last = pace.time(self.head.number + count - 1);
        if let Some(gate) = &mut self.gate {
            gate.took(passes, count, found, last);
        }
        let counts = if passes { self.used.take(time, count, &mut self.record) } else { refused(count) };
        self.record.count(time, counts);
        self.head.skip(count);
        true
    }

    /// How many others each request finds in the log, at least and at most, as long as the pace lasts. Nothing while the
    /// period still reaches back in front of the pace.
    fn found(&self, time: u64, pace: &Pace) -> Option<(u64, u64)> {
        let gate = self.gate.as_ref()?;
        let is_steady = self.tail.place == self.head.place && time.checked_sub(gate.period)? >= pace.from;
        is_steady.then(|| pace.in_period(gate.period))
    }
}

/// So many answers 429.
pub(super) fn refused(count: u64) -> Counts {
    Counts { asked: count, by_rate: count, ..Counts::default() }
}

/// What is used of a quota (policy-model.md section 7).
pub(super) struct Used {
    quota: Option<Quota>,
    used: u64,
    /// Where the present period ends; nothing before the first request.
    until: Option<u64>,
}

impl Used {
    pub fn of(counting: &Counting) -> Self {
        let quota = counting.quota.filter(|quota| quota.requests > 0);
        Self { quota, used: 0, until: None }
    }

    fn is_open(&self, time: u64) -> bool {
        self.until.is_some_and(|until| time < until)
    }

    /// Counts requests that passed the rate, all of them in one period.
    pub fn take(&mut self, time: u64, count: u64, record: &mut Record) -> Counts {
        let mut passed = count;
        if let Some(quota) = self.quota {
            if !self.is_open(time) {
                if self.until.is_some() {
                    record.reset(time);
                }
                let seconds = quota.seconds.and_then(|seconds| u64::try_from(seconds).ok());
                let length = seconds.map_or(u64::MAX, |seconds| seconds.saturating_mul(1_000_000));
                (self.used, self.until) = (0, Some(time.saturating_add(length)));
            }
            let left = quota.requests.unsigned_abs() - self.used;
            passed = count.min(left);
            self.used += passed;
        }
        Counts { asked: count, passed, by_quota: count - passed, ..Counts::default() }
    }

    /// Up to which time, and how many, requests that passed the rate get the same answer.
    fn alike(&self, time: u64) -> Option<(u64, u64)> {
        let Some(quota) = self.quota else { return Some((u64::MAX, u64::MAX)) };
        let until = self.until.filter(|_| self.is_open(time))?;
        Some((
            until,
            match quota.requests.unsigned_abs() - self.used {
                0 => u64::MAX,
                left => left,
            },
        ))
    }
}

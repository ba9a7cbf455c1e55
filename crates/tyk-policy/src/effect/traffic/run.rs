//! The walk over a traffic without waiting requests: many at once where the same happens to them.

use super::arrivals::{Pace, Traffic};
use super::counting::Counting;
use super::cursor::Cursor;
use super::limiter::{Alike, Gate};
use super::timeline::{Counts, Record, Timeline, Window};
use crate::effect::Quota;

/// Fewer requests than these are not worth counting at once.
const FEW: u64 = 4;

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
        let Some((passes, until, most)) = self.alike(time, pace) else { return false };
        let until = until.min(self.record.bucket_end(time));
        let mut count = pace.before(until).saturating_sub(self.head.number).min(most);
        let found = loop {
            if count < FEW {
                return false;
            }
            match self.found_by(time, pace, count, passes) {
                Some(found) => break found,
                None => count /= 2,
            }
        };
        if let Some(gate) = &mut self.gate {
            gate.took(passes, count, found, pace.time(self.head.number + count - 1));
        }
        let counts = if passes { self.used.take(time, count, &mut self.record) } else { refused(count) };
        self.record.count(time, counts);
        self.head.skip(count);
        true
    }

    /// Whether the requests from this one on pass the rate, up to which time and how many at most, as far as the log does not
    /// change by more than it wavers.
    fn alike(&self, time: u64, pace: &Pace) -> Option<(bool, u64, u64)> {
        let alike = match &self.gate {
            None => Alike { passes: true, until: u64::MAX, most: u64::MAX },
            Some(gate) if !gate.has_log() => gate.alike(time, None, gap(pace))?,
            Some(gate) => {
                let (found, until) = match self.steady(time, pace, gate.period) {
                    Some(found) => (found, u64::MAX),
                    None => (self.around(0), self.even_until(time, gate.period)?),
                };
                let alike = gate.alike(time, Some(found), gap(pace))?;
                Alike { until: alike.until.min(until), ..alike }
            }
        };
        let (end, left) = if alike.passes { self.used.alike(time)? } else { (u64::MAX, u64::MAX) };
        Some((alike.passes, alike.until.min(end), alike.most.min(left)))
    }

    /// How many others each of the next `count` requests finds in the log, at least and at most, if the same happens to all of
    /// them for that. `None` inside where there is no log.
    #[expect(clippy::option_option, reason = "no log is another thing than no answer")]
    fn found_by(&self, time: u64, pace: &Pace, count: u64, passes: bool) -> Option<Option<(u64, u64)>> {
        let Some(gate) = self.gate.as_ref().filter(|gate| gate.has_log()) else { return Some(None) };
        if let Some(found) = self.steady(time, pace, gate.period) {
            return Some(Some(found));
        }
        // Both ends of the log move evenly, so that its length lies between that at the start and that at the end.
        let last = pace.time(self.head.number + count - 1);
        let old = last.checked_sub(gate.period).map_or(0, |old| self.tail.pace.map_or(0, |tail| tail.before(old + 1)));
        let dropped = old.saturating_sub(self.tail.number);
        let more = i64::try_from(count - 1).ok()?.checked_sub_unsigned(dropped)?;
        let (start, end) = (self.around(0), self.around(more));
        let found = (start.0.min(end.0), start.1.max(end.1));
        let alike = gate.alike(time, Some(found), gap(pace))?;
        (alike.passes == passes && last < alike.until).then_some(Some(found))
    }

    /// The length of the log and so much more, and how far it wavers: a request comes up to a microsecond late, and so does
    /// one that leaves, which are two requests at most.
    fn around(&self, more: i64) -> (u64, u64) {
        let found = (self.head.index - self.tail.index).saturating_add_signed(more);
        (found.saturating_sub(2), found + 2)
    }

    /// Up to which time requests leave the log evenly: none of them, or those of one pace.
    fn even_until(&self, time: u64, period: u64) -> Option<u64> {
        let tail = self.tail.pace?;
        let begins = tail.from.saturating_add(period);
        Some(if time < begins { begins } else { tail.time(tail.count - 1).saturating_add(period + 1) })
    }

    /// How many others each request finds in the log, at least and at most, as long as the pace lasts. Nothing while the
    /// period still reaches back in front of the pace.
    fn steady(&self, time: u64, pace: &Pace, period: u64) -> Option<(u64, u64)> {
        let is_steady = self.tail.place == self.head.place && time.checked_sub(period)? >= pace.from;
        is_steady.then(|| pace.in_period(period))
    }
}

/// The longest time between two requests.
fn gap(pace: &Pace) -> u64 {
    pace.span / pace.requests + 1
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

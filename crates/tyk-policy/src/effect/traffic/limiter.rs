//! The four ways to count for a rate (policy-model.md section 6.2; gateway/session_manager.go, internal/rate,
//! internal/memorycache/bucket.go).

use super::arrivals::LONGEST;
use super::counting::{Counting, Limiter};
use super::smoothed::Allowance;
use super::timeline::Record;
use crate::effect::limits::cut;

/// A rate limit while it counts. Times are microseconds.
pub(super) struct Gate {
    limiter: Limiter,
    /// The length of its period.
    pub period: u64,
    /// What a window or a bucket takes in one period.
    most: u64,
    allowance: Allowance,
    /// How many are in the present window or bucket, and where it ends: a window in front of that moment, a bucket behind it.
    used: u64,
    end: Option<u64>,
    /// In front of it the sentinel refuses everything.
    refuses_until: u64,
}

/// What happens to many requests in a row.
pub(super) struct Alike {
    pub passes: bool,
    /// Up to this time, which is not part of it.
    pub until: u64,
    /// To so many at most.
    pub most: u64,
}

impl Gate {
    /// The gate of a rate; nothing if there is none.
    pub fn of(counting: &Counting) -> Option<Self> {
        let rate = counting.rate?;
        let (requests, seconds) = rate.counted();
        let (most, period) = match counting.limiter {
            // Windows are not cut to whole seconds.
            Limiter::FixedWindow => (requests, cut(rate.seconds * 1e6)),
            // A bucket takes one request at least.
            Limiter::Bucket => (requests.max(1), seconds.saturating_mul(1_000_000)),
            Limiter::SlidingLog | Limiter::Sentinel => (requests, seconds.saturating_mul(1_000_000)),
        };
        // A longer one holds every traffic, as one of twice the longest does.
        let period = period.min(2 * LONGEST * 1_000);
        let smoothing = counting.smoothing.filter(|_| counting.limiter.can_smooth());
        let allowance = Allowance::new(i64::try_from(most).unwrap_or(i64::MAX), smoothing);
        Some(Self { limiter: counting.limiter, period, most, allowance, used: 0, end: None, refuses_until: 0 })
    }

    /// Whether it has to know how many requests the period before holds.
    pub fn has_log(&self) -> bool {
        self.limiter.can_smooth()
    }

    /// Counts a request that finds so many others in the log; whether it passes.
    pub fn take(&mut self, time: u64, found: u64, record: &mut Record) -> bool {
        match self.limiter {
            Limiter::SlidingLog => {
                self.allowance.look(time, found, record);
                self.is_below(found)
            }
            Limiter::Sentinel => {
                // The log is looked at behind the request, and speaks for the next ones.
                let passes = time >= self.refuses_until;
                self.allowance.look(time, found, record);
                if !self.is_below(found + 1) {
                    self.refuses_until = time.saturating_add(self.period);
                }
                passes
            }
            Limiter::FixedWindow | Limiter::Bucket => {
                if !self.is_open(time) {
                    self.used = 0;
                    self.end = Some(self.end_from(time));
                }
                let passes = self.used < self.most;
                self.used += u64::from(passes);
                passes
            }
        }
    }

    /// Whether a request would pass, without counting it.
    pub fn would_pass(&self, time: u64, found: u64) -> bool {
        match self.limiter {
            Limiter::SlidingLog => self.is_below(found),
            Limiter::Sentinel => time >= self.refuses_until,
            Limiter::FixedWindow | Limiter::Bucket => self.most > 0 && (self.used < self.most || !self.is_open(time)),
        }
    }

    fn is_below(&self, found: u64) -> bool {
        i64::try_from(found).is_ok_and(|found| found < self.allowance.now)
    }

    /// Whether the present window or bucket still counts at a time.
    fn is_open(&self, time: u64) -> bool {
        self.end.is_some_and(|end| time < end || (time == end && self.limiter == Limiter::Bucket))
    }

    fn end_from(&self, time: u64) -> u64 {
        match self.limiter {
            Limiter::FixedWindow if self.period > 0 => (time - time % self.period).saturating_add(self.period),
            _ => time.saturating_add(self.period),
        }
    }

    /// What happens alike to the request at a time and to those behind it, which each find from `found.0` to `found.1` others
    /// in the log and follow each other after `gap` at most. Nothing where that is not certain.
    pub fn alike(&self, time: u64, found: Option<(u64, u64)>, gap: u64) -> Option<Alike> {
        let alike = |passes, until| Some(Alike { passes, until, most: u64::MAX });
        match self.limiter {
            Limiter::SlidingLog => {
                let (least, most) = found?;
                let until = self.allowance.rests(time, least, most)?;
                let passes = self.is_below(most);
                // Below the allowance at one end and not at the other: one by one.
                (passes == self.is_below(least)).then_some(Alike { passes, until, most: u64::MAX })
            }
            Limiter::Sentinel => {
                let (least, most) = found?;
                let until = self.allowance.rests(time, least, most)?;
                let refuses = time < self.refuses_until;
                if self.is_below(most + 1) {
                    alike(!refuses, if refuses { until.min(self.refuses_until) } else { until })
                } else if !self.is_below(least + 1) && refuses && gap < self.period {
                    alike(false, until)
                } else {
                    None
                }
            }
            Limiter::FixedWindow | Limiter::Bucket if self.period == 0 => alike(self.most > 0, u64::MAX),
            Limiter::FixedWindow | Limiter::Bucket => {
                let end = self.end.filter(|_| self.is_open(time))?;
                let until = end.saturating_add(u64::from(self.limiter == Limiter::Bucket));
                let left = self.most - self.used;
                Some(Alike { passes: left > 0, until, most: if left > 0 { left } else { u64::MAX } })
            }
        }
    }

    /// Counts what happened alike to so many requests, the last of them at a time.
    pub fn took(&mut self, passes: bool, count: u64, found: Option<(u64, u64)>, last: u64) {
        match self.limiter {
            Limiter::Sentinel if found.is_some_and(|(least, _)| !self.is_below(least + 1)) => {
                self.refuses_until = last.saturating_add(self.period);
            }
            Limiter::FixedWindow | Limiter::Bucket if passes && self.period > 0 => self.used += count,
            _ => {}
        }
    }
}

//! The allowance of a counter as it rises and falls with the traffic (policy-model.md section 7b.1).

use super::Change;
use super::timeline::{Moved, Record};
use crate::policy::Smoothing;

/// The allowance: that of the rate, or a smoothed one.
pub(super) struct Allowance {
    /// What is allowed in a period now.
    pub now: i64,
    most: i64,
    smoothing: Option<Smoothing>,
    /// Before or at this time it stays as it is, in microseconds; nothing before the first request.
    rests_until: Option<u64>,
}

impl Allowance {
    pub fn new(most: i64, smoothing: Option<Smoothing>) -> Self {
        Self { now: most, most, smoothing, rests_until: None }
    }

    /// The change that a request brings that finds so many others in the period.
    pub fn look(&mut self, time: u64, found: u64, record: &mut Record) {
        let Some(smoothing) = self.smoothing else { return };
        let how = match self.rests_until {
            None => {
                self.now = smoothing.threshold;
                Some(Moved::Start)
            }
            Some(until) if time > until => self.moved(&smoothing, found).map(|(how, to)| {
                self.now = to;
                how
            }),
            Some(_) => None,
        };
        if let Some(how) = how {
            let delay = smoothing.delay.unsigned_abs().saturating_mul(1_000_000);
            self.rests_until = Some(time.saturating_add(delay));
            record.changed(Change { at: time / 1_000, found, how, allowance: self.now });
        }
    }

    /// How long nothing changes while each request finds from `least` to `most` others: up to a time, for ever (`u64::MAX`),
    /// or not at all.
    pub fn rests(&self, time: u64, least: u64, most: u64) -> Option<u64> {
        let Some(smoothing) = &self.smoothing else { return Some(u64::MAX) };
        match self.rests_until {
            None => None,
            Some(until) if time <= until => Some(until.saturating_add(1)),
            // Rising asks for many, falling for few: what neither end brings, nothing between them does.
            Some(_) => [least, most].iter().all(|found| self.moved(smoothing, *found).is_none()).then_some(u64::MAX),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "the Gateway compares them as floats, too")]
    fn moved(&self, smoothing: &Smoothing, found: u64) -> Option<(Moved, i64)> {
        let Smoothing { threshold, trigger, step, .. } = *smoothing;
        let (found, part) = (found as f64, trigger * step as f64);
        if found >= self.now as f64 - part {
            let up = self.now.saturating_add(step).min(self.most);
            if up != self.now {
                return Some((Moved::Up, up));
            }
        }
        let lower = self.now.saturating_sub(step);
        let down = lower.max(threshold);
        (found <= lower as f64 - part && down != self.now).then_some((Moved::Down, down))
    }
}

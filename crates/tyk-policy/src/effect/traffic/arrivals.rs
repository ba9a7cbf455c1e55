//! When the requests of a traffic come.

use super::TrafficFault;
use super::cursor::Cursor;

/// The longest traffic, in milliseconds: 31 days.
pub(super) const LONGEST: u64 = 31 * 86_400_000;
/// The most requests of a traffic.
pub(super) const MOST_REQUESTS: u64 = 200_000_000;
/// The most requests in a [`Stretch`], and the most seconds.
const MOST: (u32, u32) = (1_000_000, 86_400);

/// A part of a traffic, up to where the next one begins: `requests` requests in `seconds` seconds, evenly spaced, the first
/// one at its start. 2 in 1 second come every 0.5 seconds; 0 requests are a silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where it begins, in milliseconds from the start.
    pub from: u64,
    /// How many requests, up to 1,000,000.
    pub requests: u32,
    /// In how many seconds, from 1 to 86,400.
    pub seconds: u32,
}

/// Requests over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traffic {
    stretches: Vec<Stretch>,
    length: u64,
    paces: Vec<Pace>,
}

/// A stretch with at least one request, ready to be counted. A time is `from + ⌊k · span / requests⌋`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pace {
    pub from: u64,
    /// How many requests come in `span` microseconds, at most 10^6.
    pub requests: u64,
    pub span: u64,
    /// How many requests come in all, at least one.
    pub count: u64,
    /// Between two requests: whole microseconds, and what is left of them in `1 / requests`.
    pub gap: u64,
    pub rest: u64,
}

impl Traffic {
    /// A drawn traffic of this length in milliseconds. What begins behind its end is cut off.
    ///
    /// # Errors
    /// The stretches are out of order or out of range, or there is too much of it.
    pub fn new(stretches: Vec<Stretch>, length: u64) -> Result<Self, TrafficFault> {
        if length > LONGEST {
            return Err(TrafficFault::TooLong);
        }
        let mut before = 0;
        for (index, stretch) in stretches.iter().enumerate() {
            let is_in_range = stretch.requests <= MOST.0 && (1..=MOST.1).contains(&stretch.seconds);
            if stretch.from < before || !is_in_range {
                return Err(TrafficFault::Stretch(index));
            }
            before = stretch.from;
        }
        let ends = stretches.iter().skip(1).map(|next| next.from.min(length)).chain([length]);
        let paces: Vec<_> = stretches.iter().zip(ends).filter_map(|(stretch, end)| Pace::of(stretch, end)).collect();
        let all: u64 = paces.iter().map(|pace| pace.count).sum();
        if all > MOST_REQUESTS {
            return Err(TrafficFault::TooMany);
        }
        Ok(Self { stretches, length, paces })
    }

    /// The stretches that it was made of.
    #[must_use]
    pub fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// How long it is, in milliseconds.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    /// How many requests it has.
    #[must_use]
    pub fn requests(&self) -> u64 {
        self.paces.iter().map(|pace| pace.count).sum()
    }

    /// When each request comes, in microseconds.
    pub fn times(&self) -> impl Iterator<Item = u64> {
        let mut cursor = Cursor::start(&self.paces);
        std::iter::from_fn(move || {
            let time = cursor.time()?;
            cursor.step();
            Some(time)
        })
    }

    pub(super) fn cursor(&self) -> Cursor<'_> {
        Cursor::start(&self.paces)
    }
}

impl Pace {
    fn of(stretch: &Stretch, end: u64) -> Option<Self> {
        let (from, end) = (stretch.from.min(end) * 1_000, end * 1_000);
        let (requests, span) = (u64::from(stretch.requests), u64::from(stretch.seconds) * 1_000_000);
        let count = ((end - from) * requests).div_ceil(span);
        let gap = span.checked_div(requests)?;
        (count > 0).then_some(Self { from, requests, span, count, gap, rest: span % requests })
    }

    /// How many of its requests come before a time.
    pub fn before(&self, time: u64) -> u64 {
        // As many microseconds as a month has, times 10^6, are below 2^62.
        let inside = time.saturating_sub(self.from).min(LONGEST * 1_000);
        (inside * self.requests).div_ceil(self.span).min(self.count)
    }

    /// When the request of this number comes.
    pub fn time(&self, number: u64) -> u64 {
        self.from + number * self.span / self.requests
    }

    /// How many requests came in the last `period` microseconds before each one, its own not among them, at least and at
    /// most, once it has gone on for so long.
    pub fn in_period(&self, period: u64) -> (u64, u64) {
        let Some(inside) = period.checked_sub(1) else { return (0, 0) };
        if self.rest == 0 {
            let count = inside / self.gap;
            return (count, count);
        }
        let most = ((period + 1) * self.requests).div_ceil(self.span).saturating_sub(1);
        (inside * self.requests / self.span, most)
    }
}

//! What came of a traffic, as a bounded number of buckets for drawing.

use super::arrivals::LONGEST;

/// Which part is drawn, and how finely. Zooming is simulating again with another window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Its start, in milliseconds; 31 days at most.
    pub from: u64,
    /// Its end, in milliseconds; what comes then is outside. At least 1 millisecond and at most 31 days behind the start.
    pub to: u64,
    /// How many buckets of equal length, from 1 to 10,000; there are at most as many as milliseconds.
    pub buckets: usize,
}

/// Requests by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Requests that came.
    pub asked: u64,
    /// Requests that passed, those that waited among them.
    pub passed: u64,
    /// Requests that passed after they had waited (throttling).
    pub waited: u64,
    /// Answers 429: over the rate.
    pub by_rate: u64,
    /// Answers 403: over the quota.
    pub by_quota: u64,
}

impl Counts {
    fn add(&mut self, more: Self) {
        self.asked += more.asked;
        self.passed += more.passed;
        self.waited += more.waited;
        self.by_rate += more.by_rate;
        self.by_quota += more.by_quota;
    }
}

/// How an allowance moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// The first request sets it to the threshold.
    Start,
    /// It rose.
    Up,
    /// It fell.
    Down,
}

/// A step of the stair of allowances.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// When, in milliseconds.
    pub at: u64,
    /// How many other requests the period held.
    pub found: u64,
    /// How it moved.
    pub how: Moved,
    /// The allowance from then on, in requests in a period.
    pub allowance: i64,
}

/// What came of a traffic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The window.
    pub window: Window,
    /// What became of the requests in each bucket; an answer counts where it is given.
    pub buckets: Vec<Counts>,
    /// What became of all requests, inside the window and outside. Those that still wait at the end are waited for.
    pub totals: Counts,
    /// The steps of the allowance in the window, and the last one before it; at most a thousand.
    pub changes: Vec<Change>,
    /// When the quota began to count anew in the window, in milliseconds; at most a thousand.
    pub resets: Vec<u64>,
    /// How many steps and resets in the window are not listed, as there were more than a thousand.
    pub not_listed: u64,
}

/// More buckets than a screen has columns of points.
const MOST_BUCKETS: usize = 10_000;
/// So many steps and so many resets are listed.
const MOST_LISTED: usize = 1_000;

/// A time line while it is made. Times are microseconds.
pub(super) struct Record {
    timeline: Timeline,
    from: u64,
    length: u64,
    current: Current,
}

/// The bucket that was counted into last.
#[derive(Clone, Copy)]
struct Current {
    place: usize,
    from: u64,
    to: u64,
}

impl Record {
    pub fn new(window: Window) -> Self {
        let from = window.from.min(LONGEST);
        let length = window.to.saturating_sub(from).clamp(1, LONGEST);
        let most = usize::try_from(length).unwrap_or(usize::MAX).min(MOST_BUCKETS);
        let window = Window { from, to: from + length, buckets: window.buckets.clamp(1, most) };
        let timeline = Timeline {
            window,
            buckets: vec![Counts::default(); window.buckets],
            totals: Counts::default(),
            changes: Vec::new(),
            resets: Vec::new(),
            not_listed: 0,
        };
        let current = Current { place: usize::MAX, from: 0, to: 0 };
        Self { timeline, from: from * 1_000, length: length * 1_000, current }
    }

    /// Where the bucket of a time ends, or the part before or behind the window.
    pub fn bucket_end(&mut self, time: u64) -> u64 {
        self.find(time);
        self.current.to
    }

    /// Counts what came of requests at a time; all of them before the bucket's end.
    pub fn count(&mut self, time: u64, counts: Counts) {
        self.timeline.totals.add(counts);
        self.find(time);
        if let Some(bucket) = self.timeline.buckets.get_mut(self.current.place) {
            bucket.add(counts);
        }
    }

    fn find(&mut self, time: u64) {
        if (self.current.from..self.current.to).contains(&time) {
            return;
        }
        let buckets = self.timeline.buckets.len() as u64;
        let end = self.from + self.length;
        self.current = match time.checked_sub(self.from) {
            None => Current { place: usize::MAX, from: 0, to: self.from },
            Some(inside) if inside >= self.length => Current { place: usize::MAX, from: end, to: u64::MAX },
            Some(inside) => {
                // The bucket of the number i begins at ⌈i · length / buckets⌉.
                let place = inside * buckets / self.length;
                let start = |place: u64| self.from + (place * self.length).div_ceil(buckets);
                let place_in_list = usize::try_from(place).unwrap_or(usize::MAX);
                Current { place: place_in_list, from: start(place), to: start(place + 1) }
            }
        };
    }

    pub fn changed(&mut self, change: Change) {
        let Window { from, to, .. } = self.timeline.window;
        let changes = &mut self.timeline.changes;
        if change.at < from {
            changes.clear();
        }
        if change.at >= to {
        } else if changes.len() < MOST_LISTED {
            changes.push(change);
        } else {
            self.timeline.not_listed += 1;
        }
    }

    pub fn reset(&mut self, time: u64) {
        let (at, window) = (time / 1_000, self.timeline.window);
        if !(window.from..window.to).contains(&at) {
        } else if self.timeline.resets.len() < MOST_LISTED {
            self.timeline.resets.push(at);
        } else {
            self.timeline.not_listed += 1;
        }
    }

    pub fn done(self) -> Timeline {
        self.timeline
    }
}

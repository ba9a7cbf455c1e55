//! A walk over the requests of a traffic, one by one or many at once.

use super::arrivals::Pace;

/// A place among the requests.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    paces: &'a [Pace],
    /// The pace that it stands in; nothing behind the last request.
    pub pace: Option<&'a Pace>,
    /// The number of the pace.
    pub place: usize,
    /// The number of the request in its pace.
    pub number: u64,
    /// The number of the request among all.
    pub index: u64,
    now: u64,
    rest: u64,
}

impl<'a> Cursor<'a> {
    pub fn start(paces: &'a [Pace]) -> Self {
        let pace = paces.first();
        Self { paces, pace, place: 0, number: 0, index: 0, now: pace.map_or(0, |pace| pace.from), rest: 0 }
    }

    /// When the request comes; nothing behind the last one.
    pub fn time(&self) -> Option<u64> {
        self.pace.map(|_| self.now)
    }

    /// Goes on to the next request.
    pub fn step(&mut self) {
        let Some(pace) = self.pace else { return };
        self.index += 1;
        self.number += 1;
        if self.number == pace.count {
            self.next_pace();
            return;
        }
        self.now += pace.gap;
        self.rest += pace.rest;
        if self.rest >= pace.requests {
            self.rest -= pace.requests;
            self.now += 1;
        }
    }

    /// Goes over `count` requests of its pace.
    pub fn skip(&mut self, count: u64) {
        let Some(pace) = self.pace else { return };
        let count = count.min(pace.count - self.number);
        self.index += count;
        self.number += count;
        if self.number == pace.count {
            self.next_pace();
        } else {
            self.now = pace.time(self.number);
            self.rest = self.number * pace.span % pace.requests;
        }
    }

    /// Goes on to the first request behind a time, but not behind `end`.
    pub fn pass(&mut self, time: u64, end: u64) {
        // Mostly there is one to be passed.
        let mut few = 2;
        while self.index < end && self.now <= time {
            match self.pace {
                Some(pace) if few == 0 => {
                    let ahead = pace.before(time.saturating_add(1)).saturating_sub(self.number);
                    self.skip(ahead.clamp(1, end - self.index));
                }
                Some(_) => {
                    few -= 1;
                    self.step();
                }
                None => return,
            }
        }
    }

    fn next_pace(&mut self) {
        self.place += 1;
        self.pace = self.paces.get(self.place);
        self.number = 0;
        self.rest = 0;
        if let Some(pace) = self.pace {
            self.now = pace.from;
        }
    }
}

//! The program that a pattern becomes: steps in a row, whose jumps are relative, so that any part can be copied.

use super::class::Class;

/// More steps than any path needs. Go allows fifty times as many, which would stop a page for seconds.
const MOST_STEPS: usize = 65_536;

/// One step of a program. Behind the last one the pattern has matched.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// Reads this code point. It is a number, since an escape can name half of a surrogate pair.
    Character(u32),
    /// Reads a code point of the class at this position of the list.
    Class(usize),
    /// Goes on if this holds between two characters.
    Assert(Assertion),
    /// Goes on at the next step and at this distance.
    Fork(isize),
    /// Goes on at this distance.
    Jump(isize),
}

/// What can hold between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Assertion {
    TextStart,
    TextEnd,
    LineStart,
    LineEnd,
    WordBoundary,
    NoWordBoundary,
}

/// The steps of a pattern, and the classes they name.
#[derive(Clone, Debug, Default)]
pub(super) struct Program {
    pub(super) steps: Vec<Step>,
    pub(super) classes: Vec<Class>,
    /// Whether there would be more steps than are kept. Those that are kept mean nothing then.
    pub(super) is_cut: bool,
}

impl Program {
    pub(super) fn push(&mut self, step: Step) {
        self.is_cut |= self.steps.len() >= MOST_STEPS;
        if !self.is_cut {
            self.steps.push(step);
        }
    }

    pub(super) fn class(&mut self, class: Class) {
        self.push(Step::Class(self.classes.len()));
        self.classes.push(class);
    }

    /// Ends an alternative that begins at `start` where another one follows. Its last step is a jump behind the last
    /// alternative; until that is known it holds the place of the jump before, `link`.
    pub(super) fn alternative(&mut self, start: usize, link: isize) -> isize {
        let place = self.steps.len() + 1;
        if self.is_cut {
            return link;
        }
        self.steps.insert(start, Step::Fork(distance(start, place + 1)));
        self.push(Step::Jump(link));
        distance(0, place)
    }

    /// Lets the jumps of a group's alternatives, from the last one back, end here.
    pub(super) fn land(&mut self, mut link: isize) {
        let end = self.steps.len();
        while let Some(place) = usize::try_from(link).ok()
            && let Some(Step::Jump(target)) = self.steps.get_mut(place)
            && !self.is_cut
        {
            link = *target;
            *target = distance(place, end);
        }
    }

    /// Repeats all that begins at `start`: the copies that must be there, then those that may be, each behind a fork to
    /// the end. Without a bound, the last copy forks back to its own start.
    pub(super) fn repeat(&mut self, start: usize, least: u32, most: Option<u32>) {
        let body = self.steps.get(start..).unwrap_or_default().to_vec();
        let copies = most.unwrap_or(least.max(1));
        let optional = copies.saturating_sub(least) as usize;
        self.is_cut |= start + (body.len() + 1) * (copies as usize + 1) >= MOST_STEPS;
        if self.is_cut {
            return;
        }
        self.steps.truncate(start);
        let end = start + body.len() * copies as usize + optional + usize::from(most.is_none());
        for copy in 0..copies {
            if copy >= least {
                self.push(Step::Fork(distance(self.steps.len(), end)));
            }
            self.steps.extend_from_slice(&body);
        }
        if most.is_none() {
            self.push(Step::Fork(distance(body.len(), 0)));
        }
    }
}

/// How far it is from one step to another. No program is long enough for the cast to lose anything.
fn distance(from: usize, to: usize) -> isize {
    to as isize - from as isize
}

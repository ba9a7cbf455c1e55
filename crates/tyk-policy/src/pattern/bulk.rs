//! How large, how deep and how often repeated a part of a pattern is: the limits of Go's `regexp/syntax`. Go measures
//! after it has merged some alternatives; so a pattern within a step or two of the limit may be judged otherwise here.

/// A thousand levels of groups and repetitions.
const DEEPEST: u32 = 1000;
/// 128 MB of instructions of 40 bytes.
const LARGEST: u64 = 3_355_443;
/// A count alone, or multiplied with the counts around it.
pub(super) const MOST_REPEATS: u32 = 1000;

/// What a part of a pattern is on top: parts of the same kind do not nest, they join.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    Literal,
    Sequence,
    Choice,
    Other,
}

/// The measures of a part of a pattern.
#[derive(Clone, Copy)]
pub(super) struct Bulk {
    pub(super) joint: Joint,
    /// How many instructions Go reckons with.
    size: u64,
    height: u32,
    /// The largest product of counts in it.
    pub(super) repeats: u32,
}

impl Bulk {
    pub(super) const fn single(joint: Joint) -> Self {
        Self { joint, size: 1, height: 1, repeats: 1 }
    }

    pub(super) fn captured(self) -> Self {
        Self { joint: Joint::Other, size: self.size + 2, height: self.height + 1, ..self }
    }

    pub(super) fn repeated(self, least: u32, most: Option<u32>) -> Self {
        let [size, least_size] = [self.size, u64::from(least)];
        let size = match most {
            None if least == 0 => 2 + size,
            None => 1 + least_size * size,
            Some(most) => u64::from(most) * size + u64::from(most - least),
        };
        let repeats = match most {
            Some(0) => 1,
            _ => most.unwrap_or(least).max(1) * self.repeats,
        };
        Self { joint: Joint::Other, size: size.max(1), height: self.height + 1, repeats }
    }

    pub(super) fn is_too_large(&self) -> bool {
        self.size > LARGEST
    }

    pub(super) fn is_too_deep(&self) -> bool {
        self.height > DEEPEST
    }
}

/// Parts that stand behind each other, or are alternatives of each other.
#[derive(Clone, Copy)]
pub(super) struct Joined {
    kind: Joint,
    count: u64,
    last: Joint,
    size: u64,
    tallest: u32,
    repeats: u32,
}

impl Joined {
    pub(super) const fn new(kind: Joint) -> Self {
        Self { kind, count: 0, last: Joint::Other, size: 0, tallest: 0, repeats: 1 }
    }

    pub(super) fn add(&mut self, part: Bulk) {
        // Characters behind each other are one part, a text.
        let continues_text = self.kind == Joint::Sequence && part.joint == Joint::Literal && self.last == part.joint;
        if self.count == 0 || !continues_text {
            self.count += 1;
        }
        self.last = part.joint;
        self.size += part.size;
        self.tallest = self.tallest.max(part.height - u32::from(part.joint == self.kind));
        self.repeats = self.repeats.max(part.repeats);
    }

    /// What the parts are together.
    pub(super) fn whole(&self) -> Bulk {
        let between = if self.kind == Joint::Choice { self.count.saturating_sub(1) } else { 0 };
        let size = (self.size + between).max(1);
        match self.count {
            0 => Bulk::single(Joint::Other),
            1 => {
                let height = self.tallest + u32::from(self.last == self.kind);
                Bulk { joint: self.last, size, height, repeats: self.repeats }
            }
            _ => Bulk { joint: self.kind, size, height: self.tallest + 1, repeats: self.repeats },
        }
    }
}

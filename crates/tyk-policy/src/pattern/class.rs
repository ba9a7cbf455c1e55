//! Sets of characters, of which one is read.

use super::Doubt;

/// The largest code point.
const LAST: u32 = 0x0010_FFFF;
/// The first code point that is not ASCII.
const BEYOND_ASCII: u32 = 0x80;
/// ſ, which is an `s` where case does not matter.
const LONG_S: u32 = 0x017F;
/// The sign for kelvin, which is a `k` where case does not matter.
const KELVIN: u32 = 0x212A;

/// A set of code points.
#[derive(Clone, Debug, Default)]
pub(super) struct Class {
    ranges: Vec<(u32, u32)>,
    /// Whether the set is what the ranges leave.
    pub(super) is_negated: bool,
    /// Whether case does not matter.
    folds: bool,
    /// Whether a set of Unicode is asked for, which may hold any character beyond ASCII.
    is_open: bool,
}

/// Whether a class holds a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Known(bool),
    Unknown(Doubt),
}

/// What a named set holds beyond ASCII.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Beyond {
    Nothing,
    Everything,
    /// What only the tables of Unicode know.
    Unknown,
}

impl Class {
    pub(super) fn new(folds: bool) -> Self {
        Self { folds, ..Self::default() }
    }

    /// What `.` means.
    pub(super) fn any(with_line_feed: bool) -> Self {
        let mut class = Self { is_negated: true, ..Self::default() };
        if !with_line_feed {
            class.push(10, 10);
        }
        class
    }

    /// RE2 folds characters one to one: beyond ASCII, only a table knows which.
    pub(super) fn holds(&self, code: u32) -> Answer {
        let lists = |code: u32| self.ranges.iter().any(|(from, to)| (*from..=*to).contains(&code));
        let may_equal = || has_case(code) && self.ranges.iter().any(|(_, to)| *to >= BEYOND_ASCII);
        if lists(code) || self.folds && equals(code).into_iter().any(lists) {
            Answer::Known(!self.is_negated)
        } else if self.is_open && code >= BEYOND_ASCII {
            Answer::Unknown(Doubt::UnicodeClass)
        } else if self.folds && may_equal() {
            Answer::Unknown(Doubt::CaseFolding)
        } else {
            Answer::Known(self.is_negated)
        }
    }

    pub(super) fn push(&mut self, from: u32, to: u32) {
        self.ranges.push((from, to));
    }

    /// A named set, or what it leaves.
    pub(super) fn set(&mut self, holds: &dyn Fn(u8) -> bool, beyond: Beyond, is_negated: bool) {
        let folds = self.folds;
        let is_member = |byte: u8| holds(byte) || folds && byte.is_ascii_alphabetic() && holds(byte ^ 0x20);
        // A set of ASCII has both `k` and `s` or neither.
        let has_signs = folds && is_member(b's');
        for byte in 0..128 {
            if is_member(byte) != is_negated {
                self.ranges.push((byte.into(), byte.into()));
            }
        }
        match (beyond, is_negated) {
            (Beyond::Unknown, _) => self.is_open = true,
            (Beyond::Nothing, true) if has_signs => {
                self.push(BEYOND_ASCII, LONG_S - 1);
                self.push(LONG_S + 1, KELVIN - 1);
                self.push(KELVIN + 1, LAST);
            }
            (Beyond::Nothing, true) | (Beyond::Everything, false) => self.push(BEYOND_ASCII, LAST),
            (Beyond::Nothing, false) | (Beyond::Everything, true) => {}
        }
    }
}

/// The characters that are equal to a letter of ASCII where case does not matter, or to a sign that is one.
fn equals(code: u32) -> [u32; 3] {
    let [k, s] = [u32::from(b'k'), u32::from(b's')];
    let small = match code {
        KELVIN => k,
        LONG_S => s,
        0x41..=0x5A => code + 0x20,
        0x61..=0x7A => code,
        _ => return [code; 3],
    };
    let sign = match small {
        _ if small == k => KELVIN,
        _ if small == s => LONG_S,
        _ => small,
    };
    [small, small - 0x20, sign]
}

/// Whether a character beyond ASCII may be equal to others that only a table knows: the blocks that hold all such.
fn has_case(code: u32) -> bool {
    matches!(code, 0xB5..=0x586 | 0x10A0..=0x2D2D | 0xA640..=0xABBF | 0xFF21..=0x1_E943)
        && !matches!(code, LONG_S | KELVIN)
}

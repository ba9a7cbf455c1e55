//! Groups, their alternatives and their flags.

use super::bulk::{Bulk, Joined, Joint};
use super::fault::{PatternFault, PatternFaultKind};
use super::parser::Parser;

/// The flags that change what matches. (`U` changes only how much of the path a match takes.)
#[derive(Clone, Copy, Default)]
pub(super) struct Flags {
    /// `i`: case does not matter.
    pub(super) folds: bool,
    /// `m`: `^` and `$` stand for the ends of a line.
    pub(super) has_lines: bool,
    /// `s`: `.` stands for a line feed as well.
    pub(super) dot_is_all: bool,
}

/// A group that is not closed yet.
pub(super) struct Group {
    /// Where it begins in the pattern.
    pub(super) at: usize,
    captures: bool,
    /// The flags that hold behind it.
    flags: Flags,
    /// Its first step.
    start: usize,
    /// The first step of its current alternative.
    alternative: usize,
    /// The last step of the alternative before; below 0 there is none.
    link: isize,
    choice: Joined,
    sequence: Joined,
    /// What was read last: a repetition that follows belongs to it.
    pub(super) last: Option<Atom>,
}

/// A part of a pattern that a repetition can belong to.
pub(super) struct Atom {
    pub(super) start: usize,
    pub(super) bulk: Bulk,
}

impl Default for Group {
    fn default() -> Self {
        Self {
            at: 0,
            captures: false,
            flags: Flags::default(),
            start: 0,
            alternative: 0,
            link: -1,
            choice: Joined::new(Joint::Choice),
            sequence: Joined::new(Joint::Sequence),
            last: None,
        }
    }
}

impl Group {
    /// A part whose steps begin at `start`.
    pub(super) fn push(&mut self, start: usize, bulk: Bulk) {
        if let Some(before) = self.last.replace(Atom { start, bulk }) {
            self.sequence.add(before.bulk);
        }
    }

    fn end_alternative(&mut self) {
        if let Some(last) = self.last.take() {
            self.sequence.add(last.bulk);
        }
        self.choice.add(self.sequence.whole());
        self.sequence = Joined::new(Joint::Sequence);
    }
}

impl Parser<'_> {
    /// Opens a group, or sets flags, behind the `(` at `start`.
    pub(super) fn open(&mut self, start: usize) -> Result<(), PatternFault> {
        let flags = self.flags;
        let captures = !self.text.eat("?") || self.name(start)?;
        if captures || self.flags(start)? {
            let steps = self.program.steps.len();
            let group = Group { at: start, captures, flags, start: steps, alternative: steps, ..Group::default() };
            self.outer.push(std::mem::replace(&mut self.group, group));
        }
        Ok(())
    }

    /// Reads `P<name>` or `<name>`. The second form is known since Go 1.22.
    fn name(&mut self, start: usize) -> Result<bool, PatternFault> {
        let rest = self.text.rest();
        // Without anything behind the `<`, Go does not look for a name.
        if !["P<", "<"].iter().any(|opening| rest.len() > opening.len() && self.text.eat(opening)) {
            return Ok(false);
        }
        let name = self.text.until(">");
        if name.is_none() {
            self.text.skip_all();
        }
        let is_name =
            |name: &str| !name.is_empty() && name.bytes().all(|byte| byte == b'_' || byte.is_ascii_alphanumeric());
        if name.is_some_and(is_name) {
            Ok(true)
        } else {
            Err(self.text.fault(PatternFaultKind::InvalidGroupName, start))
        }
    }

    /// Reads flags up to `:`, which opens a group, or to `)`, which does not.
    fn flags(&mut self, start: usize) -> Result<bool, PatternFault> {
        let mut flags = self.flags;
        let mut is_on = true;
        // At least one flag must follow a `-`.
        let mut is_complete = true;
        while let Some(character) = self.text.take() {
            match character {
                'i' => flags.folds = is_on,
                'm' => flags.has_lines = is_on,
                's' => flags.dot_is_all = is_on,
                'U' => {}
                '-' if is_on => is_on = false,
                ':' | ')' if is_complete => {
                    self.flags = flags;
                    return Ok(character == ':');
                }
                _ => break,
            }
            is_complete = character != '-';
        }
        Err(self.text.fault(PatternFaultKind::UnsupportedPerl, start))
    }

    pub(super) fn alternative(&mut self) {
        self.group.end_alternative();
        self.group.link = self.program.alternative(self.group.alternative, self.group.link);
        self.group.alternative = self.program.steps.len();
    }

    pub(super) fn close(&mut self, start: usize) -> Result<(), PatternFault> {
        let Some(outer) = self.outer.pop() else {
            return Err(self.text.fault(PatternFaultKind::UnexpectedParenthesis, start));
        };
        let bulk = self.finish_group();
        let group = std::mem::replace(&mut self.group, outer);
        let bulk = if group.captures { bulk.captured() } else { bulk };
        self.flags = group.flags;
        self.group.push(group.start, bulk);
        self.within_limits(bulk)
    }

    /// Ends the last alternative: the measures of the group.
    pub(super) fn finish_group(&mut self) -> Bulk {
        self.group.end_alternative();
        self.program.land(self.group.link);
        self.group.choice.whole()
    }
}

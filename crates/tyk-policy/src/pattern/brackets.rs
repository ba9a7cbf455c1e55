//! Sets of characters in brackets.

use super::class::Class;
use super::fault::{PatternFault, PatternFaultKind};
use super::scanner::Scanner;

impl Scanner<'_> {
    /// A set from its `[` to its `]`.
    pub(super) fn brackets(&mut self, folds: bool) -> Result<Class, PatternFault> {
        let start = self.at;
        let mut class = Class::new(folds);
        self.at += 1;
        class.is_negated = self.eat("^");
        let mut is_first = true;
        // A `]` in the first place is a member.
        while is_first || !self.eat("]") {
            is_first = false;
            if self.posix_set(&mut class)?.is_none() && self.set(&mut class)?.is_none() {
                self.range(&mut class, start)?;
            }
        }
        Ok(class)
    }

    /// A set like `[:alpha:]` or `[:^digit:]`. Nothing if none stands here.
    fn posix_set(&mut self, class: &mut Class) -> Result<Option<()>, PatternFault> {
        let start = self.at;
        let mut ahead = *self;
        let name = if ahead.eat("[:") { ahead.until(":]") } else { None };
        let Some(name) = name else { return Ok(None) };
        *self = ahead;
        let negated = name.strip_prefix('^');
        let name = negated.unwrap_or(name);
        // Perl's sets share the list under the names of their letters.
        let known = if name.len() > 1 { class.ascii_set(name, negated.is_some()) } else { None };
        known.map(Some).ok_or_else(|| self.fault(PatternFaultKind::InvalidRange, start))
    }

    /// A character, or two with a `-` between them.
    fn range(&mut self, class: &mut Class, bracket: usize) -> Result<(), PatternFault> {
        let start = self.at;
        let from = self.member(bracket)?;
        let mut to = from;
        let mut ahead = *self;
        // A `-` in the last place is a member.
        if ahead.eat("-") && ahead.peek().is_some_and(|next| next != ']') {
            *self = ahead;
            to = self.member(bracket)?;
        }
        if to < from {
            return Err(self.fault(PatternFaultKind::InvalidRange, start));
        }
        class.push(from, to);
        Ok(())
    }

    fn member(&mut self, bracket: usize) -> Result<u32, PatternFault> {
        if self.peek() == Some('\\') {
            return self.escape();
        }
        let character = self.take();
        character.map(u32::from).ok_or_else(|| self.fault(PatternFaultKind::MissingBracket, bracket))
    }
}

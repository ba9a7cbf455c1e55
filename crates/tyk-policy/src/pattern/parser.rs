//! A pattern read from left to right into its program. Open groups are kept in a list, so that no nesting, however
//! deep, takes up the stack.

use super::bulk::{Bulk, Joint, MOST_REPEATS};
use super::class::Class;
use super::fault::{PatternFault, PatternFaultKind};
use super::group::{Flags, Group};
use super::program::{Assertion, Program, Step};
use super::scanner::Scanner;

pub(super) struct Parser<'a> {
    pub(super) text: Scanner<'a>,
    pub(super) program: Program,
    pub(super) flags: Flags,
    /// The innermost group; the outermost one is the pattern itself.
    pub(super) group: Group,
    /// The groups around it.
    pub(super) outer: Vec<Group>,
    /// Where the repetition begins that was read last, if it was the last thing that was read.
    repetition: Option<usize>,
}

/// The program of a prepared pattern.
pub(super) fn program(pattern: &str) -> Result<Program, PatternFault> {
    let mut parser = Parser {
        text: Scanner::new(pattern),
        program: Program::default(),
        flags: Flags::default(),
        group: Group::default(),
        outer: Vec::new(),
        repetition: None,
    };
    while let Some(character) = parser.text.peek() {
        let repetition = parser.repetition.take();
        parser.item(character, repetition)?;
    }
    if !parser.outer.is_empty() {
        parser.text = Scanner::new(pattern);
        parser.text.at = parser.group.at + 1;
        return Err(parser.text.fault(PatternFaultKind::MissingParenthesis, parser.group.at));
    }
    let bulk = parser.finish_group();
    parser.within_limits(bulk)?;
    Ok(parser.program)
}

impl Parser<'_> {
    fn item(&mut self, character: char, repetition: Option<usize>) -> Result<(), PatternFault> {
        let start = self.text.at;
        match character {
            '\\' => return self.backslash(),
            '[' => {
                let class = self.text.brackets(self.flags.folds)?;
                self.class(class);
                return Ok(());
            }
            '{' => return self.counts(repetition),
            _ => self.text.take(),
        };
        match character {
            '(' => self.open(start)?,
            ')' => self.close(start)?,
            '|' => self.alternative(),
            '^' if self.flags.has_lines => self.assert(Assertion::LineStart),
            '^' => self.assert(Assertion::TextStart),
            '$' if self.flags.has_lines => self.assert(Assertion::LineEnd),
            '$' => self.assert(Assertion::TextEnd),
            '.' => self.class(Class::any(self.flags.dot_is_all)),
            '*' => self.repeat(start, (0, None), repetition)?,
            '+' => self.repeat(start, (1, None), repetition)?,
            '?' => self.repeat(start, (0, Some(1)), repetition)?,
            _ => self.literal(character.into()),
        }
        Ok(())
    }

    fn backslash(&mut self) -> Result<(), PatternFault> {
        let assertions = [
            ("\\A", Assertion::TextStart),
            ("\\z", Assertion::TextEnd),
            ("\\b", Assertion::WordBoundary),
            ("\\B", Assertion::NoWordBoundary),
        ];
        if let Some((_, assertion)) = assertions.into_iter().find(|(text, _)| self.text.eat(text)) {
            self.assert(assertion);
            return Ok(());
        }
        if self.text.eat("\\Q") {
            let mut quoted = self.text;
            let text = quoted.until("\\E").unwrap_or_else(|| {
                quoted.skip_all();
                self.text.rest()
            });
            text.chars().for_each(|character| self.literal(character.into()));
            self.text = quoted;
            return Ok(());
        }
        let mut class = Class::new(self.flags.folds);
        if self.text.set(&mut class)?.is_some() {
            self.class(class);
        } else {
            let code = self.text.escape()?;
            self.literal(code);
        }
        Ok(())
    }

    fn literal(&mut self, code: u32) {
        let start = self.program.steps.len();
        if self.flags.folds {
            let mut class = Class::new(true);
            class.push(code, code);
            self.program.class(class);
        } else {
            self.program.push(Step::Character(code));
        }
        self.group.push(start, Bulk::single(Joint::Literal));
    }

    fn class(&mut self, class: Class) {
        let start = self.program.steps.len();
        self.program.class(class);
        self.group.push(start, Bulk::single(Joint::Other));
    }

    fn assert(&mut self, assertion: Assertion) {
        let start = self.program.steps.len();
        self.program.push(Step::Assert(assertion));
        self.group.push(start, Bulk::single(Joint::Other));
    }

    /// A count in braces. Braces with anything else are plain characters.
    fn counts(&mut self, repetition: Option<usize>) -> Result<(), PatternFault> {
        let start = self.text.at;
        let mut ahead = self.text;
        let Some((least, most)) = ahead.counts() else {
            self.text.take();
            self.literal('{'.into());
            return Ok(());
        };
        self.text = ahead;
        let largest = most.unwrap_or(least);
        if least > MOST_REPEATS || largest > MOST_REPEATS || least > largest {
            return Err(self.text.fault(PatternFaultKind::InvalidCount, start));
        }
        self.repeat(start, (least, most), repetition)
    }

    /// Repeats what was read last, by the repetition that begins at `start`.
    fn repeat(
        &mut self,
        start: usize,
        (least, most): (u32, Option<u32>),
        repetition: Option<usize>,
    ) -> Result<(), PatternFault> {
        // As few or as many as possible: the same paths match.
        self.text.eat("?");
        if let Some(first) = repetition {
            return Err(self.text.fault(PatternFaultKind::DoubleRepetition, first));
        }
        let Some(atom) = &mut self.group.last else {
            return Err(self.text.fault(PatternFaultKind::MissingRepeated, start));
        };
        atom.bulk = atom.bulk.repeated(least, most);
        let (first, bulk) = (atom.start, atom.bulk);
        self.within_limits(bulk)?;
        if bulk.repeats > MOST_REPEATS {
            return Err(self.text.fault(PatternFaultKind::InvalidCount, start));
        }
        self.program.repeat(first, least, most);
        self.repetition = Some(start);
        Ok(())
    }

    pub(super) fn within_limits(&self, bulk: Bulk) -> Result<(), PatternFault> {
        let kind = match bulk {
            _ if bulk.is_too_large() => PatternFaultKind::TooLarge,
            _ if bulk.is_too_deep() => PatternFaultKind::TooDeep,
            _ => return Ok(()),
        };
        Err(self.text.fault(kind, 0))
    }
}

//! From the bytes of a file to the elements of its list, map or wrapper, one at a time.

use std::io::{self, BufRead, BufReader, Read};

use tyk_policy::check::Segment;
use tyk_policy::draft::Json;
use tyk_policy::read::{self, Outline, Position};

use super::scanner::Scanner;
use crate::failure::Failure;

/// Why a walk ended early.
#[derive(Debug)]
pub enum Trouble {
    /// The file is not strict JSON, or not of a form that can be taken apart.
    NotPlain,
    /// It cannot be read.
    Io(io::Error),
    /// The result cannot be written.
    Failed(Failure),
    /// The reader of the result went away.
    Gone,
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// An item of the list, a member of the map, or one of those in a wrapper.
#[derive(Debug)]
pub struct Element<'a> {
    /// The way to it.
    pub trail: &'a [Segment],
    /// As it stands in the file.
    pub text: &'a str,
    /// What it is.
    pub value: Json,
    /// Where it starts.
    pub at: Position,
    /// How many bytes of the file are over when it ends.
    pub end: u64,
}

/// Who is told what goes by.
pub trait Visitor {
    /// The root or a wrapper starts.
    ///
    /// # Errors
    /// The rest is not wanted.
    fn opened(&mut self, _trail: &[Segment], _is_list: bool, _at: Position) -> Result<(), Trouble> {
        Ok(())
    }

    /// An element goes by.
    ///
    /// # Errors
    /// The rest is not wanted.
    fn element(&mut self, element: Element<'_>) -> Result<(), Trouble>;

    /// The root or a wrapper ends.
    fn closed(&mut self, _trail: &[Segment]) {}
}

/// Walks through a file and gives back the scanner, which knows what it has passed.
///
/// # Errors
/// It ended early.
pub fn walk<R: Read>(file: R, visitor: &mut dyn Visitor) -> Result<Scanner<BufReader<R>>, Trouble> {
    let scanner = Scanner::new(BufReader::with_capacity(64 << 10, file));
    let mut walk = Walk { scanner, visitor, trail: Vec::new(), text: Vec::new() };
    walk.scanner.white_space()?;
    match walk.scanner.peek()? {
        Some(b'{' | b'[') => walk.container()?,
        _ => return Err(Trouble::NotPlain),
    }
    walk.scanner.white_space()?;
    if walk.scanner.peek()?.is_some() { Err(Trouble::NotPlain) } else { Ok(walk.scanner) }
}

struct Walk<'v, R> {
    scanner: Scanner<R>,
    visitor: &'v mut dyn Visitor,
    trail: Vec<Segment>,
    /// The last name or element. One buffer for all of them.
    text: Vec<u8>,
}

impl<R: BufRead> Walk<'_, R> {
    /// A list or an object whose elements are wanted. The scanner stands before its bracket.
    fn container(&mut self) -> Result<(), Trouble> {
        let at = self.scanner.position();
        let is_list = self.scanner.take(b'[')?;
        let close = if is_list { b']' } else { b'}' };
        if !is_list {
            self.scanner.take(b'{')?;
        }
        self.visitor.opened(&self.trail, is_list, at)?;
        self.scanner.white_space()?;
        let mut index = 0;
        let mut is_over = self.scanner.take(close)?;
        while !is_over {
            let step = if is_list { Segment::Index(index) } else { Segment::Key(self.name()?) };
            self.trail.push(step);
            self.child()?;
            self.trail.pop();
            index += 1;
            self.scanner.white_space()?;
            is_over = self.scanner.take(close)?;
            if !is_over {
                self.must_take(b',')?;
                self.scanner.white_space()?;
            }
        }
        self.visitor.closed(&self.trail);
        Ok(())
    }

    /// What stands behind a name or in a list. Only a wrapper of the root is walked through; all else is an element.
    fn child(&mut self) -> Result<(), Trouble> {
        if let ([Segment::Key(name)], Some(b'{' | b'[')) = (self.trail.as_slice(), self.scanner.peek()?)
            && Outline::is_wrapper(name)
        {
            return self.container();
        }
        let at = self.scanner.position();
        let value = self.value()?;
        let text = str::from_utf8(&self.text).map_err(|_| Trouble::NotPlain)?;
        let end = self.scanner.offset();
        self.visitor.element(Element { trail: &self.trail, text, value, at, end })
    }

    fn name(&mut self) -> Result<String, Trouble> {
        let Json::String(name) = self.value()? else { return Err(Trouble::NotPlain) };
        self.scanner.white_space()?;
        self.must_take(b':')?;
        self.scanner.white_space()?;
        Ok(name)
    }

    fn value(&mut self) -> Result<Json, Trouble> {
        self.text.clear();
        self.scanner.value(read::DEEPEST.saturating_sub(self.trail.len()), &mut self.text)?;
        let text = str::from_utf8(&self.text).map_err(|_| Trouble::NotPlain)?;
        read::json(text).map_err(|_| Trouble::NotPlain)
    }

    fn must_take(&mut self, byte: u8) -> Result<(), Trouble> {
        if self.scanner.take(byte)? { Ok(()) } else { Err(Trouble::NotPlain) }
    }
}

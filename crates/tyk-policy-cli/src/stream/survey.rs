//! The first pass: what is the file, and what is to be said of the whole of it?

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

use tyk_policy::check::{Report, Segment};
use tyk_policy::read::{Items, Outline, Position, TextKind, about_collection};

use super::walk::{Element, Trouble, Visitor, walk};
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Input;
use crate::progress::Progress;

/// What a large file is.
#[derive(Debug)]
pub struct Survey {
    /// What it was recognised as.
    pub kind: TextKind,
    /// What is to be said of the whole.
    pub report: Report,
    /// Where its value starts.
    pub root: Position,
}

/// Finds out what a file of this length is; nothing if it has to be read as a whole.
///
/// # Errors
/// It cannot be read.
pub fn survey(input: &Input, length: u64, console: &mut Console<'_>) -> Result<Option<Survey>, Failure> {
    console.progress.doing("reading");
    let mut surveyor = Surveyor::new(&mut console.progress);
    match walk(input.open()?, &mut surveyor) {
        Ok(passed) => {
            let length = usize::try_from(length).unwrap_or(usize::MAX);
            let about = |kind| about_collection(kind, length, passed.carriage_returns());
            let kind = surveyor.outline.collection();
            Ok(kind.map(|kind| Survey { kind, report: about(kind), root: surveyor.root }))
        }
        Err(Trouble::Io(error)) => Err(input.unreadable(error)),
        Err(Trouble::Failed(failure)) => Err(failure),
        Err(Trouble::NotPlain | Trouble::Gone) => Ok(None),
    }
}

struct Surveyor<'p> {
    progress: &'p mut Progress,
    outline: Outline,
    /// What is in the wrapper that goes by.
    inner: Items,
    root: Position,
    /// The hashes of all names: of a name that comes twice only the last one has its place, and only the whole text tells.
    names: HashSet<u64>,
    hasher: RandomState,
}

impl<'p> Surveyor<'p> {
    fn new(progress: &'p mut Progress) -> Self {
        Self {
            progress,
            outline: Outline::new(true),
            inner: Items::new(true),
            root: Position { line: 1, column: 1 },
            names: HashSet::new(),
            hasher: RandomState::new(),
        }
    }

    fn only_once(&mut self, trail: &[Segment]) -> Result<(), Trouble> {
        let is_name = matches!(trail.last(), Some(Segment::Key(_)));
        if is_name && !self.names.insert(self.hasher.hash_one(trail)) { Err(Trouble::NotPlain) } else { Ok(()) }
    }
}

impl Visitor for Surveyor<'_> {
    fn opened(&mut self, trail: &[Segment], is_list: bool, at: Position) -> Result<(), Trouble> {
        if trail.is_empty() {
            (self.outline, self.root) = (Outline::new(is_list), at);
        } else {
            self.inner = Items::new(is_list);
        }
        self.only_once(trail)
    }

    fn element(&mut self, element: Element<'_>) -> Result<(), Trouble> {
        self.only_once(element.trail)?;
        match element.trail {
            [Segment::Key(name)] => self.outline.member(name, &element.value),
            [_] => self.outline.item(&element.value),
            _ => self.inner.add(&element.value),
        }
        self.progress.at(element.end);
        if self.outline.is_single() { Err(Trouble::NotPlain) } else { Ok(()) }
    }

    fn closed(&mut self, trail: &[Segment]) {
        if let [Segment::Key(name)] = trail {
            self.outline.wrapper(name, self.inner);
        }
    }
}

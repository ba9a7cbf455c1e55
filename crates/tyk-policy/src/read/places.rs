//! Where each value of a text stands: worked out only when somebody asks, so that reading itself stays quick.

use std::collections::HashMap;
use std::ops::Range;

use super::lines::{Lines, Position};
use super::source::{Source, open_json};
use super::spliced::Spliced;
use crate::check::{Path, Segment};

/// One step down from a value to a value inside it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Step {
    Name(String),
    Item(usize),
}

/// The number of a value whose place was written down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Node(usize);

/// Byte offsets of a member: where its name starts, and its value. For an item of a list both are the same.
#[derive(Clone, Copy, Debug, Default)]
struct Start {
    name: usize,
    value: usize,
}

/// Byte offsets of all values of a text, written down while it is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Offsets {
    children: HashMap<(Node, Step), Node>,
    starts: Vec<Start>,
}

impl Offsets {
    /// Writes down the root. It comes first.
    pub(super) fn root(&mut self, value: usize) -> Node {
        self.node(Start { name: value, value })
    }

    /// Writes down a member. Of two with one name the last counts, as it does for Tyk.
    pub(super) fn member(&mut self, parent: Node, name: &str, name_at: usize, value_at: usize) -> Node {
        let node = self.node(Start { name: name_at, value: value_at });
        self.children.insert((parent, Step::Name(name.to_owned())), node);
        node
    }

    /// Whether a member of this name was written down.
    pub(super) fn has_member(&self, parent: Node, name: &str) -> bool {
        self.children.contains_key(&(parent, Step::Name(name.to_owned())))
    }

    /// Writes down an item of a list.
    pub(super) fn item(&mut self, parent: Node, index: usize, value: usize) -> Node {
        let node = self.node(Start { name: value, value });
        self.children.insert((parent, Step::Item(index)), node);
        node
    }

    fn node(&mut self, start: Start) -> Node {
        self.starts.push(start);
        Node(self.starts.len() - 1)
    }

    /// The offsets of the value at `path`, or of the closest one around it that is there.
    fn closest(&self, path: &Path) -> Option<(Start, bool)> {
        let mut node = Node::default();
        let mut whole = true;
        for segment in path.segments() {
            let step = match segment {
                Segment::Name(name) => Step::Name((*name).to_owned()),
                Segment::Key(key) => Step::Name(key.clone()),
                Segment::Index(index) => Step::Item(*index),
            };
            let Some(next) = self.children.get(&(node, step)) else {
                whole = false;
                break;
            };
            node = *next;
        }
        self.starts.get(node.0).map(|start| (*start, whole))
    }

    /// Where the value at `path` starts, or the closest one around it.
    pub(super) fn value(&self, path: &Path) -> Option<usize> {
        self.closest(path).map(|(start, _)| start.value)
    }

    /// Where the name of the member at `path` starts, or the closest value around it.
    pub(super) fn name(&self, path: &Path) -> Option<usize> {
        self.closest(path).map(|(start, whole)| if whole { start.name } else { start.value })
    }
}

/// The places of all values of a text: of its JSON, of the body of its curl command, of its YAML.
#[derive(Debug)]
pub struct Places<'a> {
    lines: Lines<'a>,
    /// For each value of the text: its offsets, and how they lead to those of the text.
    parts: Vec<(Offsets, Option<Spliced>)>,
    /// How many bytes stand before what was read.
    skipped: usize,
}

impl<'a> Places<'a> {
    /// Reads the text again, for its places.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let foreign = || super::Foreign::take_apart(super::without_mark(text));
        let source = open_json(text, true).unwrap_or_else(|| super::source::open_foreign(text, foreign(), true));
        Self::of_source(text, source)
    }

    /// Reads a text of JSON again, for its places; nothing if it is none.
    #[must_use]
    pub fn of_json(text: &'a str) -> Option<Self> {
        Some(Self::of_source(text, open_json(text, true)?))
    }

    fn of_source(text: &'a str, source: Source) -> Self {
        let parts = source.parts.into_iter().map(|part| (part.offsets, part.splice)).collect();
        Self { lines: Lines::of(text), parts, skipped: source.skipped }
    }

    /// Where the value at `path` starts, or the closest one around it that is there.
    #[must_use]
    pub fn value(&self, path: &Path) -> Option<Position> {
        self.position(path, Offsets::value)
    }

    /// Where the name of the member at `path` starts, or the closest value around it.
    #[must_use]
    pub fn name(&self, path: &Path) -> Option<Position> {
        self.position(path, Offsets::name)
    }

    /// Of a text with curl commands, the bytes around a place that are part of a body. All else may be a secret and is not to
    /// be shown.
    #[must_use]
    pub fn body_around(&self, place: Position) -> Option<Range<usize>> {
        let at = self.lines.offset(place).checked_sub(self.skipped)?;
        let run = self.parts.iter().find_map(|(_, splice)| splice.as_ref()?.run_around(at))?;
        Some(run.start + self.skipped..run.end + self.skipped)
    }

    fn position(&self, path: &Path, offset: impl Fn(&Offsets, &Path) -> Option<usize>) -> Option<Position> {
        let (first, inside) = match path.segments() {
            [Segment::Index(index), inside @ ..] if self.parts.len() > 1 => (*index, Path::from(inside.to_vec())),
            _ => (0, path.clone()),
        };
        let (offsets, splice) = self.parts.get(first)?;
        let at = offset(offsets, &inside)?;
        let at = splice.as_ref().map_or(at, |splice| splice.source_offset(at));
        Some(self.lines.position(at + self.skipped))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_has_the_place_of_what_is_around_it() {
        let mut offsets = Offsets::default();
        let root = offsets.root(0);
        let list = offsets.member(root, "a", 1, 6);
        offsets.item(list, 0, 7);
        let path = |segments: Vec<Segment>| Path::from(segments);
        assert_eq!(offsets.value(&path(vec![Segment::Name("a"), Segment::Index(0)])), Some(7));
        assert_eq!(offsets.value(&path(vec![Segment::Name("a"), Segment::Index(9)])), Some(6));
        assert_eq!(offsets.name(&path(vec![Segment::Name("a")])), Some(1));
        assert_eq!(offsets.value(&path(vec![Segment::Name("b")])), Some(0));
    }
}

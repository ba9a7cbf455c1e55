//! The place of a finding, as data.

use std::fmt;

/// One step into a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Segment {
    /// A field of the catalogue.
    Name(&'static str),
    /// A key of a map, or an unknown member.
    Key(String),
    /// An item of a list, from 0.
    Index(usize),
}

impl Segment {
    /// The name of a member; nothing for an item of a list.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Name(name) => Some(name),
            Self::Key(key) => Some(key),
            Self::Index(_) => None,
        }
    }

    /// Whether both lead to the same value: a name of the catalogue may stand in the other path as a plain key.
    fn is_same_step(&self, other: &Self) -> bool {
        match (self.name(), other.name()) {
            (Some(one), Some(other)) => one == other,
            _ => self == other,
        }
    }
}

/// A place in a policy. Shown as a JSON pointer (RFC 6901); the root is the empty text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Path(Vec<Segment>);

impl Path {
    /// The whole value.
    #[must_use]
    pub const fn root() -> Self {
        Self(Vec::new())
    }

    /// One step to a field of the catalogue.
    #[must_use]
    pub fn name(mut self, name: &'static str) -> Self {
        self.0.push(Segment::Name(name));
        self
    }

    /// One step to a key of a map.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.0.push(Segment::Key(key.to_owned()));
        self
    }

    /// One step to an item of a list.
    #[must_use]
    pub fn item(mut self, index: usize) -> Self {
        self.0.push(Segment::Index(index));
        self
    }

    /// The same place seen from further out.
    #[must_use]
    pub fn inside(self, outer: &Self) -> Self {
        Self(outer.0.iter().cloned().chain(self.0).collect())
    }

    /// The same place where `from` was moved to `to`; nothing if it does not lie in `from`.
    #[must_use]
    pub fn moved(&self, from: &Self, to: &Self) -> Option<Self> {
        self.behind(&from.0).map(|rest| Self(to.0.iter().chain(rest).cloned().collect()))
    }

    /// What is left of the path behind `outer`; nothing if it does not lead there or into it.
    #[must_use]
    pub fn behind(&self, outer: &[Segment]) -> Option<&[Segment]> {
        let (head, rest) = self.0.split_at_checked(outer.len())?;
        head.iter().zip(outer).all(|(one, other)| one.is_same_step(other)).then_some(rest)
    }

    /// The steps.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }
}

impl From<Vec<Segment>> for Path {
    fn from(segments: Vec<Segment>) -> Self {
        Self(segments)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for segment in &self.0 {
            match segment {
                Segment::Name(name) => write!(f, "/{name}")?,
                Segment::Key(key) => write!(f, "/{}", key.replace('~', "~0").replace('/', "~1"))?,
                Segment::Index(index) => write!(f, "/{index}")?,
            }
        }
        Ok(())
    }
}

/// The way to a value while somebody walks down; it becomes a [`Path`] only where something is found.
#[derive(Clone, Copy)]
pub(crate) struct Trail<'a> {
    outer: Option<&'a Trail<'a>>,
    step: Step<'a>,
}

/// One borrowed step.
#[derive(Clone, Copy)]
pub(crate) enum Step<'a> {
    Name(&'static str),
    Key(&'a str),
    Index(usize),
}

impl<'a> Trail<'a> {
    pub(crate) fn start(step: Step<'a>) -> Self {
        Self { outer: None, step }
    }

    pub(crate) fn then<'b>(&'b self, step: Step<'b>) -> Trail<'b> {
        Trail { outer: Some(self), step }
    }

    pub(crate) fn path(&self) -> Path {
        let mut path = self.outer.map_or_else(Path::root, Trail::path);
        path.0.push(match self.step {
            Step::Name(name) => Segment::Name(name),
            Step::Key(key) => Segment::Key(key.to_owned()),
            Step::Index(index) => Segment::Index(index),
        });
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_with_slash_and_tilde_is_escaped_as_a_json_pointer_wants() {
        assert_eq!(Path::root().name("access_rights").key("a/b~c").to_string(), "/access_rights/a~1b~0c");
        assert_eq!(Path::root().to_string(), "");
    }
}

//! The values of a text, each with what becomes of it.

use crate::draft::Json;

/// A text taken apart.
#[derive(Debug)]
pub(super) struct Document<'a> {
    /// Its values, each with what stands before it. Normally one; a text with one object a line has many.
    pub roots: Vec<(&'a str, Value<'a>)>,
    /// What stands behind the last one.
    pub behind: &'a str,
}

/// A value.
#[derive(Debug)]
pub(super) struct Value<'a> {
    /// As it stands in the text; empty for a new one.
    pub text: &'a str,
    pub content: Content<'a>,
}

impl Value<'_> {
    pub(super) fn new(json: Json) -> Self {
        Self { text: "", content: Content::New(json) }
    }
}

/// What a value is.
#[derive(Debug)]
pub(super) enum Content<'a> {
    /// A text, a number or a word, which stays as it is.
    Plain,
    /// A list or an object.
    Items(Items<'a>),
    /// Something else takes its place.
    New(Json),
}

/// What is in a list or an object.
#[derive(Debug)]
pub(super) struct Items<'a> {
    pub is_object: bool,
    pub items: Vec<Item<'a>>,
    /// A comma stands behind the last one.
    pub ends_with_comma: bool,
    /// What stands before the closing bracket.
    pub closing: &'a str,
}

impl<'a> Items<'a> {
    /// Those that stay, from which one is taken by its name, the last one if there are several.
    pub(super) fn member(&mut self, name: &str) -> Option<&mut Item<'a>> {
        self.items.iter_mut().rev().find(|item| item.is_called(name))
    }
}

/// An item of a list or a member of an object.
#[derive(Debug)]
pub(super) struct Item<'a> {
    /// The name of a member.
    pub name: Option<Name<'a>>,
    pub value: Value<'a>,
    /// What stands around it in the text; nothing if it is new.
    pub around: Option<Around<'a>>,
    pub is_removed: bool,
}

impl Item<'_> {
    /// Whether it is still there, as a member of this name.
    pub(super) fn is_called(&self, name: &str) -> bool {
        !self.is_removed && self.name.as_ref().is_some_and(|each| each.text == name)
    }
}

/// The name of a member.
#[derive(Debug)]
pub(super) struct Name<'a> {
    pub text: String,
    /// As it stands in the text; nothing if it is new.
    pub written: Option<&'a str>,
}

/// What stands around a member or an item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around<'a> {
    /// Before it, from the last comma or the opening bracket on.
    pub lead: &'a str,
    /// Between its name and its value.
    pub colon: &'a str,
    /// Between it and the comma behind it.
    pub tail: &'a str,
    /// Comments behind that comma that end the line.
    pub rest: &'a str,
}

impl<'a> Around<'a> {
    /// Everything in the order of the text but the colon.
    pub(super) fn pieces(self) -> [&'a str; 3] {
        [self.lead, self.tail, self.rest]
    }
}

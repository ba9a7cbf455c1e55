//! Fields of a section or of an object, by name and with their places, so that one rule serves both.

use super::{Path, entry_path};
use crate::catalogue::Field;
use crate::draft::{Edit, Json, Object, Section};

/// Something that has fields, and where it stands.
pub(super) struct Fields<'a> {
    source: Source<'a>,
    at: At<'a>,
}

enum Source<'a> {
    Section(&'a Section),
    Object(&'a Object),
}

/// Where something stands. It becomes a [`Path`] only where something is found.
enum At<'a> {
    Root,
    /// The entry of this key.
    Entry(&'a str),
    /// What stands in a field.
    Member(&'a At<'a>, &'static str),
    /// An item of the list in a field.
    Item(&'a At<'a>, &'static str, usize),
}

impl At<'_> {
    fn path(&self) -> Path {
        match self {
            Self::Root => Path::root(),
            Self::Entry(key) => entry_path(key),
            Self::Member(outer, name) => outer.path().name(name),
            Self::Item(outer, name, index) => outer.path().name(name).item(*index),
        }
    }
}

impl<'a> Fields<'a> {
    pub(super) fn section(section: &'a Section) -> Self {
        Self { source: Source::Section(section), at: At::Root }
    }

    /// The fields of an entry of the access rights.
    pub(super) fn entry(object: &'a Object, key: &'a str) -> Self {
        Self { source: Source::Object(object), at: At::Entry(key) }
    }

    /// The fields of what stands in a field, if that is an object.
    pub(super) fn inside(&'a self, field: &'static Field) -> Option<Self> {
        let object = self.get(field)?.as_object()?;
        Some(Self { source: Source::Object(object), at: At::Member(&self.at, field.name) })
    }

    /// The objects in a list, each with its fields.
    pub(super) fn items(&'a self, field: &'static Field) -> impl Iterator<Item = Self> {
        self.list(field).iter().enumerate().filter_map(|(index, item)| {
            let object = item.as_object()?;
            Some(Self { source: Source::Object(object), at: At::Item(&self.at, field.name, index) })
        })
    }

    pub(super) fn get(&self, field: &Field) -> Option<&'a Json> {
        match &self.source {
            Source::Section(section) => section.get(field),
            Source::Object(object) => object.get(field.name),
        }
    }

    /// Whether the field is there and not `null`.
    pub(super) fn is_written(&self, field: &Field) -> bool {
        self.get(field).is_some_and(|value| *value != Json::Null)
    }

    /// The number that Tyk reads, 0 where there is none; nothing where the type is wrong, which is another rule's matter.
    pub(super) fn number(&self, field: &Field) -> Option<f64> {
        self.get(field).map_or(Some(0.0), Json::as_number)
    }

    /// The same for a whole number.
    pub(super) fn integer(&self, field: &Field) -> Option<i64> {
        self.get(field).map_or(Some(0), Json::as_integer)
    }

    pub(super) fn text(&self, field: &Field) -> &'a str {
        self.get(field).and_then(Json::as_text).unwrap_or_default()
    }

    pub(super) fn flag(&self, field: &Field) -> bool {
        self.get(field).and_then(Json::as_bool).unwrap_or_default()
    }

    /// The items of a list; empty where there is none.
    pub(super) fn list(&self, field: &Field) -> &'a [Json] {
        self.get(field).and_then(Json::as_list).unwrap_or_default()
    }

    /// What was written, for a message.
    pub(super) fn written(&self, field: &Field) -> String {
        match self.get(field) {
            Some(Json::Number(number)) => number.as_str().to_owned(),
            Some(Json::String(text)) => text.clone(),
            _ => String::new(),
        }
    }

    /// Where the whole stands.
    pub(super) fn at(&self) -> Path {
        self.at.path()
    }

    pub(super) fn path(&self, field: &Field) -> Path {
        self.at.path().name(field.name)
    }

    pub(super) fn set(&self, field: &Field, value: impl Into<Json>) -> Edit {
        Edit::Set(self.path(field), value.into())
    }

    pub(super) fn remove(&self, field: &Field) -> Edit {
        Edit::Remove(self.path(field))
    }
}

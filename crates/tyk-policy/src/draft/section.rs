//! The known fields of one section, each in its slot.

use super::Json;
use crate::catalogue::{Field, SectionName};

/// Where a member stands among the members of a policy: by its order in the text, and for one that was added later, behind
/// the member that comes before it in the schema's order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    text: usize,
    added: usize,
}

impl Place {
    /// The place of the member that was read as number `index`, from 0.
    pub(super) fn read(index: usize) -> Self {
        Self { text: index + 1, added: 0 }
    }

    /// The place for an absent field at `position` of the catalogue, given those present and their places.
    pub(super) fn beside(position: usize, present: &[(Option<usize>, Self)]) -> Self {
        let before = present.iter().filter(|(other, _)| other.is_some_and(|other| other < position));
        let text = before.max_by_key(|(other, _)| *other).map_or(0, |(_, place)| place.text);
        Self { text, added: position + 1 }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.text, self.added)
    }
}

/// One known field: whether it is there and what it holds.
#[derive(Clone, Debug)]
pub struct Slot {
    /// The catalogue's entry.
    pub field: &'static Field,
    /// Where it is written.
    pub place: Place,
    /// What was read or typed; nothing if the member is absent.
    pub value: Option<Json>,
}

impl Slot {
    pub(super) fn empty(field: &'static Field, place: Place) -> Self {
        Self { field, place, value: None }
    }
}

impl PartialEq for Slot {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.field, other.field) && self.place == other.place && self.value == other.value
    }
}

/// Why a member stands apart from the known fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// Its name is not known.
    Unknown,
    /// A later member has the same name, and that one counts.
    Earlier,
    /// It is the empty form of the access rights, beside the other form that is filled.
    EmptyForm,
}

/// A member that no section holds, kept as it came.
#[derive(Clone, Debug, PartialEq)]
pub struct Extra {
    /// Why it stands here.
    pub apart: Apart,
    /// Its name.
    pub name: String,
    /// Where it is written.
    pub place: Place,
    /// What it holds.
    pub value: Json,
}

/// The fields of one section of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Which one.
    pub name: SectionName,
    /// Its fields, present or not.
    pub slots: Vec<Slot>,
}

impl Section {
    pub(super) const fn new(name: SectionName) -> Self {
        Self { name, slots: Vec::new() }
    }

    /// The value of a field; nothing if it is absent.
    #[must_use]
    pub fn get(&self, field: &Field) -> Option<&Json> {
        self.slots.iter().find(|slot| slot.field.name == field.name).and_then(|slot| slot.value.as_ref())
    }

    /// Whether none of its fields is there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slots.iter().all(|slot| slot.value.is_none())
    }

    /// Sets a field, or takes it away.
    pub fn set(&mut self, field: &Field, value: Option<Json>) {
        if let Some(slot) = self.slots.iter_mut().find(|slot| slot.field.name == field.name) {
            slot.value = value;
        }
    }
}

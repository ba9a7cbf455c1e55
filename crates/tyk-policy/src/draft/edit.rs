//! Changes of a policy as data, so that a fix can be shown, made, and taken back.

use super::{Draft, Entry, Json, MemberValue, Object, Shape};
use crate::catalogue::{ACCESS_RIGHTS, root_field};
use crate::check::{Path, Segment};
use crate::draft::section::Apart;

/// One change of a policy. What it does not name stays as it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Sets the value at a place. A member that is not there takes the place of the schema's order, and so do those around
    /// it.
    Set(Path, Json),
    /// Takes out what stands at a place.
    Remove(Path),
    /// Gives the member at a place another name.
    Rename(Path, String),
    /// Takes out all members of this name but the last, which counts.
    KeepLast(Path),
}

impl Edit {
    /// Where it changes something.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Set(path, _) | Self::Remove(path) | Self::Rename(path, _) | Self::KeepLast(path) => path,
        }
    }

    /// The same change at another place.
    #[must_use]
    pub fn at(self, path: Path) -> Self {
        match self {
            Self::Set(_, value) => Self::Set(path, value),
            Self::Remove(_) => Self::Remove(path),
            Self::Rename(_, name) => Self::Rename(path, name),
            Self::KeepLast(_) => Self::KeepLast(path),
        }
    }
}

impl Draft {
    /// The policy after these changes. A change whose place is not there changes nothing.
    #[must_use]
    pub fn edited(&self, edits: &[Edit]) -> Self {
        let mut draft = self.clone();
        for edit in edits {
            draft.apply(edit);
        }
        draft
    }

    fn apply(&mut self, edit: &Edit) {
        let [first, rest @ ..] = edit.path().segments() else { return };
        let Some(name) = first.name() else { return };
        if matches!(name, "access_rights" | "access_rights_array") && self.apply_to_entry(edit, name, rest) {
            return;
        }
        match (edit, rest) {
            (Edit::KeepLast(_), []) => {
                self.extras.retain(|extra| extra.apart != Apart::Earlier || extra.name != name);
            }
            (Edit::Remove(_), []) => {
                self.extras.retain(|extra| extra.apart == Apart::EmptyForm || extra.name != name);
                self.set_slot(name, None);
            }
            (Edit::Rename(_, to), []) => self.rename(name, to),
            (Edit::Set(_, value), []) => self.set_slot(name, Some(value.clone())),
            (edit, rest) => self.apply_inside(edit, name, rest),
        }
    }

    /// A change inside a known field, or inside one that no section holds.
    fn apply_inside(&mut self, edit: &Edit, name: &str, rest: &[Segment]) {
        match root_field(name) {
            Some(field) => {
                let is_set = matches!(edit, Edit::Set(..));
                if let Some(mut value) = self.get(field).cloned().or(is_set.then_some(Json::Null)) {
                    change(&mut value, rest, edit);
                    self.set(field, value);
                }
            }
            None => {
                if let Some(value) = self.extra_mut(name) {
                    change(value, rest, edit);
                }
            }
        }
    }

    fn set_slot(&mut self, name: &str, value: Option<Json>) {
        match (root_field(name), value) {
            (Some(field), value) => self.section_mut(field.section).set(field, value),
            (None, Some(value)) => {
                if let Some(extra) = self.extra_mut(name) {
                    *extra = value;
                }
            }
            (None, None) => {}
        }
    }

    /// The last member of a name that no section knows.
    fn extra_mut(&mut self, name: &str) -> Option<&mut Json> {
        let extra = self.extras.iter_mut().rev().find(|extra| extra.apart == Apart::Unknown && extra.name == name);
        extra.map(|extra| &mut extra.value)
    }

    /// Unknown members under their right name, each where it stands. All members are sorted in anew, as the new name may be
    /// there already: the one that stands last counts.
    fn rename(&mut self, name: &str, to: &str) {
        if self.extra_mut(name).is_none() {
            return;
        }
        let members = self.members().into_iter().filter_map(|(each, value)| {
            let value = match value {
                MemberValue::Json(value) => Some(value.clone()),
                MemberValue::Access(access) => access.to_json(),
            };
            Some((if each == name { to } else { each }.to_owned(), value?))
        });
        *self = Self::from_object(Object::new(members.collect()));
    }

    /// A change in the access rights. False if it is one of the whole member.
    fn apply_to_entry(&mut self, edit: &Edit, name: &str, rest: &[Segment]) -> bool {
        let [which, rest @ ..] = rest else { return false };
        if name != self.access.field().name && name != ACCESS_RIGHTS.name {
            return false;
        }
        let position = match which {
            Segment::Index(index) => Some(*index),
            step => self.access.entries.iter().rposition(|entry| step.name() == Some(entry.key.as_str())),
        };
        let Some(position) = position.filter(|position| *position < self.access.entries.len()) else { return true };
        match (edit, rest) {
            (Edit::Remove(_), []) => {
                self.access.entries.remove(position);
            }
            (Edit::KeepLast(_), []) => {
                let key = self.access.entries.get(position).map(|entry| entry.key.clone());
                let mut index = 0;
                self.access.entries.retain(|entry| {
                    index += 1;
                    index > position || key.as_ref() != Some(&entry.key)
                });
            }
            (Edit::Rename(_, to), []) => self.entry_at(position, |entry| entry.key.clone_from(to)),
            (edit, rest) => self.entry_at(position, |entry| change(&mut entry.value, rest, edit)),
        }
        true
    }

    fn entry_at(&mut self, position: usize, edit: impl FnOnce(&mut Entry)) {
        let is_item = self.access.shape == Shape::Array;
        if let Some(entry) = self.access.entries.get_mut(position) {
            edit(entry);
            // An item has no key but the id inside it, which may be what was edited.
            if is_item {
                *entry = Entry::of_item(std::mem::replace(&mut entry.value, Json::Null));
            }
        }
    }
}

/// Changes what stands at `path` inside a value. An empty path is the value itself.
pub(crate) fn change(value: &mut Json, path: &[Segment], edit: &Edit) {
    let [first, rest @ ..] = path else {
        if let Edit::Set(_, new) = edit {
            *value = new.clone();
        }
        return;
    };
    match (first, value) {
        (Segment::Index(index), Json::List(items)) => match (edit, rest) {
            (Edit::Remove(_), []) if *index < items.len() => {
                items.remove(*index);
            }
            _ => {
                if let Some(item) = items.get_mut(*index) {
                    change(item, rest, edit);
                }
            }
        },
        (step, value) => {
            let Some(name) = step.name() else { return };
            // What is set needs an object around it, whatever stands there now.
            if matches!(edit, Edit::Set(..)) && value.as_object().is_none() {
                *value = Json::Object(Object::default());
            }
            if let Json::Object(object) = value {
                change_member(object, name, rest, edit);
            }
        }
    }
}

fn change_member(object: &mut Object, name: &str, rest: &[Segment], edit: &Edit) {
    match (edit, rest) {
        (Edit::Remove(_), []) => object.remove(name),
        (Edit::Rename(_, to), []) => object.rename(name, to),
        (Edit::KeepLast(_), []) => object.keep_last(name),
        (Edit::Set(_, value), []) => object.set(name, value.clone(), |other| other > name),
        (edit, rest) => {
            if object.get(name).is_none() && matches!(edit, Edit::Set(..)) {
                object.set(name, Json::Null, |other| other > name);
            }
            if let Some(value) = object.get_mut(name) {
                change(value, rest, edit);
            }
        }
    }
}

#[cfg(test)]
mod tests;

//! Changes of a policy as data, so that a fix can be shown, made, and taken back.

use super::{Draft, Entry, Json, Object};
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
                let mut value = self.get(field).cloned().unwrap_or(Json::Null);
                change(&mut value, rest, edit);
                self.set(field, value);
            }
            None => {
                if let Some(extra) = self.extras.iter_mut().rev().find(|extra| extra.name == name) {
                    change(&mut extra.value, rest, edit);
                }
            }
        }
    }

    fn set_slot(&mut self, name: &str, value: Option<Json>) {
        if let Some(field) = root_field(name) {
            self.section_mut(field.section).set(field, value);
        }
    }

    /// An unknown member under its right name, at the place where it stands.
    fn rename(&mut self, name: &str, to: &str) {
        let Some(position) = self.extras.iter().position(|extra| extra.name == name) else { return };
        let extra = self.extras.remove(position);
        self.take(to.to_owned(), extra.value, extra.place);
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
        if let Some(entry) = self.access.entries.get_mut(position) {
            edit(entry);
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
            if matches!((&value, edit), (Json::Null, Edit::Set(..))) {
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

/// Places are compared by what is written, so that a draft that was edited equals one that was read.
#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;
    use crate::write::{self, Layout};

    /// The policy of a text after an edit, on one line.
    fn edited(text: &str, edits: &[Edit]) -> String {
        let Json::Object(object) = read::json(text).unwrap() else { panic!("no object") };
        let written = write::draft(&Draft::from_object(object).edited(edits), Layout::Indented);
        written.lines().map(str::trim).collect::<Vec<_>>().join(" ")
    }

    fn path(names: &[&str]) -> Path {
        Path::from(
            names
                .iter()
                .map(|name| name.parse().map_or_else(|_| Segment::Key((*name).into()), Segment::Index))
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn a_value_is_set_at_any_depth_and_what_is_missing_around_it_is_made() {
        let set = |names: &[&str], value: i64| Edit::Set(path(names), Json::from(value));
        assert_eq!(
            edited(r#"{"rate": 1, "name": "a"}"#, &[set(&["per"], 60)]),
            r#"{ "rate": 1, "name": "a", "per": 60 }"#
        );
        assert_eq!(edited("{}", &[set(&["partitions", "x"], 1)]), r#"{ "partitions": { "x": 1 } }"#);
        assert_eq!(
            edited(r#"{"access_rights": {"a": {"limit": null}}}"#, &[set(&["access_rights", "a", "limit", "per"], 1)]),
            r#"{ "access_rights": { "a": { "limit": { "per": 1 } } } }"#
        );
        assert_eq!(edited(r#"{"tags": ["x", "y"]}"#, &[set(&["tags", "1"], 2)]), r#"{ "tags": [ "x", 2 ] }"#);
    }

    #[test]
    fn a_member_is_removed_renamed_and_made_single_where_it_stands() {
        let text =
            r#"{"colour": 1, "Rate": 5, "name": "a", "name": "b", "access_rights": {"a": {"x": 1, "y": 2, "x": 3}}}"#;
        let edits = [
            Edit::Remove(path(&["colour"])),
            Edit::Rename(path(&["Rate"]), "rate".into()),
            Edit::KeepLast(path(&["name"])),
            Edit::KeepLast(path(&["access_rights", "a", "x"])),
            Edit::Rename(path(&["access_rights", "a", "y"]), "z".into()),
        ];
        assert_eq!(edited(text, &edits), r#"{ "rate": 5, "name": "b", "access_rights": { "a": { "z": 2, "x": 3 } } }"#);
    }

    #[test]
    fn an_entry_is_found_by_its_key_and_by_its_place_in_the_array() {
        let array = r#"{"access_rights_array": [{"api_id": "a"}, {"api_id": "b"}]}"#;
        assert_eq!(
            edited(array, &[Edit::Remove(path(&["access_rights_array", "0"]))]),
            r#"{ "access_rights_array": [ { "api_id": "b" } ] }"#
        );
        let map = r#"{"access_rights": {"a": {}, "b": {}, "a": {"c": 1}}}"#;
        assert_eq!(
            edited(map, &[Edit::KeepLast(path(&["access_rights", "a"]))]),
            r#"{ "access_rights": { "b": {}, "a": { "c": 1 } } }"#
        );
    }

    #[test]
    fn a_place_that_is_not_there_changes_nothing() {
        let text = r#"{ "tags": [ "x" ], "access_rights": {} }"#;
        for edit in [
            Edit::Remove(path(&["tags", "7"])),
            Edit::Remove(path(&["colour", "x"])),
            Edit::Rename(path(&["colour"]), "rate".into()),
            Edit::KeepLast(path(&["access_rights", "a"])),
            Edit::Remove(Path::root()),
        ] {
            assert_eq!(edited(text, &[edit]), text);
        }
    }
}

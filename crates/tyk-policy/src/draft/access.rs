//! The access rights: the map from API id to entry, with its entries apart so that each can be edited alone.

use super::{Entry, Extra, Json, MemberValue, Object, Place};
use crate::catalogue::{ACCESS_RIGHTS, ACCESS_RIGHTS_ARRAY, Field};
use crate::draft::section::Apart;

/// In which form the access rights stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Shape {
    /// The member is absent.
    #[default]
    Absent,
    /// The member is `null`.
    Null,
    /// The member is an object; its members are the entries.
    Entries,
    /// Only the second form is filled, `access_rights_array`; its items are the entries.
    Array,
    /// The member is of a wrong type.
    Other(Json),
}

/// The APIs of a policy.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccessRights {
    /// Where the member is written.
    pub place: Place,
    /// What stands there.
    pub shape: Shape,
    /// The entries, if it is an object.
    pub entries: Vec<Entry>,
}

impl AccessRights {
    /// Takes a newly read value; gives back the earlier one if there was one.
    pub(super) fn replace(&mut self, value: Json, place: Place) -> Option<Extra> {
        let earlier = self.to_json().map(|value| self.set_apart(Apart::Earlier, value));
        self.place = place;
        self.entries.clear();
        self.shape = match value {
            Json::Null => Shape::Null,
            Json::Object(object) => {
                self.entries = object.into_members().into_iter().map(|(key, value)| Entry { key, value }).collect();
                Shape::Entries
            }
            other => Shape::Other(other),
        };
        earlier
    }

    /// Takes the items of the second form as entries, where the first form is empty. Gives back what stood at the first,
    /// or the second form itself where it is not taken.
    pub(super) fn take_array(&mut self, place: Place, array: Json) -> Result<Option<Extra>, Json> {
        let is_empty = matches!(self.shape, Shape::Absent | Shape::Null)
            || (self.shape == Shape::Entries && self.entries.is_empty());
        match array {
            Json::List(items)
                if is_empty && !items.is_empty() && items.iter().all(|item| item.as_object().is_some()) =>
            {
                let empty = self.to_json().map(|value| self.set_apart(Apart::EmptyForm, value));
                self.place = place;
                self.shape = Shape::Array;
                self.entries = items.into_iter().map(Entry::of_item).collect();
                Ok(empty)
            }
            other => Err(other),
        }
    }

    fn set_apart(&self, apart: Apart, value: Json) -> Extra {
        Extra { apart, name: ACCESS_RIGHTS.name.to_owned(), place: self.place, value }
    }

    /// The field that the entries stand in.
    #[must_use]
    pub fn field(&self) -> &'static Field {
        if self.shape == Shape::Array { &ACCESS_RIGHTS_ARRAY } else { &ACCESS_RIGHTS }
    }

    pub(super) fn member(&self) -> Option<(Place, &'static str, MemberValue<'_>)> {
        (self.shape != Shape::Absent).then_some((self.place, self.field().name, MemberValue::Access(self)))
    }

    /// The member's value, or nothing if it is absent.
    #[must_use]
    pub fn to_json(&self) -> Option<Json> {
        match &self.shape {
            Shape::Absent => None,
            Shape::Null => Some(Json::Null),
            Shape::Other(json) => Some(json.clone()),
            Shape::Array => Some(Json::List(self.entries.iter().map(|entry| entry.value.clone()).collect())),
            Shape::Entries => Some(Json::Object(Object::new(
                self.entries.iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect(),
            ))),
        }
    }
}

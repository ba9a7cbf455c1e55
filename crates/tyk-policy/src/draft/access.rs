//! The access rights: the map from API id to entry, with its entries apart so that each can be edited alone.

use super::{Entry, Extra, Json, Object, Place};

/// What stands at `access_rights`.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Shape {
    /// The member is absent.
    #[default]
    Absent,
    /// The member is `null`.
    Null,
    /// The member is an object; its members are the entries.
    Entries,
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
        let earlier = self.to_json().map(|value| Extra { name: String::new(), place: self.place, value });
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

    /// The member's value, or nothing if it is absent.
    #[must_use]
    pub fn to_json(&self) -> Option<Json> {
        match &self.shape {
            Shape::Absent => None,
            Shape::Null => Some(Json::Null),
            Shape::Other(json) => Some(json.clone()),
            Shape::Entries => Some(Json::Object(Object::new(
                self.entries.iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect(),
            ))),
        }
    }
}

//! A policy as it was typed or read, with its places. Nothing is refused here and nothing is lost.

mod access;
mod duration;
mod edit;
mod entry;
mod expiry;
mod inside;
mod json;
mod limit;
mod number;
mod object;
mod partitions;
mod section;
mod state;

use crate::catalogue::{self, ACCESS_RIGHTS, ACCESS_RIGHTS_ARRAY, Field, SectionName};

pub use access::{AccessRights, Shape};
pub use duration::{seconds_in_words, seconds_of};
pub use edit::Edit;
pub(crate) use edit::change;
pub use entry::{Entry, METHODS_IN_USE, PathRule};
pub use expiry::ExpiryChoice;
pub use json::Json;
pub use limit::{LimitChoice, meaning_of_minus_one};
pub use number::Number;
pub(crate) use number::number_length;
pub use object::Object;
pub use partitions::{Decides, Group};
pub use section::{Apart, Extra, Place, Section, Slot};
pub use state::State;

/// A whole policy: every known field has its slot in a section, the APIs have their entries, the rest is kept as extras.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    sections: Vec<Section>,
    /// The APIs.
    pub access: AccessRights,
    /// Members that no section knows: unknown names, and earlier doubles of known ones.
    pub extras: Vec<Extra>,
}

impl Default for Draft {
    fn default() -> Self {
        Self::from_object(Object::default())
    }
}

impl Draft {
    /// The tutorial's policy, written in full as policy-model.md section 2.3 recommends, with the API left to fill in.
    #[must_use]
    pub fn startup_users() -> Self {
        let mut draft = Self::default();
        draft.access.shape = Shape::Entries;
        draft.set(&catalogue::NAME, Json::from("Startup Users"));
        State::Active.write(draft.section_mut(SectionName::Basics));
        draft.set(&catalogue::RATE, Json::from(100));
        draft.set(&catalogue::PER, Json::from(1));
        draft.set(&catalogue::QUOTA_MAX, Json::from(10_000));
        draft.set(&catalogue::QUOTA_RENEWAL_RATE, Json::from(3_600));
        draft.set(&catalogue::TAGS, Json::strings(&["Startup Users"]));
        draft
    }

    /// Sorts the members of a policy's object into its sections, each with its place in the text.
    #[must_use]
    pub fn from_object(object: Object) -> Self {
        let members = object.into_members();
        let present: Vec<(Option<usize>, Place)> = members
            .iter()
            .enumerate()
            .map(|(index, (name, _))| (catalogue::root_position(name), Place::read(index)))
            .collect();
        let mut draft = Self::empty(&present);
        for (index, (name, value)) in members.into_iter().enumerate() {
            draft.take(name, value, Place::read(index));
        }
        draft.take_access_array();
        draft
    }

    /// Where only the second form of the access rights is filled, its items are the entries that are edited.
    fn take_access_array(&mut self) {
        let section = self.section_mut(ACCESS_RIGHTS_ARRAY.section);
        let Some(slot) = section.slots.iter_mut().find(|slot| slot.field.name == ACCESS_RIGHTS_ARRAY.name) else {
            return;
        };
        let (place, Some(array)) = (slot.place, slot.value.take()) else { return };
        match self.access.take_array(place, array) {
            Ok(empty) => self.extras.extend(empty),
            Err(array) => self.set(&ACCESS_RIGHTS_ARRAY, array),
        }
    }

    /// Parts that were edited apart from each other, put together again.
    #[must_use]
    pub fn from_parts(sections: Vec<Section>, access: AccessRights, extras: Vec<Extra>) -> Self {
        Self { sections, access, extras }
    }

    /// The section of this name. Access has its own type and so an empty section here.
    #[must_use]
    pub fn section(&self, name: SectionName) -> &Section {
        static NONE: Section = Section::new(SectionName::Access);
        self.sections.iter().find(|section| section.name == name).unwrap_or(&NONE)
    }

    /// All sections but the access rights.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The value of a root field other than the access rights.
    #[must_use]
    pub fn get(&self, field: &Field) -> Option<&Json> {
        self.section(field.section).get(field)
    }

    /// Sets a root field other than the access rights. A field that was not there takes the place of the schema's order.
    pub fn set(&mut self, field: &Field, value: Json) {
        self.section_mut(field.section).set(field, Some(value));
    }

    /// Every member in the order in which it is written.
    #[must_use]
    pub fn members(&self) -> Vec<(&str, MemberValue<'_>)> {
        let mut members: Vec<(Place, &str, MemberValue<'_>)> = Vec::new();
        // Few members and mostly in order: putting each in its place is as quick as sorting, and much smaller in the page.
        let mut put = |place: Place, name, value| {
            let at = members.partition_point(|(other, ..)| *other <= place);
            members.insert(at, (place, name, value));
        };
        for slot in self.sections.iter().flat_map(|section| &section.slots) {
            if let Some(value) = &slot.value {
                put(slot.place, slot.field.name, MemberValue::Json(value));
            }
        }
        if let Some((place, name, value)) = self.access.member() {
            put(place, name, value);
        }
        for extra in &self.extras {
            put(extra.place, &extra.name, MemberValue::Json(&extra.value));
        }
        members.into_iter().map(|(_, name, value)| (name, value)).collect()
    }

    /// A draft without any member; each known field already has the place it would take beside the `present` ones.
    fn empty(present: &[(Option<usize>, Place)]) -> Self {
        let mut sections: Vec<_> =
            SectionName::ALL.into_iter().filter(|name| *name != SectionName::Access).map(Section::new).collect();
        let mut access = AccessRights::default();
        for (position, field) in catalogue::ROOT.iter().enumerate() {
            let place = Place::beside(position, present);
            if field.section == SectionName::Access {
                access.place = place;
            } else if let Some(section) = sections.iter_mut().find(|section| section.name == field.section) {
                section.slots.push(Slot::empty(field, place));
            }
        }
        Self { sections, access, extras: Vec::new() }
    }

    fn section_mut(&mut self, name: SectionName) -> &mut Section {
        let position = self.sections.iter().position(|section| section.name == name);
        let position = position.unwrap_or_else(|| {
            self.sections.push(Section::new(name));
            self.sections.len() - 1
        });
        #[expect(clippy::indexing_slicing, reason = "the position was found or made in the line above")]
        &mut self.sections[position]
    }

    /// Puts one member in its place. The last of two members with one name counts; the earlier becomes an extra.
    fn take(&mut self, name: String, value: Json, place: Place) {
        if name == ACCESS_RIGHTS.name {
            self.extras.extend(self.access.replace(value, place));
            return;
        }
        let slot = self.sections.iter_mut().flat_map(|section| &mut section.slots).find(|slot| slot.field.name == name);
        match slot {
            None => self.extras.push(Extra { apart: Apart::Unknown, name, place, value }),
            Some(slot) => {
                let earlier_place = std::mem::replace(&mut slot.place, place);
                if let Some(earlier) = slot.value.replace(value) {
                    self.extras.push(Extra { apart: Apart::Earlier, name, place: earlier_place, value: earlier });
                }
            }
        }
    }
}

/// The value of a root member: JSON as it stands, or the access rights, which keep their entries apart.
#[derive(Clone, Copy, Debug)]
pub enum MemberValue<'a> {
    /// Plain JSON.
    Json(&'a Json),
    /// The APIs.
    Access(&'a AccessRights),
}

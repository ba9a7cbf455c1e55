//! What stands at a place inside a value, to be read and to be set.

use super::{Edit, Entry, Json, Section, change};
use crate::check::{Path, Segment};

impl Json {
    /// What stands at `path` inside; an empty path is the value itself.
    #[must_use]
    pub fn at(&self, path: &[Segment]) -> Option<&Self> {
        path.iter().try_fold(self, |value, step| match (step, value) {
            (Segment::Index(index), Self::List(items)) => items.get(*index),
            (step, Self::Object(object)) => object.get(step.name()?),
            _ => None,
        })
    }

    /// Sets what stands at `path` inside, or takes it out. What is set gets the objects around it that are missing; what is
    /// taken out leaves those around it as they are.
    pub fn put(&mut self, path: &[Segment], value: Option<Self>) {
        // The path of the change itself is not looked at: `path` says where.
        let nowhere = Path::root();
        let edit = match value {
            Some(value) => Edit::Set(nowhere, value),
            None => Edit::Remove(nowhere),
        };
        change(self, path, &edit);
    }
}

impl Section {
    /// What stands at `path`, whose first step is a field of the section.
    #[must_use]
    pub fn at(&self, path: &[Segment]) -> Option<&Json> {
        let (first, rest) = path.split_first()?;
        self.slots.iter().find(|slot| Some(slot.field.name) == first.name())?.value.as_ref()?.at(rest)
    }

    /// Sets what stands at `path`, or takes it out.
    pub fn put(&mut self, path: &[Segment], value: Option<Json>) {
        let Some((first, rest)) = path.split_first() else { return };
        let Some(slot) = self.slots.iter_mut().find(|slot| Some(slot.field.name) == first.name()) else { return };
        match (&mut slot.value, rest) {
            (slot, []) => *slot = value,
            (Some(outer), rest) => outer.put(rest, value),
            (slot @ None, rest) => {
                if value.is_some() {
                    slot.insert(Json::Null).put(rest, value);
                }
            }
        }
    }
}

impl Entry {
    /// What stands at `path` inside the entry.
    #[must_use]
    pub fn at(&self, path: &[Segment]) -> Option<&Json> {
        self.value.at(path)
    }

    /// Sets what stands at `path` inside the entry, or takes it out.
    pub fn put(&mut self, path: &[Segment], value: Option<Json>) {
        self.value.put(path, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::SectionName;
    use crate::draft::Draft;
    use crate::read;

    fn json(text: &str) -> Json {
        read::json(text).unwrap()
    }

    #[test]
    fn what_is_set_gets_the_objects_around_it_in_the_schemas_order() {
        let mut entry = Entry { key: "a".into(), value: json(r#"{"api_id": "a", "versions": []}"#) };
        let rate = [Segment::Name("limit"), Segment::Name("rate")];
        entry.put(&rate, Some(Json::from(5)));
        assert_eq!(entry.at(&rate), Some(&Json::from(5)));
        assert_eq!(entry.value, json(r#"{"api_id": "a", "limit": {"rate": 5}, "versions": []}"#));
        entry.put(&rate, None);
        assert_eq!(entry.value, json(r#"{"api_id": "a", "limit": {}, "versions": []}"#));
    }

    #[test]
    fn an_item_of_a_list_is_read_and_set_where_it_is_there() {
        let mut value = json(r#"[{"a": 1}, "b"]"#);
        let first = [Segment::Index(0), Segment::Key("a".into())];
        value.put(&first, Some(Json::from(2)));
        assert_eq!(value.at(&first), Some(&Json::from(2)));
        value.put(&[Segment::Index(1)], None);
        value.put(&[Segment::Index(7), Segment::Key("a".into())], Some(Json::from(3)));
        assert_eq!(value, json(r#"[{"a": 2}]"#));
    }

    #[test]
    fn a_section_holds_only_its_own_fields() {
        let mut limits = Draft::default().section(SectionName::Limits).clone();
        let delay = [Segment::Name("smoothing"), Segment::Name("delay")];
        limits.put(&delay, None);
        assert_eq!(limits.at(&delay[..1]), None);
        limits.put(&delay, Some(Json::from(30)));
        assert_eq!(limits.at(&delay), Some(&Json::from(30)));
        limits.put(&[Segment::Name("name")], Some(Json::from("x")));
        assert_eq!(limits.at(&[Segment::Name("name")]), None);
        limits.put(&delay[..1], None);
        assert_eq!(limits.at(&delay[..1]), None);
    }
}

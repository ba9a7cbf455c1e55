//! JSON objects that keep the order of their members, and their doubles.

use super::Json;

/// The members of a JSON object in the order they were written. A name may stand twice; the last one counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object(Vec<(String, Json)>);

impl Object {
    /// An object of these members.
    #[must_use]
    pub fn new(members: Vec<(String, Json)>) -> Self {
        Self(members)
    }

    /// All members, doubles too.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &Json)> + Clone {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The value that counts for `name`: the last one.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.0.iter().rev().find(|(each, _)| each == name).map(|(_, value)| value)
    }

    /// Sets the value that counts for `name`. A new name takes the place that `before` asks for: in front of the
    /// first member for which it is true, otherwise at the end.
    pub fn set(&mut self, name: &str, value: Json, before: impl Fn(&str) -> bool) {
        if let Some((_, old)) = self.0.iter_mut().rev().find(|(each, _)| each == name) {
            *old = value;
        } else {
            let place = self.0.iter().position(|(each, _)| before(each)).unwrap_or(self.0.len());
            self.0.insert(place, (name.to_owned(), value));
        }
    }

    /// The value that counts for `name`, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Json> {
        self.0.iter_mut().rev().find(|(each, _)| each == name).map(|(_, value)| value)
    }

    /// Takes every member of this name out.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|(each, _)| each != name);
    }

    /// Gives every member of this name another one.
    pub fn rename(&mut self, name: &str, to: &str) {
        for (each, _) in self.0.iter_mut().filter(|(each, _)| each == name) {
            to.clone_into(each);
        }
    }

    /// Puts a member behind all others, whatever their names.
    pub fn push(&mut self, name: &str, value: Json) {
        self.0.push((name.to_owned(), value));
    }

    /// The member at `index`, to be changed: of two with one name, either can be meant.
    pub fn member_mut(&mut self, index: usize) -> Option<&mut (String, Json)> {
        self.0.get_mut(index)
    }

    /// Takes the member at `index` out.
    pub fn remove_at(&mut self, index: usize) {
        if index < self.0.len() {
            self.0.remove(index);
        }
    }

    /// Takes out all members of this name but the last.
    pub fn keep_last(&mut self, name: &str) {
        let mut left = self.0.iter().filter(|(each, _)| each == name).count();
        self.0.retain(|(each, _)| {
            let is_it = each == name;
            left -= usize::from(is_it);
            !is_it || left == 0
        });
    }

    /// Whether there is no member.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The members themselves.
    #[must_use]
    pub fn into_members(self) -> Vec<(String, Json)> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_members_with_one_name_the_last_counts_and_both_are_kept() {
        let mut object =
            Object::new(vec![("a".into(), Json::from(1)), ("b".into(), Json::Null), ("a".into(), Json::from(2))]);
        assert_eq!(object.get("a"), Some(&Json::from(2)));
        object.set("a", Json::from(3), |_| false);
        assert_eq!(object.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["a", "b", "a"]);
        assert_eq!(object.get("a"), Some(&Json::from(3)));
    }

    #[test]
    fn a_new_member_goes_where_it_is_asked_to() {
        let mut object = Object::new(vec![("a".into(), Json::Null), ("c".into(), Json::Null)]);
        object.set("b", Json::Null, |name| name > "b");
        object.set("d", Json::Null, |name| name > "d");
        assert_eq!(object.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["a", "b", "c", "d"]);
    }
}

//! One API of a policy: its id, versions, and the paths and methods that may be called.

use super::{Json, Object};
use crate::catalogue::{
    ALLOWED_URLS, API_ID, API_NAME, Field, LEGACY_API_ID, LEGACY_API_NAME, LIMIT, METHODS, URL, VERSIONS,
};

/// The methods that a path rule offers, in the order in which they are written.
pub const METHODS_IN_USE: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// One entry of the access rights.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key in the map: the API id that Tyk goes by.
    pub key: String,
    /// The entry itself, normally an object.
    pub value: Json,
}

/// One allowed path of an entry, as far as it can be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathRule {
    /// The pattern.
    pub url: String,
    /// The methods.
    pub methods: Vec<String>,
}

impl Entry {
    /// A new entry, written in full as policy-model.md section 2.3 recommends: every path and method, no own limit.
    #[must_use]
    pub fn new(api_id: &str, api_name: &str) -> Self {
        let members = [
            (&ALLOWED_URLS, Json::List(Vec::new())),
            (&API_ID, Json::from(api_id)),
            (&API_NAME, Json::from(api_name)),
            (&LIMIT, Json::Null),
            (&VERSIONS, Json::strings(&["Default"])),
        ];
        let members = members.into_iter().map(|(field, value)| (field.name.to_owned(), value)).collect();
        Self { key: api_id.to_owned(), value: Json::Object(Object::new(members)) }
    }

    /// An item of `access_rights_array`, which names its API inside, in today's form or in that of 2.x.
    pub(super) fn of_item(value: Json) -> Self {
        let mut entry = Self { key: String::new(), value };
        entry.key = [&API_ID, &LEGACY_API_ID]
            .into_iter()
            .map(|field| entry.text(field))
            .find(|id| !id.is_empty())
            .unwrap_or_default()
            .to_owned();
        entry
    }

    /// The value of a field; nothing if it is absent or the entry is no object.
    #[must_use]
    pub fn get(&self, field: &Field) -> Option<&Json> {
        self.value.as_object().and_then(|object| object.get(field.name))
    }

    /// The text of a field, empty if there is none.
    #[must_use]
    pub fn text(&self, field: &Field) -> &str {
        self.get(field).and_then(Json::as_text).unwrap_or_default()
    }

    /// Sets a field. An entry that was no object becomes one.
    pub fn set(&mut self, field: &Field, value: Json) {
        set_member(&mut self.value, field, value);
    }

    /// Gives the entry another API: the key, and the inner id, which ought to be the same. It stays in the form of 2.x
    /// if it is written in that.
    pub fn set_api_id(&mut self, api_id: &str) {
        self.key = api_id.to_owned();
        let is_legacy = self.get(&API_ID).is_none() && self.get(&LEGACY_API_ID).is_some();
        self.set(if is_legacy { &LEGACY_API_ID } else { &API_ID }, Json::from(api_id));
    }

    /// The id inside and the field that it stands in, in today's form or in that of 2.x.
    #[must_use]
    pub fn inner_id(&self) -> (&str, &'static Field) {
        let fields: [&'static Field; 2] = [&API_ID, &LEGACY_API_ID];
        let found = fields.into_iter().find(|field| !self.text(field).is_empty()).unwrap_or(&API_ID);
        (self.text(found), found)
    }

    /// The API's name, in today's form or in that of 2.x.
    #[must_use]
    pub fn api_name(&self) -> &str {
        [&API_NAME, &LEGACY_API_NAME]
            .into_iter()
            .map(|field| self.text(field))
            .find(|name| !name.is_empty())
            .unwrap_or_default()
    }

    /// Sets the limits of this API alone, in full; none are written as `null`, which stands for those of the policy.
    pub fn set_limit(&mut self, limit: Option<Json>) {
        self.set(&LIMIT, limit.unwrap_or(Json::Null));
    }

    /// Sets all allowed paths at once. Those that were there before are gone, with whatever else stood in them.
    pub fn set_paths(&mut self, paths: &[PathRule]) {
        self.set(&ALLOWED_URLS, Json::List(paths.iter().map(PathRule::to_json).collect()));
    }

    /// How many allowed paths there are.
    #[must_use]
    pub fn path_count(&self) -> usize {
        self.get(&ALLOWED_URLS).and_then(Json::as_list).map_or(0, <[Json]>::len)
    }

    /// The allowed path at `index`, for show; an empty one if there is none.
    #[must_use]
    pub fn path(&self, index: usize) -> PathRule {
        let item = self.get(&ALLOWED_URLS).and_then(Json::as_list).and_then(|items| items.get(index));
        item.map(PathRule::of).unwrap_or_default()
    }

    /// Adds a path that allows GET on whatever will be typed.
    pub fn add_path(&mut self) {
        let rule = PathRule { url: String::new(), methods: vec!["GET".to_owned()] };
        self.edit_paths(|items| items.push(rule.to_json()));
    }

    /// Takes the path at `index` out.
    pub fn remove_path(&mut self, index: usize) {
        self.edit_paths(|items| {
            if index < items.len() {
                items.remove(index);
            }
        });
    }

    /// Sets the pattern of the path at `index`.
    pub fn set_path_url(&mut self, index: usize, url: &str) {
        self.edit_path(index, |item| set_member(item, &URL, Json::from(url)));
    }

    /// Sets the methods of the path at `index`.
    pub fn set_path_methods(&mut self, index: usize, methods: &[String]) {
        self.edit_path(index, |item| set_member(item, &METHODS, method_list(methods)));
    }

    fn edit_path(&mut self, index: usize, edit: impl FnOnce(&mut Json)) {
        self.edit_paths(|items| {
            if let Some(item) = items.get_mut(index) {
                edit(item);
            }
        });
    }

    fn edit_paths(&mut self, edit: impl FnOnce(&mut Vec<Json>)) {
        let mut items = self.get(&ALLOWED_URLS).and_then(Json::as_list).unwrap_or_default().to_vec();
        edit(&mut items);
        self.set(&ALLOWED_URLS, Json::List(items));
    }
}

impl PathRule {
    fn of(item: &Json) -> Self {
        let get = |field: &Field| item.as_object().and_then(|object| object.get(field.name));
        Self {
            url: get(&URL).and_then(Json::as_text).unwrap_or_default().to_owned(),
            methods: get(&METHODS)
                .and_then(Json::as_list)
                .unwrap_or_default()
                .iter()
                .filter_map(Json::as_text)
                .map(str::to_owned)
                .collect(),
        }
    }

    fn to_json(&self) -> Json {
        Json::Object(Object::new(vec![
            (URL.name.to_owned(), Json::from(self.url.as_str())),
            (METHODS.name.to_owned(), method_list(&self.methods)),
        ]))
    }

    /// The methods after `method` was switched on or off, in their usual order; unusual ones stay at the end.
    #[must_use]
    pub fn with_method(&self, method: &str, on: bool) -> Vec<String> {
        let is_on = |each: &str| if each == method { on } else { self.methods.iter().any(|one| one == each) };
        let usual = METHODS_IN_USE.iter().filter(|each| is_on(each)).map(|each| (*each).to_owned());
        let is_unusual = |each: &&String| !METHODS_IN_USE.contains(&each.as_str()) && is_on(each);
        usual.chain(self.methods.iter().filter(is_unusual).cloned()).collect()
    }
}

fn method_list(methods: &[String]) -> Json {
    Json::List(methods.iter().map(|method| Json::from(method.as_str())).collect())
}

/// Sets a member of what should be an object; a new one goes to its place in the alphabetical order.
fn set_member(value: &mut Json, field: &Field, member: Json) {
    if let Json::Object(object) = value {
        object.set(field.name, member, |other| other > field.name);
    } else {
        *value = Json::Object(Object::new(vec![(field.name.to_owned(), member)]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_entry_writes_no_paths_and_no_limit_explicitly() {
        let entry = Entry::new("abc", "Orders");
        assert_eq!(entry.get(&ALLOWED_URLS), Some(&Json::List(Vec::new())));
        assert_eq!(entry.get(&LIMIT), Some(&Json::Null));
    }

    #[test]
    fn an_unknown_member_of_a_path_survives_an_edit() {
        let mut entry = Entry::new("abc", "Orders");
        let rule = Object::new(vec![("url".into(), Json::from("/a")), ("note".into(), Json::from("keep me"))]);
        entry.set(&ALLOWED_URLS, Json::List(vec![Json::Object(rule)]));
        entry.set_path_url(0, "/b");
        let item = entry.get(&ALLOWED_URLS).and_then(Json::as_list).and_then(|items| items.first()).cloned().unwrap();
        assert_eq!(item.as_object().and_then(|object| object.get("note")), Some(&Json::from("keep me")));
        assert_eq!(entry.path(0).url, "/b");
    }

    #[test]
    fn paths_and_limit_are_set_at_once_and_taken_away_as_a_new_entry_writes_it() {
        let mut entry = Entry::new("abc", "Orders");
        let fresh = entry.clone();
        let paths = [("/a", vec!["GET".to_owned()]), ("/b", Vec::new())];
        let paths = paths.map(|(url, methods)| PathRule { url: url.to_owned(), methods });
        entry.set_paths(&paths);
        assert_eq!((entry.path_count(), [entry.path(0), entry.path(1)]), (2, paths));
        let limit = Json::Object(Object::new(vec![("rate".to_owned(), Json::from(5))]));
        entry.set_limit(Some(limit.clone()));
        assert_eq!(entry.get(&LIMIT), Some(&limit));
        entry.set_paths(&[]);
        entry.set_limit(None);
        assert_eq!(entry, fresh);
    }

    #[test]
    fn methods_keep_their_usual_order_whatever_was_pressed_first() {
        let path = PathRule { url: String::new(), methods: vec!["PURGE".into(), "POST".into()] };
        assert_eq!(path.with_method("GET", true), ["GET", "POST", "PURGE"]);
    }
}

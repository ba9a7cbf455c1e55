//! Items of `access_rights_array`, which name an API by its resource, to entries of the map, which name it by its id.

use super::{ACCESS_RIGHTS_ARRAY, Resource};
use crate::catalogue::{ACCESS_RIGHTS, API_ID, API_NAME};
use crate::check::{Path, Segment, entry_path};
use crate::draft::{Json, Number, Object};

/// Where the resource has strings that hold numbers; lists on the way are passed through.
const NUMBERS_IN_STRINGS: [&[&str]; 8] = [
    &["limit", "smoothing", "trigger"],
    &["endpoints", "methods", "limit", "rate"],
    &["endpoints", "methods", "limit", "per"],
    &["endpoints", "methods", "limit", "smoothing", "trigger"],
    &["json_rpc_methods", "limit", "rate"],
    &["json_rpc_methods", "limit", "per"],
    &["mcp_primitives", "limit", "rate"],
    &["mcp_primitives", "limit", "per"],
];

/// The members with which an item names the resource of its API.
const REFERENCE: [&str; 3] = ["name", "namespace", "kind"];

struct Entry {
    key: String,
    value: Json,
    /// The members that the item's name stands for.
    added: Vec<&'static str>,
}

impl Resource<'_> {
    /// What the list becomes: the map of its items, and beside it a list of those that are no objects.
    pub(super) fn access_rights(
        &self,
        items: Vec<Json>,
        all: &[Self],
        moved: &mut Vec<(Path, Path)>,
    ) -> Vec<(String, Json)> {
        let list = self.spec_path.clone().key(ACCESS_RIGHTS_ARRAY);
        let (mut entries, mut strays) = (Vec::new(), Vec::new());
        moved.push((Path::root().name(ACCESS_RIGHTS.name), list.clone()));
        for (index, item) in items.into_iter().enumerate() {
            let place = item_path(index).inside(&list);
            if let Json::Object(item) = item {
                let entry = self.entry(item, all);
                let path = entry_path(&entry.key);
                moved.push((path.clone(), place.clone()));
                moved.extend(entry.added.iter().map(|name| (path.clone().name(name), place.clone().key("name"))));
                entries.push((entry.key, entry.value));
            } else {
                moved.push((item_path(strays.len()).inside(&Path::root().key(ACCESS_RIGHTS_ARRAY)), place));
                strays.push(item);
            }
        }
        let mut members = Vec::new();
        if strays.is_empty() || !entries.is_empty() {
            members.push((ACCESS_RIGHTS.name.to_owned(), Json::Object(Object::new(entries))));
        }
        if !strays.is_empty() {
            members.push((ACCESS_RIGHTS_ARRAY.to_owned(), Json::List(strays)));
        }
        members
    }

    /// An item that stays in its list.
    pub(super) fn item(&self, item: Json, all: &[Self]) -> Json {
        if let Json::Object(item) = item { self.entry(item, all).value } else { item }
    }

    fn entry(&self, item: Object, all: &[Self]) -> Entry {
        let text = |name: &str| item.get(name).and_then(Json::as_text);
        let api = text("name").and_then(|name| self.api(name, text("namespace"), text("kind"), all));
        let of_api = |name: &str| api.and_then(|api| api.get(name)).and_then(Json::as_text);
        let id = text(API_ID.name).or_else(|| of_api(API_ID.name)).map(str::to_owned);
        let key = id.unwrap_or_else(|| placeholder(text("namespace"), text("name")));
        let name = text(API_NAME.name).or_else(|| of_api("name")).or_else(|| text("name")).unwrap_or_default();

        let missing = [(API_ID.name, key.as_str()), (API_NAME.name, name)];
        let missing: Vec<_> = missing.into_iter().filter(|(name, _)| item.get(name).is_none()).collect();
        let added = missing.iter().map(|(name, _)| *name).collect();
        let mut members: Vec<_> =
            missing.into_iter().map(|(name, value)| (name.to_owned(), Json::from(value))).collect();
        members.extend(item.into_members().into_iter().filter(|(name, _)| !REFERENCE.contains(&name.as_str())));
        let mut value = Json::Object(Object::new(members));
        for steps in NUMBERS_IN_STRINGS {
            unquote(&mut value, steps);
        }
        Entry { key, value, added }
    }

    /// The spec of the API that this policy names so. A namespace that is not written is the policy's own.
    fn api<'a>(&self, name: &str, namespace: Option<&str>, kind: Option<&str>, all: &'a [Self]) -> Option<&'a Object> {
        let is_named = |api: &&Self| {
            api.name == Some(name)
                && api.kind == kind.unwrap_or("ApiDefinition")
                && api.namespace.unwrap_or(self.home()) == namespace.unwrap_or(self.home())
        };
        all.iter().find(is_named).and_then(|api| api.spec)
    }
}

fn item_path(index: usize) -> Path {
    Path::from(vec![Segment::Index(index)])
}

/// What stands for an id that nobody knows yet. The check asks for the real one.
fn placeholder(namespace: Option<&str>, name: Option<&str>) -> String {
    match (namespace, name) {
        (_, None) => String::new(),
        (None, Some(name)) => format!("{{{name}}}"),
        (Some(namespace), Some(name)) => format!("{{{namespace}/{name}}}"),
    }
}

/// Turns the strings at the end of these steps into the numbers they hold.
fn unquote(value: &mut Json, steps: &[&str]) {
    match (&mut *value, steps) {
        (Json::String(text), []) => {
            if let Some(number) = Number::parse(text) {
                *value = Json::Number(number);
            }
        }
        (Json::List(items), [_, ..]) => items.iter_mut().for_each(|item| unquote(item, steps)),
        (Json::Object(object), [first, rest @ ..]) => {
            let mut members = std::mem::take(object).into_members();
            for (_, member) in members.iter_mut().filter(|(name, _)| name == first) {
                unquote(member, rest);
            }
            *object = Object::new(members);
        }
        _ => {}
    }
}

//! Which kind of value is it, and where in it are the policies?

use super::{Found, TextKind, operator};
use crate::catalogue::{ACCESS_RIGHTS, ACCESS_RIGHTS_ARRAY, API_ID, LEGACY_API_ID, root_field};
use crate::check::{Path, Segment};
use crate::draft::{Draft, Json, Object};

/// Names that only a key (session) has.
const KEY_FIELDS: [&str; 4] = ["apply_policies", "apply_policy_id", "hmac_string", "basic_auth_data"];

/// Members that may hold the policies of a wrapper: a dashboard's list answer, and a file of the Gateway.
const WRAPPERS: [&str; 2] = ["Data", "policies"];

/// What the value is.
pub(super) fn recognise(value: &Json) -> TextKind {
    if operator::is_resource(value) {
        return TextKind::Operator;
    }
    match value {
        Json::Object(object) => {
            let mut outline = Outline::new(false);
            object.iter().for_each(|(name, member)| outline.member(name, member));
            outline.kind()
        }
        Json::List(items) => {
            let mut outline = Outline::new(true);
            items.iter().for_each(|item| outline.item(item));
            outline.kind()
        }
        _ => TextKind::Other,
    }
}

/// What the items of a list, or the members of an object, have in common: gathered while they go by.
#[derive(Clone, Copy, Debug)]
pub struct Items {
    are_listed: bool,
    any: bool,
    all_policies: bool,
    all_entries: bool,
}

impl Items {
    /// Those of a list or an object, of which none is known yet.
    #[must_use]
    pub fn new(are_listed: bool) -> Self {
        Self { are_listed, any: false, all_policies: true, all_entries: true }
    }

    fn of(value: &Json) -> Option<Self> {
        let mut items = Self::new(value.as_list().is_some());
        match value {
            Json::List(list) => list.iter().for_each(|item| items.add(item)),
            Json::Object(object) => object.iter().for_each(|(_, member)| items.add(member)),
            _ => return None,
        }
        Some(items)
    }

    /// The next one.
    pub fn add(&mut self, value: &Json) {
        self.any = true;
        self.all_policies = self.all_policies && value.as_object().is_some_and(looks_like_a_policy);
        self.all_entries = self.all_entries && is_entry(value);
    }

    /// One that was too large to be looked at: it may be anything.
    fn add_unseen(&mut self) {
        (self.any, self.all_policies, self.all_entries) = (true, false, false);
    }

    fn hold_policies(self) -> bool {
        self.all_policies && (self.any || self.are_listed)
    }
}

/// What is known of a list or an object whose items or members go by one at a time: enough to say what it is.
#[derive(Clone, Debug)]
pub struct Outline {
    items: Items,
    has_key_field: bool,
    has_root_field: bool,
    /// A resource of the operator has one; whether it is one, its values say.
    has_api_version: bool,
    has_type: bool,
    has_files: bool,
    /// What is in each of [`WRAPPERS`]. One that holds neither a list nor an object has nothing in it.
    wrappers: [Option<Option<Items>>; 2],
}

impl Outline {
    /// That of a list or an object, of which nothing is known yet.
    #[must_use]
    pub fn new(is_list: bool) -> Self {
        Self {
            items: Items::new(is_list),
            has_key_field: false,
            has_root_field: false,
            has_api_version: false,
            has_type: false,
            has_files: false,
            wrappers: [None; 2],
        }
    }

    /// Whether the member of this name may hold the policies, so that [`Outline::wrapper`] is worth the while.
    #[must_use]
    pub fn is_wrapper(name: &str) -> bool {
        WRAPPERS.contains(&name)
    }

    /// The next item of a list.
    pub fn item(&mut self, value: &Json) {
        self.items.add(value);
    }

    /// The next member of an object.
    pub fn member(&mut self, name: &str, value: &Json) {
        self.items.add(value);
        self.name(name, || Items::of(value));
    }

    /// The next member of an object, too large to be looked at as a whole.
    pub fn wrapper(&mut self, name: &str, items: Items) {
        self.items.add_unseen();
        self.name(name, || Some(items));
    }

    fn name(&mut self, name: &str, items: impl Fn() -> Option<Items>) {
        self.has_key_field |= KEY_FIELDS.contains(&name);
        self.has_root_field |= root_field(name).is_some();
        self.has_api_version |= name == "apiVersion";
        self.has_type |= name == "type";
        if name == "files" {
            self.has_files = items().is_some_and(|items| items.are_listed);
        }
        if let Some((_, wrapper)) = WRAPPERS.iter().zip(&mut self.wrappers).find(|(each, _)| **each == name) {
            *wrapper = Some(items());
        }
    }

    /// Whether it is already sure that it is one policy or one key, and nothing with policies in it.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.has_key_field || self.has_root_field
    }

    /// What it is, if policies can be taken out of it one at a time: a list, a map or a wrapper.
    #[must_use]
    pub fn collection(&self) -> Option<TextKind> {
        let kind = self.kind();
        let is_collection = matches!(kind, TextKind::List | TextKind::Map | TextKind::Wrapped);
        (is_collection && !self.has_api_version).then_some(kind)
    }

    fn kind(&self) -> TextKind {
        let Items { are_listed, any, all_entries, .. } = self.items;
        if are_listed {
            return match (self.items.hold_policies(), all_entries) {
                (true, _) => TextKind::List,
                (false, true) => TextKind::AccessRights,
                (false, false) => TextKind::Other,
            };
        }
        if self.has_key_field {
            return TextKind::Key;
        }
        if !any || self.has_root_field {
            return TextKind::Policy;
        }
        let [data, policies] = self.wrappers;
        if self.has_type && self.has_files && policies.flatten().is_some_and(|policies| policies.are_listed) {
            return TextKind::SyncIndex;
        }
        if let Some(data) = data.or(policies).flatten().filter(|data| data.hold_policies()) {
            return if data.are_listed { TextKind::List } else { TextKind::Wrapped };
        }
        match (self.items.hold_policies(), all_entries) {
            (true, _) => TextKind::Map,
            (false, true) => TextKind::AccessRights,
            (false, false) => TextKind::Policy,
        }
    }
}

/// Whether the object has the fields of a policy, or none at all.
fn looks_like_a_policy(object: &Object) -> bool {
    object.is_empty() || object.iter().any(|(name, _)| root_field(name).is_some())
}

/// An item of the access rights, which names its API in today's form or in that of 2.x.
fn is_entry(value: &Json) -> bool {
    let names_api = |object: &Object| [&API_ID, &LEGACY_API_ID].iter().any(|field| object.get(field.name).is_some());
    value.as_object().is_some_and(names_api)
}

/// Every policy in one element of a list, map or wrapper, with its place in the element.
#[must_use]
pub fn policies_in(element: Json) -> Vec<Found> {
    let mut policies = Vec::new();
    collect(element, Vec::new(), false, &mut policies);
    policies
}

/// Takes every policy out of a value of this kind. `outer` is the place of the value in the text.
pub(super) fn take_policies(kind: TextKind, value: Json, outer: Vec<Segment>, policies: &mut Vec<Found>) {
    match (kind, value) {
        (TextKind::Policy, Json::Object(object)) => {
            policies.push(Found::new(Path::from(outer), Draft::from_object(object)));
        }
        (TextKind::AccessRights, rights) => {
            let field = if rights.as_list().is_some() { &ACCESS_RIGHTS_ARRAY } else { &ACCESS_RIGHTS };
            let draft = Draft::from_object(Object::new(vec![(field.name.to_owned(), rights)]));
            let moved = vec![(Path::root().name(field.name), Path::root())];
            policies.push(Found { moved, ..Found::new(Path::from(outer), draft) });
        }
        (TextKind::List | TextKind::Map | TextKind::Wrapped, value) => collect(value, outer, true, policies),
        _ => {}
    }
}

/// Takes every policy out of lists, maps and wrappers.
fn collect(value: Json, mut trail: Vec<Segment>, is_outermost: bool, policies: &mut Vec<Found>) {
    let mut inside = |segment: Segment, value: Json| {
        trail.push(segment);
        collect(value, trail.clone(), false, policies);
        trail.pop();
    };
    match value {
        Json::List(items) => {
            items.into_iter().enumerate().for_each(|(index, item)| inside(Segment::Index(index), item));
        }
        Json::Object(object) if !is_outermost && looks_like_a_policy(&object) => {
            policies.push(Found::new(Path::from(trail), Draft::from_object(object)));
        }
        Json::Object(object) => {
            object.into_members().into_iter().for_each(|(name, member)| inside(Segment::Key(name), member));
        }
        _ => {}
    }
}

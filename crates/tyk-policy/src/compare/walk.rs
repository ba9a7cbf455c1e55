//! The walk through two policies side by side.

use super::Difference;
use super::number::{is_zero, nearly_same};
use super::same::{last_of_each, same, same_texts};
use crate::catalogue::{ACCESS_RIGHTS_ARRAY, Field, ID, Kind, ORG_ID, Owner, key_field};
use crate::check::{Step, Trail};
use crate::draft::Json;

/// What counts as a difference.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// Whatever is written otherwise.
    AsWritten,
    /// What Go can tell apart, but for what the dashboard sets itself.
    ReadBack,
    /// What Go can tell apart.
    Since,
}

/// The members of an object, in their order.
pub(super) type Members<'a> = Vec<(&'a str, &'a Json)>;

/// A walk and what it found.
pub(super) struct Walk {
    pub rule: Rule,
    pub found: Vec<Difference>,
}

static ANY: Kind = Kind::Any;

impl Walk {
    /// A field that the catalogue knows.
    pub(super) fn field(&mut self, field: &Field, before: Option<&Json>, after: Option<&Json>, trail: &Trail<'_>) {
        if self.rule == Rule::ReadBack {
            let is_set_for_one = matches!(field.owner, Owner::Derived)
                || [&ID, &ORG_ID, &ACCESS_RIGHTS_ARRAY].iter().any(|other| std::ptr::eq(*other, field));
            if field.is_read_only() || (is_set_for_one && is_nothing(&field.kind, before)) {
                return;
            }
        }
        self.value(&field.kind, before, after, trail);
    }

    /// A value of a type.
    pub(super) fn value(&mut self, kind: &Kind, before: Option<&Json>, after: Option<&Json>, trail: &Trail<'_>) {
        if before == after {
            return;
        }
        if matches!(kind, Kind::Object(_) | Kind::Map(_))
            && let Some((before, after)) = self.inside(before).zip(self.inside(after))
        {
            self.members(kind, &before, &after, Some(trail));
        } else if !self.is_same(kind, before, after, trail) {
            self.push(before, after, trail);
        }
    }

    /// What is in an object. What Go takes for an empty one is one, unless it is the writing that counts.
    fn inside<'a>(&self, value: Option<&'a Json>) -> Option<Members<'a>> {
        match value {
            Some(Json::Object(object)) => Some(object.iter().collect()),
            None | Some(Json::Null) if self.rule != Rule::AsWritten => Some(Vec::new()),
            _ => None,
        }
    }

    /// The members of two objects of a type, those before first. `outer` leads to the objects; nothing is the policy itself.
    pub(super) fn members(
        &mut self,
        kind: &Kind,
        before: &[(&str, &Json)],
        after: &[(&str, &Json)],
        outer: Option<&Trail<'_>>,
    ) {
        let (last_before, last_after) = (last_of_each(before), last_of_each(after));
        for (name, value) in before {
            if last_before.get(name).is_some_and(|last| std::ptr::eq(*last, *value)) {
                self.member(kind, name, Some(value), last_after.get(name).copied(), outer);
            }
        }
        for (name, value) in after {
            let is_last = last_after.get(name).is_some_and(|last| std::ptr::eq(*last, *value));
            if is_last && !last_before.contains_key(name) {
                self.member(kind, name, None, Some(value), outer);
            }
        }
    }

    fn member(
        &mut self,
        kind: &Kind,
        name: &str,
        before: Option<&Json>,
        after: Option<&Json>,
        outer: Option<&Trail<'_>>,
    ) {
        let field = match kind {
            Kind::Object(fields) => fields.iter().find(|field| field.name == name),
            _ => None,
        };
        let step = field.map_or(Step::Key(name), |field| Step::Name(field.name));
        let trail = outer.map_or_else(|| Trail::start(step), |outer| outer.then(step));
        match (kind, field) {
            (_, Some(field)) => self.field(field, before, after, &trail),
            // Whether a key is there counts, whatever it holds.
            (Kind::Map(item), None) if before.is_some() && after.is_some() => self.value(item, before, after, &trail),
            (Kind::Map(_), None) => self.push(before, after, &trail),
            (_, None) => self.unknown(name, before, after, &trail),
        }
    }

    /// A member of a name that the catalogue does not know.
    fn unknown(&mut self, name: &str, before: Option<&Json>, after: Option<&Json>, trail: &Trail<'_>) {
        let is_run_time = self.rule == Rule::ReadBack && key_field(name).is_some();
        // A newer Tyk writes the fields that it has learnt, empty.
        let is_new = self.rule != Rule::AsWritten && before.is_none() && is_nothing(&Kind::Text, after);
        if before.is_some() && after.is_some() {
            self.value(&ANY, before, after, trail);
        } else if !is_run_time && !is_new {
            self.push(before, after, trail);
        }
    }

    /// Whether two values are the same as a whole. `trail` leads to both.
    fn is_same(&self, kind: &Kind, before: Option<&Json>, after: Option<&Json>, trail: &Trail<'_>) -> bool {
        let as_written = self.rule == Rule::AsWritten;
        if !as_written && is_nothing(kind, before) && is_nothing(kind, after) {
            return true;
        }
        let (Some(before), Some(after)) = (before, after) else { return false };
        match (kind, before, after) {
            (Kind::List(Kind::Text), Json::List(before), Json::List(after)) => same_texts(before, after),
            (Kind::List(item), Json::List(before), Json::List(after)) => {
                let is_same = |(before, after)| {
                    let mut walk = Self { rule: self.rule, found: Vec::new() };
                    walk.value(item, Some(before), Some(after), trail);
                    walk.found.is_empty()
                };
                before.len() == after.len() && before.iter().zip(after).all(is_same)
            }
            // Go holds it as a float.
            (Kind::Number, Json::Number(before), Json::Number(after)) if !as_written => nearly_same(before, after),
            _ => same(before, after),
        }
    }

    fn push(&mut self, before: Option<&Json>, after: Option<&Json>, trail: &Trail<'_>) {
        self.found.push(Difference { path: trail.path(), before: before.cloned(), after: after.cloned() });
    }
}

/// Whether Go decodes a value into the zero value of its type. Anything may also hold an empty text or a 0.
fn is_nothing(kind: &Kind, value: Option<&Json>) -> bool {
    match value {
        None | Some(Json::Null) => true,
        Some(_) if matches!(kind, Kind::Any) => false,
        Some(Json::Bool(flag)) => !flag,
        Some(Json::Number(number)) => is_zero(number),
        Some(Json::String(text)) => text.is_empty(),
        Some(Json::List(items)) => items.is_empty(),
        Some(Json::Object(object)) => object.is_empty(),
    }
}

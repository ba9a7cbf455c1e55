//! Edits of the values of a text. They do what [`change`] does to a value of which no text is known.

use super::value::{Content, Document, Item, Items, Name, Value};
use crate::check::Segment;
use crate::draft::{Edit, Json, change};

/// Makes a change. One whose place is not there changes nothing.
pub(super) fn apply(document: &mut Document<'_>, edit: &Edit) {
    let path = edit.path().segments();
    match (document.roots.as_mut_slice(), path) {
        ([(_, root)], path) => at(root, path, edit),
        (roots, [Segment::Index(index), path @ ..]) => {
            if let Some((_, root)) = roots.get_mut(*index) {
                at(root, path, edit);
            }
        }
        _ => {}
    }
}

fn at(value: &mut Value<'_>, path: &[Segment], edit: &Edit) {
    let [step, rest @ ..] = path else {
        if let Edit::Set(_, new) = edit {
            value.content = Content::New(new.clone());
        }
        return;
    };
    // What is set needs an object around it, whatever stands there now.
    let needs_object = step.name().is_some() && matches!(edit, Edit::Set(..));
    match (&mut value.content, step) {
        (Content::New(json), _) => change(json, path, edit),
        (Content::Plain, _) if needs_object => value.content = Content::New(made(path, edit)),
        (Content::Items(items), _) if needs_object && !items.is_object => {
            value.content = Content::New(made(path, edit));
        }
        (Content::Plain, _) => {}
        (Content::Items(items), Segment::Index(index)) if !items.is_object => item(items, *index, rest, edit),
        (Content::Items(items), step) if items.is_object => {
            if let Some(name) = step.name() {
                member(items, name, rest, edit);
            }
        }
        (Content::Items(_), _) => {}
    }
}

fn item(items: &mut Items<'_>, index: usize, rest: &[Segment], edit: &Edit) {
    let Some(item) = items.items.iter_mut().filter(|item| !item.is_removed).nth(index) else { return };
    match (edit, rest) {
        (Edit::Remove(_), []) => item.is_removed = true,
        _ => at(&mut item.value, rest, edit),
    }
}

fn member(items: &mut Items<'_>, name: &str, rest: &[Segment], edit: &Edit) {
    let all = items.items.iter_mut().filter(|item| item.is_called(name));
    match (edit, rest) {
        (Edit::Remove(_), []) => all.for_each(|item| item.is_removed = true),
        (Edit::KeepLast(_), []) => all.rev().skip(1).for_each(|item| item.is_removed = true),
        (Edit::Rename(_, to), []) => {
            all.for_each(|item| item.name = Some(Name { text: to.clone(), written: None }));
        }
        (edit, rest) => {
            if let Some(item) = items.member(name) {
                at(&mut item.value, rest, edit);
            } else if matches!(edit, Edit::Set(..)) {
                insert(items, name, made(rest, edit));
            }
        }
    }
}

/// The value that comes to be where nothing was.
fn made(path: &[Segment], edit: &Edit) -> Json {
    let mut json = Json::Null;
    change(&mut json, path, edit);
    json
}

/// A new member stands behind the one that comes before it in the order of the alphabet, which is that of the schema.
fn insert(items: &mut Items<'_>, name: &str, json: Json) {
    let there = items.items.iter().enumerate().filter(|(_, item)| !item.is_removed);
    let named = there.filter_map(|(index, item)| Some((item.name.as_ref()?.text.as_str(), index)));
    let place = named.filter(|(each, _)| *each < name).max().map_or(0, |(_, index)| index + 1);
    let name = Some(Name { text: name.to_owned(), written: None });
    items.items.insert(place, Item { name, value: Value::new(json), around: None, is_removed: false });
}

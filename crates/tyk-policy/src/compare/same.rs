//! Whether two values are the same whatever they mean.

use std::collections::BTreeMap;

use super::number::same_number;
use crate::draft::Json;

/// The member that counts for each name: the last one.
pub(super) fn last_of_each<'a>(members: &[(&'a str, &'a Json)]) -> BTreeMap<&'a str, &'a Json> {
    let mut last = BTreeMap::new();
    for (name, value) in members {
        last.insert(*name, *value);
    }
    last
}

/// Whether two values are the same. Where a member of an object stands does not count.
pub(super) fn same(one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::Number(one), Json::Number(other)) => same_number(one, other),
        (Json::List(one), Json::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Json::Object(one), Json::Object(other)) => {
            let one = last_of_each(&one.iter().collect::<Vec<_>>());
            let other = last_of_each(&other.iter().collect::<Vec<_>>());
            one.len() == other.len()
                && one.iter().all(|(name, value)| other.get(name).is_some_and(|other| same(value, other)))
        }
        _ => one == other,
    }
}

/// Whether two lists of texts are the same, in whatever order. Where one holds anything else, the order counts.
pub(super) fn same_texts(one: &[Json], other: &[Json]) -> bool {
    let are_texts = |items: &[Json]| items.iter().all(|item| item.as_text().is_some());
    if one.len() != other.len() || !are_texts(one) || !are_texts(other) {
        return one == other;
    }
    let (one, other) = (texts_of(one), texts_of(other));
    one.len() == other.len() && one.keys().all(|text| other.contains_key(text))
}

fn texts_of(items: &[Json]) -> BTreeMap<&str, &Json> {
    let texts: Vec<_> = items.iter().filter_map(|item| Some((item.as_text()?, item))).collect();
    last_of_each(&texts)
}

//! Which APIs are shown, and in which order.

use leptos::prelude::*;
use tyk_policy::check::Severity;
use tyk_policy::draft::Entry;

use super::showing::{Filter, Order};
use crate::controls::has;
use crate::desk::desk;
use crate::document::Row;

/// The rows that the filter lets through, and the one that the focus is about to go to, in the chosen order. They are
/// looked at as they are now: a row does not go away or move while somebody types in it.
pub(super) fn arranged(filter: Filter) -> Vec<u32> {
    let document = desk().document;
    let (order, mut rows) = (filter.order.get(), document.rows.get());
    let filter = filter.text.get();
    if !filter.is_empty() {
        let wanted = document.wanted.get();
        rows.retain(|row| wanted == Some(row.id) || row.value.with_untracked(|entry| fits(entry, &filter)));
    }
    match order {
        Order::AsWritten => {}
        Order::ByName => rows.sort_by_cached_key(|row| row.value.with_untracked(|entry| sort_name(entry))),
        Order::ById => rows.sort_by_cached_key(|row| row.value.with_untracked(|entry| entry.key.to_lowercase())),
        Order::FindingsFirst => rows.sort_by_cached_key(worst),
    }
    rows.iter().map(|row| row.id.0).collect()
}

/// Whether a part of it stands in the API's id, its name or one of its paths.
fn fits(entry: &Entry, part: &str) -> bool {
    has(&[&entry.key, entry.api_name()], part)
        || (0..entry.path_count()).any(|path| has(&[&entry.path(path).url], part))
}

/// Those without a name come last.
fn sort_name(entry: &Entry) -> (bool, String) {
    let name = entry.api_name().to_lowercase();
    (name.is_empty(), name)
}

/// The worst finding first; rows without any come last.
fn worst(row: &Row) -> (bool, Option<Severity>) {
    let worst = row.report.with_untracked(|report| report.iter().map(|finding| finding.severity).min());
    (worst.is_none(), worst)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tyk_policy::draft::PathRule;

    #[test]
    fn an_api_is_found_by_a_part_of_its_id_its_name_or_a_path() {
        let mut entry = Entry::new("abc123", "Orders");
        entry.set_paths(&[PathRule { url: "^/deliveries".to_owned(), methods: Vec::new() }]);
        for part in ["C12", "order", "/DELIV"] {
            assert!(fits(&entry, part), "{part}");
        }
        assert!(!fits(&entry, "GET"));
    }

    #[test]
    fn apis_without_a_name_come_behind_those_with_one() {
        let mut names = ["", "b", "A"].map(|name| sort_name(&Entry::new("x", name)));
        names.sort();
        assert_eq!(names.map(|(_, name)| name), ["a", "b", ""]);
    }
}

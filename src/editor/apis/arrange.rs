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
        let wanted = document.wanted_row();
        rows.retain(|row| wanted == Some(row.id) || row.value.with_untracked(|entry| fits(entry, &filter)));
    }
    if order != Order::AsWritten {
        // One sort for all orders: equal rows stay as they are written.
        let mut keyed: Vec<_> =
            rows.iter().enumerate().map(|(place, row)| (sort_key(row, order), place, row.id.0)).collect();
        keyed.sort_unstable();
        return keyed.into_iter().map(|(.., id)| id).collect();
    }
    rows.iter().map(|row| row.id.0).collect()
}

/// By what a row is sorted: a class, and in it a text.
fn sort_key(row: &Row, order: Order) -> (usize, String) {
    match order {
        Order::AsWritten => (0, String::new()),
        Order::ByName => row.value.with_untracked(by_name),
        Order::ById => (0, row.value.with_untracked(|entry| entry.key.to_ascii_lowercase())),
        Order::FindingsFirst => (worst(row), String::new()),
    }
}

/// Whether a part of it stands in the API's id, its name or one of its paths.
fn fits(entry: &Entry, part: &str) -> bool {
    has(&[&entry.key, entry.api_name()], part)
        || (0..entry.path_count()).any(|path| has(&[&entry.path(path).url], part))
}

/// Those without a name come last.
fn by_name(entry: &Entry) -> (usize, String) {
    let name = entry.api_name().to_ascii_lowercase();
    (usize::from(name.is_empty()), name)
}

/// The worst finding first; rows without any come last.
fn worst(row: &Row) -> usize {
    let worst = row.report.with_untracked(|report| report.iter().map(|finding| finding.severity).min());
    let place = |worst| Severity::ALL.iter().position(|severity| *severity == worst);
    worst.and_then(place).unwrap_or(Severity::ALL.len())
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
        let mut names = ["", "b", "A"].map(|name| by_name(&Entry::new("x", name)));
        names.sort_unstable();
        assert_eq!(names.map(|(_, name)| name), ["a", "b", ""]);
    }
}

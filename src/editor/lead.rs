//! Leading somebody to a control, wherever it is: what hides it opens, and what draws it is loaded.

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use super::fields::group_view;
use crate::browser;
use crate::document::{Document, row_of_element};

/// So often the page is waited for until it has drawn what was opened.
const MOST_TICKS: usize = 10;

/// Moves the focus to the first of these controls that there is, once what hides the first is open.
pub fn lead_to(document: Document, ids: Vec<String>) {
    let Some(wanted) = ids.first().cloned() else { return };
    open(document, &wanted);
    spawn_local(async move {
        wait_for(&wanted).await;
        browser::focus_first(ids);
    });
}

/// Moves the focus to the first control inside the element of this id, in the same way.
pub(super) fn lead_into(document: Document, id: String) {
    open(document, &id);
    spawn_local(async move {
        wait_for(&id).await;
        browser::focus_inside(&id);
    });
}

/// Opens the API that a control is in, and lets the groups know that they may be asked for it.
fn open(document: Document, wanted: &str) {
    if let Some(row) = row_of_element(wanted).and_then(|row| document.row(row)) {
        // Who is led to the line itself need not see what is in it.
        if !wanted.ends_with("-toggle") {
            row.open.set(true);
        }
    }
    document.wanted.set(wanted.to_owned());
}

async fn wait_for(id: &str) {
    tick().await;
    if browser::element_by_id(id).is_none() {
        // Where it cannot be loaded, the group says so.
        let _ = group_view().await;
        for _ in 0..MOST_TICKS {
            if browser::element_by_id(id).is_some() {
                return;
            }
            tick().await;
        }
    }
}

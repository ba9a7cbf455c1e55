//! The rows.

use leptos::prelude::*;

use super::super::entry::entry_row;
use super::Showing;
use crate::controls::Window;
use crate::desk::desk;
use crate::document::RowId;
use crate::view::{Element, div, memo};

/// The id of the list.
const LIST: &str = "apis";

/// The list, of which the rows in sight are drawn.
pub(in crate::editor) fn api_list(showing: Showing) -> Element {
    let document = desk().document;
    let opened = memo(move || {
        let opened = document.rows.get().into_iter().filter(|row| row.open.get());
        opened.map(|row| row.id.0).collect::<Vec<_>>()
    });
    let wanted = memo(move || document.wanted_row().map(|row| row.0).into_iter().collect());
    let row = move |key| document.row(RowId(key)).map_or_else(|| div("api"), entry_row);
    Window { id: LIST, keys: showing.shown, opened, wanted }.view("apis", row)
}

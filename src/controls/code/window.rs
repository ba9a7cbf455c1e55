//! The lines of a long text that are in sight.

use leptos::prelude::*;

use super::Sheet;
use super::pieces::tokens;
use crate::view::{Element, Item, div, each, pre, text};

/// As high as all lines together; in it the lines around the block that is at the top.
pub(super) fn window(content: Signal<String>, sheet: StoredValue<Sheet>, block: RwSignal<usize>) -> Element {
    let follow = move || sheet.update_value(|sheet| content.with(|text| sheet.follow(text)));
    let items = move || {
        follow();
        let block = block.get();
        sheet.with_value(|sheet| sheet.drawn_at(block).map(|index| item(sheet, index)).collect())
    };
    let height = text(move || {
        follow();
        sheet.with_value(|sheet| sheet.line_count().to_string())
    });
    let first = text(move || {
        follow();
        let block = block.get();
        sheet.with_value(|sheet| sheet.drawn_at(block).start.to_string())
    });
    div("code__sheet")
        .style("--lines", height)
        .child(pre("code__lines code__window").style("--first", first).child(each(items)))
}

fn item(sheet: &Sheet, index: usize) -> Item {
    let line = sheet.line(index).to_owned();
    let is_changed = sheet.is_changed(index);
    let class = if is_changed { "code__line code__line--changed" } else { "code__line" };
    let key = if is_changed { format!("{index} in {}", sheet.edition()) } else { format!("{index}: {line}") };
    Item::new(key, move || tokens(class, &line).child("\n").into_any())
}

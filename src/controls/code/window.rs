//! The lines of a long text that are in sight.

use leptos::prelude::*;

use super::Sheet;
use super::pieces::tokens;
use crate::view::{Element, Item, div, each, memo, pre, text};

/// A long text, and how far down it is scrolled: the place and the height that it is a part of.
#[derive(Clone, Copy)]
pub(super) struct LongText {
    pub content: Signal<String>,
    pub scrolled: RwSignal<(u64, u64)>,
}

/// As high as all lines together; in it the lines around the block that is at the top.
pub(super) fn window(long: LongText) -> Element {
    let sheet = StoredValue::new(Sheet::default());
    let follow = move || sheet.update_value(|sheet| long.content.with(|text| sheet.follow(text)));
    // What is drawn follows only when another block comes in sight.
    let block = memo(move || {
        follow();
        sheet.with_value(|sheet| sheet.block_at(long.scrolled.get()))
    });
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

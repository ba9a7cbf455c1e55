//! A list of which only those rows are in the document that are in sight, or nearly so.
//!
//! The page scrolls as if all were there. Rows come and go by blocks, and a block stays where it is: a row that was drawn is
//! never moved in the document, so it keeps the focus. A short list is drawn in full.

mod blocks;

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use crate::browser;
use crate::view::{Element, Item, div, each, memo, press, text};
use blocks::{BLOCK, Closed, drawn, in_sight, rows_of};

/// What a closed row takes up until one was measured, in pixels.
const GUESS: Closed = Closed { step: 54.0, gap: 8.0 };

/// A list that may be long. Closed rows are all of one height; opened ones, whatever their height, stay where they are.
#[derive(Clone, Copy)]
pub struct Window {
    /// The id of the list.
    pub id: &'static str,
    /// A number for each row, in order, none of them twice.
    pub keys: Memo<Vec<u32>>,
    /// Those that are open.
    pub opened: Memo<Vec<u32>>,
    /// Those that the focus is about to go to: they are drawn wherever they stand.
    pub wanted: Memo<Vec<u32>>,
}

/// How a row is drawn.
type Draw = Arc<dyn Fn(u32) -> Element + Send + Sync>;

/// What a window sees.
#[derive(Clone, Copy)]
struct Sight {
    window: Window,
    /// The numbers of the blocks that are drawn.
    drawn: Memo<Vec<u32>>,
    seen: StoredValue<Seen>,
    /// Counts up when other blocks may have to be drawn.
    edition: RwSignal<usize>,
    /// Counts up when a closed row takes up something else.
    measured: RwSignal<usize>,
}

struct Seen {
    in_sight: Range<usize>,
    closed: Closed,
    /// The row that has the focus, or had it last.
    focused: Option<u32>,
}

impl Window {
    /// The list. `row` draws a row the first time, as an item of a list.
    pub fn view(self, class: &'static str, row: impl Fn(u32) -> Element + Send + Sync + 'static) -> Element {
        let (sight, row): (_, Draw) = (Sight::new(self), Arc::new(row));
        let blocks = memo(move || self.keys.with(|keys| keys.len().div_ceil(BLOCK)));
        let item = move |block: usize| {
            let row = Arc::clone(&row);
            Item::new(block.to_string(), move || sight.block(block, row).into_any())
        };
        div(class).attr("role", "list").id(self.id).child(each(move || (0..blocks.get()).map(&item).collect()))
    }
}

impl Sight {
    fn new(window: Window) -> Self {
        let seen = StoredValue::new(Seen { in_sight: 0..3, closed: GUESS, focused: None });
        let (edition, measured) = (RwSignal::new(0), RwSignal::new(0));
        let drawn = memo(move || {
            edition.track();
            let mut focused = window.wanted.get();
            focused.extend(seen.with_value(|seen| seen.focused));
            let in_sight = seen.with_value(|seen| seen.in_sight.clone());
            window.opened.with(|opened| window.keys.with(|keys| drawn(keys, &in_sight, opened, &focused)))
        });
        let sight = Self { window, drawn, seen, edition, measured };
        browser::on_events(browser::SIGHT, move || sight.look());
        let follow = RenderEffect::new(move |_: Option<()>| {
            drawn.track();
            window.keys.track();
            window.opened.track();
            spawn_local(async move {
                tick().await;
                sight.look();
            });
        });
        // It lives as long as the list does.
        StoredValue::new_local(follow);
        sight
    }

    /// The rows of a block, or their room.
    fn block(self, block: usize, row: Draw) -> Element {
        let keys = self.window.keys;
        let items = move || {
            if !self.drawn.with(|drawn| has(drawn, block)) {
                let rows = keys.with(|keys| rows_of(block, keys).len());
                return vec![Item::new(format!("room of {rows}"), move || self.room(rows).into_any())];
            }
            let item = |key: &u32| {
                let (key, row) = (*key, Arc::clone(&row));
                Item::new(key.to_string(), move || self.placed(key, row(key)).into_any())
            };
            keys.with(|keys| rows_of(block, keys).iter().map(item).collect())
        };
        div("window__block").attr("role", "presentation").child(each(items))
    }

    /// A row that knows its place, which those hear who do not see how long the list is.
    fn placed(self, key: u32, row: Element) -> Element {
        let keys = self.window.keys;
        let place = move || keys.with(|keys| keys.iter().position(|each| *each == key).map_or(1, |place| place + 1));
        let focused = move || {
            self.seen.update_value(|seen| seen.focused = Some(key));
            self.edition.update(|edition| *edition += 1);
        };
        row.attr("role", "listitem")
            .attr("aria-posinset", text(move || place().to_string()))
            .attr("aria-setsize", text(move || keys.with(Vec::len).to_string()))
            .on("focusin", press(focused))
    }

    fn room(self, rows: usize) -> Element {
        let height = text(move || {
            self.measured.track();
            format!("{}px", self.seen.with_value(|seen| seen.closed.room(rows)))
        });
        div("window__room").attr("aria-hidden", "true").style("height", height)
    }

    /// Finds out what is in sight now.
    fn look(self) {
        let Some(drawn) = self.drawn.try_get_untracked() else { return };
        let opened = self.window.opened.get_untracked();
        let keys = self.window.keys.read_untracked();
        let (places, view) = browser::places_of_children(self.window.id);
        // Where the page has not caught up, it will, and then this is called again.
        if drawn.len() == places.len() || places.len() != keys.len().div_ceil(BLOCK) {
            return;
        }
        let has_opened = |block| rows_of(block, &keys).iter().any(|key| opened.contains(key));
        let before = self.seen.with_value(|seen| (seen.in_sight.clone(), seen.closed));
        let is_closed = |block| has(&drawn, block) && !has_opened(block);
        let closed = Closed::measured(&places, is_closed).unwrap_or(before.1);
        let in_sight = in_sight(&places, view);
        if (&in_sight, closed) == (&before.0, before.1) {
            return;
        }
        self.seen.update_value(|seen| (seen.in_sight, seen.closed) = (in_sight, closed));
        self.edition.update(|edition| *edition += 1);
        if closed != before.1 {
            self.measured.update(|measured| *measured += 1);
        }
    }
}

/// Whether a block is among these.
fn has(blocks: &[u32], block: usize) -> bool {
    blocks.iter().any(|each| *each as usize == block)
}

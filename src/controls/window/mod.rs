//! A list of which only those rows are in the document that are in sight, or nearly so.
//!
//! The page scrolls as if all were there: in place of the others stands their room. A short list is drawn in full.

mod pieces;

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use crate::browser;
use crate::view::{Element, Item, each, li, press, text, ul};
use pieces::{Closed, Kept, Piece, Place, pieces};

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

/// What a window sees.
#[derive(Clone, Copy)]
struct Sight {
    window: Window,
    seen: StoredValue<Seen>,
    /// Counts up when what is seen becomes another.
    edition: RwSignal<usize>,
}

struct Seen {
    /// What was drawn last.
    pieces: Vec<Piece>,
    in_sight: Range<usize>,
    closed: Closed,
    /// The row that has the focus, or had it last.
    focused: Option<u32>,
}

impl Window {
    /// The list. `row` draws a row the first time.
    pub fn view(self, class: &'static str, row: impl Fn(u32) -> Element + Send + Sync + 'static) -> Element {
        self.view_boxed(class, Arc::new(row))
    }

    fn view_boxed(self, class: &'static str, row: Arc<dyn Fn(u32) -> Element + Send + Sync>) -> Element {
        let seen = Seen { pieces: Vec::new(), in_sight: 0..32, closed: GUESS, focused: None };
        let sight = Sight { window: self, seen: StoredValue::new(seen), edition: RwSignal::new(0) };
        browser::on_sight_change(move || sight.look());
        let item = move |piece: &Piece| match *piece {
            Piece::Row(key) => {
                let row = Arc::clone(&row);
                Item::new(key.to_string(), move || sight.placed(key, row(key)).into_any())
            }
            Piece::Room { first, rows } => Item::new(format!("{first}+{rows}"), move || sight.room(rows).into_any()),
        };
        ul(class).id(self.id).child(each(move || sight.draw().iter().map(&item).collect()))
    }
}

impl Sight {
    /// The pieces to be drawn now. When they are there, it looks at them.
    fn draw(self) -> Vec<Piece> {
        self.edition.track();
        let Window { keys, opened, wanted, .. } = self.window;
        let mut focused = wanted.get();
        let pieces = self.seen.try_update_value(|seen| {
            focused.extend(seen.focused);
            let opened = opened.read();
            seen.pieces = pieces(&keys.read(), &seen.in_sight, &Kept { opened: &opened, focused: &focused });
            seen.pieces.clone()
        });
        spawn_local(async move {
            tick().await;
            self.look();
        });
        pieces.unwrap_or_default()
    }

    /// A row that knows its place, which those hear who do not see how long the list is.
    fn placed(self, key: u32, row: Element) -> Element {
        let keys = self.window.keys;
        let place = move || keys.with(|keys| keys.iter().position(|each| *each == key).map_or(1, |place| place + 1));
        row.attr("aria-posinset", text(move || place().to_string()))
            .attr("aria-setsize", text(move || keys.with(Vec::len).to_string()))
            .on("focusin", press(move || self.change(|seen| seen.focused = Some(key))))
    }

    fn room(self, rows: usize) -> Element {
        let height = text(move || {
            self.edition.track();
            format!("{}px", self.seen.with_value(|seen| seen.closed.room(rows)))
        });
        li("window__room").attr("aria-hidden", "true").style("height", height)
    }

    /// Finds out what is in sight now.
    fn look(self) {
        let measured = self.seen.try_with_value(|seen| {
            if seen.pieces.iter().all(|piece| matches!(piece, Piece::Row(_))) {
                return None;
            }
            let (places, view) = browser::places_of_children(self.window.id);
            // Where the page has not caught up, it will, and then this is called again.
            if places.len() != seen.pieces.len() {
                return None;
            }
            let places: Vec<_> = places.into_iter().map(|(top, height)| Place { top, height }).collect();
            let opened = self.window.opened.read_untracked();
            let closed = Closed::measured(&seen.pieces, &places, &opened).unwrap_or(seen.closed);
            let in_sight = closed.in_sight(&seen.pieces, &places, view);
            (closed != seen.closed || in_sight != seen.in_sight).then_some((closed, in_sight))
        });
        if let Some((closed, in_sight)) = measured.flatten() {
            self.change(|seen| {
                seen.closed = closed;
                seen.in_sight = in_sight;
            });
        }
    }

    fn change(self, change: impl FnOnce(&mut Seen)) {
        if self.seen.try_update_value(change).is_some() {
            self.edition.update(|edition| *edition += 1);
        }
    }
}

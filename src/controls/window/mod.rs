//! A list of which only those rows are in the document that are in sight, or nearly so.
//!
//! The page scrolls as if all were there: in place of the others stands their room. A short list is drawn in full.

mod pieces;

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use crate::browser;
use crate::view::{Element, Item, each, li, memo, press, text, ul};
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
    /// The row that the focus is about to go to: it is drawn wherever it stands.
    pub wanted: Signal<Option<u32>>,
}

/// What a window sees.
#[derive(Clone, Copy)]
struct Sight {
    window: Window,
    pieces: Memo<Vec<Piece>>,
    in_sight: RwSignal<Range<usize>>,
    closed: RwSignal<Closed>,
    /// The row that has the focus, or had it last.
    focused: RwSignal<Option<u32>>,
}

impl Window {
    /// The list. `row` draws a row the first time.
    pub fn view(self, class: &'static str, row: impl Fn(u32) -> Element + Send + Sync + 'static) -> Element {
        let sight = Sight::new(self);
        let row: Arc<dyn Fn(u32) -> Element + Send + Sync> = Arc::new(row);
        let item = move |piece: Piece| match piece {
            Piece::Row(key) => {
                let row = Arc::clone(&row);
                Item::new(key.to_string(), move || sight.placed(key, row(key)).into_any())
            }
            Piece::Room { first, rows } => Item::new(format!("{first}+{rows}"), move || sight.room(rows).into_any()),
        };
        ul(class).id(self.id).child(each(move || sight.pieces.get().into_iter().map(&item).collect()))
    }
}

impl Sight {
    fn new(window: Window) -> Self {
        let in_sight = RwSignal::new(0..32);
        let focused = RwSignal::new(None);
        let pieces = memo(move || {
            let focused: Vec<_> = [focused.get(), window.wanted.get()].into_iter().flatten().collect();
            let drawn = |opened: &Vec<u32>| {
                let kept = Kept { opened, focused: &focused };
                window.keys.with(|keys| in_sight.with(|in_sight| pieces(keys, in_sight, &kept)))
            };
            window.opened.with(drawn)
        });
        let sight = Self { window, pieces, in_sight, closed: RwSignal::new(GUESS), focused };
        browser::on_sight_change(move || sight.look());
        let follow = RenderEffect::new(move |_: Option<()>| {
            pieces.track();
            spawn_local(async move {
                tick().await;
                sight.look();
            });
        });
        // It lives as long as the list does.
        StoredValue::new_local(follow);
        sight
    }

    /// A row that knows its place, which those hear who do not see how long the list is.
    fn placed(self, key: u32, row: Element) -> Element {
        let keys = self.window.keys;
        let place = move || keys.with(|keys| keys.iter().position(|each| *each == key).map_or(1, |place| place + 1));
        row.attr("aria-posinset", text(move || place().to_string()))
            .attr("aria-setsize", text(move || keys.with(Vec::len).to_string()))
            .on("focusin", press(move || self.focused.set(Some(key))))
    }

    fn room(self, rows: usize) -> Element {
        let height = text(move || format!("{}px", self.closed.get().room(rows)));
        li("window__room").attr("aria-hidden", "true").style("height", height)
    }

    /// Finds out what is in sight now.
    fn look(self) {
        let Some(pieces) = self.pieces.try_get_untracked() else { return };
        if pieces.iter().all(|piece| matches!(piece, Piece::Row(_))) {
            return;
        }
        let (tops, view) = browser::places_of_children(self.window.id);
        // The page has not caught up: it will, and then this is called again.
        if tops.len() != pieces.len() {
            return;
        }
        let places: Vec<_> = tops.into_iter().map(|(top, height)| Place { top, height }).collect();
        let opened = self.window.opened.get_untracked();
        let before = self.closed.get_untracked();
        let closed = Closed::measured(&pieces, &places, &opened).unwrap_or(before);
        if closed != before {
            self.closed.set(closed);
        }
        let in_sight = closed.in_sight(&pieces, &places, view);
        if self.in_sight.with_untracked(|before| *before != in_sight) {
            self.in_sight.set(in_sight);
        }
    }
}

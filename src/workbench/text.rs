//! What is typed in the JSON pane, as far as the whole page has to know of it.

use std::mem::replace;

use leptos::prelude::*;

use crate::desk::Desk;
use crate::document::History;

/// The text of the JSON pane while somebody is in it. What it means is the document's; the program that reads it is a part
/// that is loaded later.
#[derive(Clone, Copy)]
pub struct JsonText {
    /// What stands in the box.
    pub typed: RwSignal<String>,
    /// Whether the box has the focus: its text is then the user's own.
    pub is_inside: RwSignal<bool>,
    /// Whether a long text is to be edited, of which otherwise only the lines in sight are shown.
    pub is_open: RwSignal<bool>,
    /// The text while it cannot be read. That it came to be so is a step, as what was typed before it.
    unreadable: RwSignal<Option<String>>,
    history: History,
    part: u64,
    /// Reads what was typed last, if that has not been done.
    read: StoredValue<Option<fn(Desk)>>,
    /// Counts what is typed.
    edits: StoredValue<u32>,
}

impl JsonText {
    /// Nobody has typed anything.
    #[must_use]
    pub fn new(unreadable: RwSignal<Option<String>>, history: History) -> Self {
        Self {
            typed: RwSignal::new(String::new()),
            is_inside: RwSignal::new(false),
            is_open: RwSignal::new(false),
            unreadable,
            history,
            part: history.new_part(),
            read: StoredValue::new(None),
            edits: StoredValue::new(0),
        }
    }

    /// Notes what has to be done before the policy is used, and gives the number of the edit that asks for it.
    pub fn wait_for(self, read: fn(Desk)) -> u32 {
        self.read.set_value(Some(read));
        self.edits.update_value(|edits| *edits += 1);
        self.edits.get_value()
    }

    /// Whether nothing was typed since that edit.
    #[must_use]
    pub fn is_last(self, edit: u32) -> bool {
        self.edits.get_value() == edit
    }

    /// Does it, once.
    pub fn take(self, desk: Desk) {
        if let Some(read) = self.read.try_update_value(Option::take).flatten() {
            read(desk);
        }
    }

    /// Another text in place of the one that cannot be read, or none: a step, or a part of the one that is being done.
    pub fn set_unreadable(self, text: Option<String>) {
        let unreadable = self.unreadable;
        let mut other = unreadable.get_untracked();
        if other == text {
            return;
        }
        unreadable.set(text);
        let exchange = move || {
            let present = unreadable.get_untracked();
            unreadable.set(replace(&mut other, present));
        };
        self.history.note(self.part, Box::new(exchange));
    }
}

//! One box that leads anywhere by name, and the keys of the page.

mod keys;
mod lead;
mod list;
mod rank;
mod target;

use super::narrow_bar::NarrowView;
use crate::browser;
use crate::desk::Desk;
use crate::later::{Draw, Part, later};
use crate::view::{Chosen, Element, element};
use crate::work::Ask;

/// The id of the box's dialog.
const DIALOG: &str = "jump-dialog";
/// The id of the dialog with the keys.
const KEYS: &str = "keys-dialog";
/// The id of the input.
const INPUT: &str = "jump-input";

/// The dialogs themselves; what is in them is loaded when they are first shown.
#[derive(Clone, Copy)]
pub(crate) struct Jump {
    desk: Desk,
    view: Chosen<NarrowView>,
    list: Part,
    keys: Part,
}

impl Jump {
    /// Both closed.
    pub(super) fn new(desk: Desk, view: Chosen<NarrowView>) -> Self {
        Self { desk, view, list: Part::new(|| Box::pin(list_view())), keys: Part::new(|| Box::pin(keys_view())) }
    }

    /// Opens the box.
    pub(super) fn show(self) {
        browser::show_dialog(DIALOG, true);
        // The commands of the menus can be gone to only where they are in the page.
        self.desk.work.ask(self.desk, Ask::BeThere);
        self.list.show(|| browser::focus(INPUT));
    }

    /// Shows the keys.
    pub(super) fn show_keys(self) {
        browser::show_dialog(KEYS, true);
        self.keys.show(|| ());
    }

    /// The elements.
    pub(super) fn view(self) -> [Element; 2] {
        let dialog = |id, class, says, part: Part| {
            element("dialog").attr("class", class).attr("id", id).attr("aria-label", says).child(part.view())
        };
        [
            dialog(DIALOG, "dialog jump", "Go to a field, an API, a finding or a command", self.list),
            dialog(KEYS, "dialog", "Keys", self.keys),
        ]
    }
}

later! {
    part work;
    fn list_view() -> Draw { || list::list().into_any() }
}

later! {
    part work;
    fn keys_view() -> Draw { || keys::keys().into_any() }
}

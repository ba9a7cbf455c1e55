//! Taking everything out of the browser that this page has put there.

use leptos::prelude::*;

use super::UNFINISHED;
use super::entries::{NAMED, remove};
use super::kept::Kept;
use crate::app::opening::counted;
use crate::browser;

/// What the names of all that this page keeps begin with.
const ALL: &str = "policy-builder-";

/// What goes, as sentences.
pub(super) fn says() -> String {
    let count = |prefix: &str| browser::names(prefix).count();
    let (named, unfinished) = (count(NAMED), count(UNFINISHED));
    format!(
        "This takes out of this browser, for good: {}, {}, the connections that were saved by name, the chosen theme and form of the command, and a key \
         that is kept for this tab. What stands on the page stays there, and is kept again when you change it.",
        counted(named, "saved work"),
        counted(unfinished, "unfinished one")
    )
}

/// Does it.
pub(super) fn forget_everything(kept: Kept) {
    browser::names(ALL).for_each(|key| remove(&key));
    kept.desk.connection.set_keeping(false);
    kept.offer.set(None);
    kept.state.update_value(|state| state.forget());
    kept.shelf.update(|shelf| *shelf += 1);
}

//! The keys of the page.

use super::KEYS;
use crate::browser::{self, Shortcut};
use crate::controls::quiet_button;
use crate::view::{Element, div, element};

/// What is in the dialog.
pub(super) fn keys() -> Element {
    let row = |(keys, says): (String, &'static str)| {
        let keys = keys.split(' ').fold(element("td"), |cell, key| cell.child(element("kbd").child(key.to_owned())));
        element("tr").child(keys).child(element("td").child(says))
    };
    let shortcuts = Shortcut::ALL.into_iter().map(|shortcut| (shortcut.keys(browser::is_mac()), shortcut.says()));
    let close = quiet_button("Close", None, || browser::show_dialog(KEYS, false)).id("keys-close");
    div("dialog__content")
        .child(div("talk__head").child(element("h2").class("dialog__heading").child("Keys")).child(close))
        .child(element("table").class("keys").children(shortcuts.map(row)))
}

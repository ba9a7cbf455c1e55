//! Opening a policy from a text or a file.

use std::rc::Rc;

use leptos::prelude::*;
use tyk_policy::read::Foreign;

use super::open_form::open_form;
use crate::browser::{self, Incoming};
use crate::later::{Draw, Part, later};
use crate::view::{Element, element};

/// The id of the dialog.
pub(super) const DIALOG: &str = "open-dialog";
/// The id of the box for the text.
pub(super) const TEXT: &str = "open-text";

/// Takes in what comes from outside.
pub(super) type TakeIn = Rc<dyn Fn(Incoming)>;

/// The dialog itself; what is in it is loaded when it is first needed.
#[derive(Clone, Copy)]
pub(super) struct OpenDialog {
    part: Part,
    /// What the form does with what comes from outside, once it is drawn.
    take_in: StoredValue<Option<TakeIn>, LocalStorage>,
}

impl OpenDialog {
    /// A dialog that is closed.
    pub(super) fn new() -> Self {
        Self { part: Part::new(|| Box::pin(content())), take_in: StoredValue::new_local(None) }
    }

    /// Shows the dialog. The text that was opened last is still there; what is pasted takes its place.
    pub(super) fn show(self) {
        browser::show_dialog(DIALOG, true);
        self.part.show(|| browser::select_text(TEXT));
    }

    /// Opens what was pasted or dropped. The dialog is shown only if there is something to ask or to say.
    pub(super) fn take_in(self, incoming: Incoming) {
        self.part.ask(move |is_there| match self.take_in.get_value().filter(|_| is_there) {
            Some(take_in) => take_in(incoming),
            None => browser::show_dialog(DIALOG, true),
        });
    }

    /// Called by the form when it is drawn.
    pub(super) fn drawn(self, take_in: TakeIn) {
        self.take_in.set_value(Some(take_in));
    }

    /// The element.
    pub(super) fn view(self) -> Element {
        element("dialog")
            .attrs(&[("class", "dialog"), ("id", DIALOG), ("aria-label", "Open a policy")])
            .child(self.part.view())
    }
}

later! {
    part opening;
    fn content() -> Draw { || open_form().into_any() }
}

later! {
    /// Takes a text apart that is no JSON.
    part foreign;
    pub(super) fn take_apart(text: String) -> Foreign { Foreign::take_apart(&text) }
}

//! What was changed since the policy was opened.

use leptos::prelude::*;
use tyk_policy::compare;

use crate::browser;
use crate::controls::{IconName, plain_button, quiet_button};
use crate::dashboard::{differences, said};
use crate::desk::Desk;
use crate::view::{Element, div, dynamic, element, paragraph};

/// The id of the dialog.
const DIALOG: &str = "changes-dialog";

/// The dialog; `shown` counts up each time it is shown.
#[derive(Clone, Copy)]
pub(super) struct Changes {
    desk: Desk,
    shown: RwSignal<u32>,
}

impl Changes {
    pub fn new(desk: Desk) -> Self {
        Self { desk, shown: RwSignal::new(0) }
    }

    pub fn show(self) {
        self.shown.update(|shown| *shown += 1);
        browser::show_dialog(DIALOG, true);
    }

    pub fn view(self) -> Element {
        let head = div("talk__head")
            .child(element("h2").class("dialog__heading").child("Changes since opened"))
            .child(quiet_button("Close", None, || browser::show_dialog(DIALOG, false)).id("changes-close"));
        let content = div("dialog__content").child(head).child(dynamic(move || match self.shown.get() {
            0 => ().into_any(),
            _ => untrack(|| self.content().into_any()),
        }));
        element("dialog")
            .attrs(&[("class", "dialog dialog--wide"), ("id", DIALOG), ("aria-label", "Changes since opened")])
            .child(content)
    }

    fn content(self) -> Element {
        let opened = self.desk.opened.get_value();
        let found = compare::drafts(&opened.draft, &self.desk.document.snapshot());
        let from = if opened.says.is_empty() {
            "Compared with the policy that the page begins with.".to_owned()
        } else {
            format!("Compared with the policy as it came here: {}", opened.says)
        };
        let part = div("talk__part").child(paragraph("field__hint").child(from));
        if found.is_empty() {
            return part.child(paragraph("talk__none").child("Nothing was changed."));
        }
        let back = move || {
            self.desk.document.open(&opened.draft);
            self.desk.tell("The policy is again as it was opened.".to_owned(), "Bring the changes back");
            browser::show_dialog(DIALOG, false);
            browser::focus("main");
        };
        part.child(paragraph("").child(format!("{} changed.", said(&found))))
            .child(differences(&found, ["When opened", "Now"]))
            .child(
                div("dialog__actions")
                    .child(plain_button("Go back to that", Some(IconName::Back), back).id("changes-back")),
            )
    }
}

//! The dashboard's policies, the saved connections, and what was sent from this tab.

use super::connections::connections;
use super::history::history;
use super::policies::policies;
use crate::browser;
use crate::controls::{choice, quiet_button};
use crate::view::{Chosen, Element, div, dynamic, element};

/// The id of the dialog.
pub const DIALOG: &str = "dashboard-dialog";

/// What the dialog shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Policies,
    Connections,
    History,
}

impl Shown {
    const ALL: [Self; 3] = [Self::Policies, Self::Connections, Self::History];

    fn label(self) -> &'static str {
        match self {
            Self::Policies => "Policies",
            Self::Connections => "Connections",
            Self::History => "Sent from this tab",
        }
    }
}

/// Closes it.
pub(super) fn close() {
    browser::show_dialog(DIALOG, false);
    browser::focus("main");
}

/// What is in the dialog.
pub(super) fn content() -> Element {
    let shown = Chosen::new(&Shown::ALL, Shown::Policies);
    let choose = move |one| shown.set(one);
    let tabs = choice("talk", "What is shown", &Shown::ALL, Shown::label, move || Some(shown.get()), choose);
    let part = dynamic(move || match shown.get() {
        Shown::Policies => policies().into_any(),
        Shown::Connections => connections().into_any(),
        Shown::History => history().into_any(),
    });
    let head = div("talk__head")
        .child(element("h2").class("dialog__heading").child("Dashboard"))
        .child(quiet_button("Close", None, close).id("talk-close"));
    div("dialog__content").child(head).child(tabs).child(part)
}

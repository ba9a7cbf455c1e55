//! The dialog about the dashboard: its policies, connections, and what was sent.

use leptos::task::spawn_local;

use crate::browser;
use crate::dashboard::{ask_for_policies, dialog_view};
use crate::desk::Desk;
use crate::later::Part;
use crate::view::{Element, element};

/// The id of the dialog.
const DIALOG: &str = "dashboard-dialog";

/// The dialog itself; what is in it is loaded when it is first shown.
#[derive(Clone, Copy)]
pub(super) struct DashboardDialog(Part, Desk);

impl DashboardDialog {
    /// A dialog that is closed.
    pub(super) fn new(desk: Desk) -> Self {
        Self(Part::new(|| Box::pin(dialog_view())), desk)
    }

    /// Shows the dialog, with the policies as they are now.
    pub(super) fn show(self) {
        browser::show_dialog(DIALOG, true);
        let desk = self.1;
        self.0.show(move || {
            spawn_local(async move {
                // The part is there: the dialog is drawn by it.
                let _ = ask_for_policies(desk).await;
            });
            browser::focus("policies-filter");
        });
    }

    /// The element.
    pub(super) fn view(self) -> Element {
        element("dialog")
            .attrs(&[("class", "dialog dialog--wide"), ("id", DIALOG), ("aria-label", "Dashboard")])
            .child(self.0.view())
    }
}

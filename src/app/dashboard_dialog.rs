//! The dialog about the dashboard: its policies, connections, and what was sent.

use crate::browser;
use crate::dashboard::dialog_view;
use crate::later::Part;
use crate::view::{Element, element};

/// The id of the dialog.
const DIALOG: &str = "dashboard-dialog";

/// The dialog itself; what is in it is loaded when it is first shown.
#[derive(Clone, Copy)]
pub(super) struct DashboardDialog(Part);

impl DashboardDialog {
    /// A dialog that is closed.
    pub(super) fn new() -> Self {
        Self(Part::new(|| Box::pin(dialog_view())))
    }

    /// Shows the dialog.
    pub(super) fn show(self) {
        browser::show_dialog(DIALOG, true);
        self.0.show(|| ());
    }

    /// The element.
    pub(super) fn view(self) -> Element {
        element("dialog")
            .attrs(&[("class", "dialog dialog--wide"), ("id", DIALOG), ("aria-label", "Dashboard")])
            .child(self.0.view())
    }
}

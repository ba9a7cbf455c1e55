//! The page: header, outline, editor, workbench, findings.

mod dashboard_dialog;
mod findings_bar;
mod header;
mod narrow_bar;
mod notice;
mod open_dialog;
mod opening;
mod outline;

use leptos::ev::keydown;
use leptos::prelude::*;
use tyk_policy::draft::Draft;

use crate::browser::{self, is_send_shortcut};
use crate::connection::Connection;
use crate::desk::Desk;
use crate::editor::editor;
use crate::view::{Chosen, element, section, text};
use crate::workbench::workbench;
use dashboard_dialog::DashboardDialog;
use findings_bar::findings_bar;
use header::header;
use narrow_bar::{NarrowView, narrow_bar};
use notice::notice;
use open_dialog::OpenDialog;
use outline::outline;

/// The whole page.
#[must_use]
pub fn page() -> AnyView {
    let desk = Desk::new(&Draft::startup_users(), Connection::from_page());
    let view = Chosen::new(&NarrowView::ALL, NarrowView::Form);
    let (opening, dashboard) = (OpenDialog::new(), DashboardDialog::new(desk));
    provide_context(desk);
    let shortcut = window_event_listener(keydown, move |event| {
        // A dialog is about something else than the policy.
        if is_send_shortcut(&event) && !browser::is_dialog_open() {
            event.prevent_default();
            view.set(NarrowView::Send);
            desk.send_action().press();
        }
    });
    on_cleanup(move || shortcut.remove());
    let form = section("page__main").attrs(&[("id", "main"), ("tabindex", "-1"), ("aria-label", "Policy")]);
    // Both, because a narrow page shows one of them alone.
    let main = element("main").class("page__columns").child(form.child(notice()).child(editor())).child(workbench());
    element("div")
        .class(text(move || format!("page page--{}", view.get().as_str())))
        .child(header(opening, dashboard))
        .child(outline())
        .child(main)
        .child(findings_bar(view))
        .child(narrow_bar(view))
        .child(opening.view())
        .child(dashboard.view())
        .into_any()
}

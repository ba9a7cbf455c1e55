//! The page: header, outline, editor, workbench, findings.

mod dashboard_dialog;
mod findings_bar;
mod header;
pub(crate) mod jump;
mod narrow_bar;
mod notice;
mod open_dialog;
mod open_form;
pub(crate) mod opening;
mod outline;
mod taking_in;
mod unreadable;

use leptos::ev::keydown;
use leptos::prelude::*;
use tyk_policy::draft::Draft;

use crate::browser::{self, Shortcut};
use crate::connection::Connection;
use crate::desk::Desk;
use crate::editor::editor;
use crate::view::{Chosen, Element, div, element, section, soon, text};
use crate::work;
use crate::workbench::workbench;
use dashboard_dialog::DashboardDialog;
use findings_bar::findings_bar;
use header::header;
use jump::Jump;
use narrow_bar::{NarrowView, narrow_bar};
use notice::notice;
use open_dialog::OpenDialog;
use outline::outline;
use taking_in::taking_in;
use unreadable::unreadable;

/// The whole page.
#[must_use]
pub fn page() -> AnyView {
    let desk = Desk::new(&Draft::startup_users(), Connection::from_page());
    let view = Chosen::new(&NarrowView::ALL, NarrowView::Form);
    let (opening, dashboard, jump) = (OpenDialog::new(), DashboardDialog::new(desk), Jump::new(desk, view));
    provide_context(desk);
    provide_context(opening);
    provide_context(jump);
    desk.work.watch(desk);
    desk.document.history.follow_focus(browser::focused_id);
    // The head before what is below it: in this order they come behind the first view.
    let head = header(opening, dashboard);
    // With the name one can begin. What follows is there a moment later.
    let form = section("page__main").attrs(&[("id", "main"), ("tabindex", "-1"), ("aria-label", "Policy")]);
    let form = form.child(soon(move || lines(view).into_any())).child(editor());
    // What is not seen of the first view but is needed in all that comes behind it.
    let behind = soon(move || {
        begin(desk);
        follow_keys(desk, view, jump);
        let dialogs = div("page__dialogs").child(opening.view()).child(dashboard.view()).children(jump.view());
        dialogs.child(work::dialogs_view()).child(taking_in(opening)).into_any()
    });
    // In one go: its lower part pushes at the upper one.
    let main = element("main").class("page__columns").child(form).child(soon(|| workbench().into_any()));
    element("div")
        .class(text(move || format!("page page--{}", view.get().as_str())))
        .child(head)
        .child(outline())
        .child(main)
        .child(behind)
        .child(soon(move || findings_bar(view).into_any()))
        .child(soon(move || narrow_bar(view).into_any()))
        .into_any()
}

/// What is said above the form.
fn lines(view: Chosen<NarrowView>) -> Element {
    // A text that cannot be read is told of here, too: a narrow page shows the form or the preview alone.
    div("page__lines").child(notice()).child(work::lines_view()).child(unreadable(view))
}

/// Follows the keys of the page.
fn follow_keys(desk: Desk, view: Chosen<NarrowView>, jump: Jump) {
    let shortcut = window_event_listener(keydown, move |event| {
        // A dialog is about something else than the policy.
        let Some(shortcut) = Shortcut::of(&event).filter(|_| !browser::is_dialog_open()) else { return };
        if shortcut.own_texts().is_some_and(|own| browser::is_in_text(event.as_ref(), own)) {
            return;
        }
        event.prevent_default();
        match shortcut {
            Shortcut::Send => {
                view.set(NarrowView::Send);
                desk.send_action().press();
            }
            Shortcut::Undo => desk.undo(),
            Shortcut::Redo => desk.redo(),
            Shortcut::Jump => jump.show(),
            Shortcut::Keys => jump.show_keys(),
        }
    });
    on_cleanup(move || shortcut.remove());
}

/// A browser takes its time for what it keeps.
fn begin(desk: Desk) {
    desk.connection.begin();
    desk.preview.begin(desk);
    desk.work.begin(desk);
}

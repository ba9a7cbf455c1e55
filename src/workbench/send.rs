//! The Send button. What it asks, does and says belongs to the part that is loaded when it is first pressed.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::request::Address;

use super::connect::{connect, settings_fault};
use crate::browser;
use crate::controls::{IconName, plain_button, primary_button, quiet_button};
use crate::conversation::{ApiList, Problem, map_apis, press, press_new, try_out};
use crate::desk::{Desk, desk};
use crate::view::{Element, aria, div, element, memo, paragraph, section, text, when};

/// What pressing Send does.
#[derive(Clone, Copy)]
pub struct SendAction(Desk);

impl SendAction {
    /// The action at this desk.
    #[must_use]
    pub fn new(desk: Desk) -> Self {
        Self(desk)
    }

    /// Sends if nothing is in the way; otherwise says what is, at its place.
    pub fn press(self) {
        self.0.document.show_all_findings.set(true);
        if self.0.is_paused() {
            self.0.preview.show_text();
            return;
        }
        self.with_connection(|desk| spawn_local(async move { answered(press(desk).await) }));
    }

    /// Sends the policy as a new one, though it is a stored one.
    fn press_new(self) {
        if self.0.is_paused() {
            self.0.preview.show_text();
            return;
        }
        self.with_connection(|desk| spawn_local(async move { answered(press_new(desk).await) }));
    }

    /// Asks which APIs of this dashboard are meant by those of a policy of another one.
    fn map_apis(self) {
        self.with_connection(|desk| spawn_local(async move { answered(map_apis(desk).await) }));
    }

    /// Asks the dashboard one question.
    pub fn try_out(self) {
        self.with_connection(|desk| spawn_local(async move { answered(try_out(desk).await) }));
    }

    /// Loads what is needed and does it, if there is a dashboard and a key.
    fn with_connection(self, act: fn(Desk)) {
        let desk = self.0;
        let settings = desk.connection.settings;
        if untrack(|| desk.conversation.writing.is_busy()) || !settings.with_value(|settings| settings.can_send) {
            return;
        }
        // Whoever presses the keys for Send in the field of the address has not left it.
        desk.settle_address();
        desk.connection.tried.set(true);
        match untrack(|| desk.connection.obstacle()) {
            Some((_, control)) => browser::focus(control),
            None => desk.outcome.show(move || act(desk)),
        }
    }
}

/// A part that is not there says so at its place.
fn answered(_: Result<(), crate::later::NotLoaded>) {}

/// Where to, with which key, and the button.
pub(super) fn send_panel() -> Element {
    let panel = section("send").attr("aria-labelledby", "send-heading");
    let heading = |says| element("h2").attrs(&[("class", "send__heading"), ("id", "send-heading")]).child(says);
    if desk().connection.settings.with_value(|settings| !settings.can_send) {
        let says =
            "This page is set up for previews only: it sends nothing. Copy the curl command, and run it in a terminal.";
        let note = paragraph("send__note").id("send-note").child(says);
        // The id stays, so that the keyboard's way to it and the narrow page's bar lead somewhere.
        return panel.child(heading("Previews only")).child(settings_fault()).child(note.attrs(&[("tabindex", "-1")]));
    }
    let outcome = div("outcome").attrs(&[("id", "outcome"), ("tabindex", "-1"), ("role", "status")]);
    panel
        .child(heading("Send to a dashboard"))
        .child(connect())
        .child(from_elsewhere())
        .child(actions())
        .child(outcome.child(desk().outcome.view()))
}

/// The buttons and what they will do.
fn actions() -> Element {
    let (connection, conversation, unreadable) = (desk().connection, desk().conversation, desk().unreadable);
    let action = desk().send_action();
    let is_busy = move || conversation.writing.is_busy();
    let replaces = move || conversation.replaced(connection).is_some();
    let label = text(move || {
        let says = match (is_busy(), replaces()) {
            (true, _) => "Sending…",
            (false, true) => "Update policy…",
            (false, false) => "Send policy",
        };
        says.to_owned()
    });
    let send = primary_button(label, Some(IconName::Send), move || action.press())
        .attrs(&[("id", "send"), ("aria-describedby", "send-note"), ("data-command", "Send policy")])
        .attr("aria-disabled", aria(move || is_busy() || unreadable.with(Option::is_some)));
    let as_new = move || quiet_button("Send as new", None, move || action.press_new()).id("send-new").into_any();
    let stop = move || quiet_button("Stop", None, move || conversation.writing.stop()).id("send-stop").into_any();
    let test = quiet_button("Test connection", None, move || action.try_out())
        .id("connection-test")
        .attr("data-command", "Test connection");
    div("send__action")
        .child(send)
        .child(when(replaces, as_new))
        .child(test)
        .child(send_note())
        .child(when(is_busy, stop))
}

/// Where the policy is another dashboard's: what that means, and the way to this one.
fn from_elsewhere() -> AnyView {
    let (connection, conversation) = (desk().connection, desk().conversation);
    let action = desk().send_action();
    let origin = memo(move || conversation.came_from_elsewhere(connection));
    let says = text(move || {
        let origin = origin.get().unwrap_or_default();
        format!("This policy was opened from {origin}. Its APIs may have other ids here.")
    });
    let problem = text(move || match (conversation.api_line.says.get(), conversation.apis.get()) {
        (Some(says), _) | (None, ApiList::NotPossible(Problem { says, .. }, _)) => says,
        _ => String::new(),
    });
    let line = move || {
        div("send__moving")
            .id("moving-here")
            .child(paragraph("send__note").child(says))
            .child(plain_button("Map the APIs…", None, move || action.map_apis()).id("map-apis"))
            .child(paragraph("send__note").attr("role", "status").child(problem))
            .into_any()
    };
    when(move || origin.with(Option::is_some), line)
}

/// What Send will do, or how long it has been doing it.
fn send_note() -> Element {
    let (connection, conversation, preview) = (desk().connection, desk().conversation, desk().preview);
    let desk = desk();
    let says = text(move || {
        if desk.unreadable.with(Option::is_some) {
            return "Nothing is sent while the text in the JSON pane cannot be read. Mend it there, or drop it."
                .to_owned();
        }
        let address = Address::new(&connection.address.get());
        match conversation.writing.says.get() {
            Some(says) => format!("{says}, {} s", conversation.writing.seconds.get()),
            None if address.fault().is_some() => "Needs an address and a key".to_owned(),
            None => preview.shown.with(|request| {
                let size = request.body.as_ref().map_or(0, String::len);
                format!("{} to {}, {size} bytes", request.method.as_str(), address.host())
            }),
        }
    });
    paragraph("send__note").id("send-note").child(says)
}

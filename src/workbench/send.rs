//! The Send button and what it asks before.

use leptos::prelude::*;
use tyk_policy::check::Severity;
use tyk_policy::request::Address;

use super::connect::connect;
use super::outcome::outcome;
use crate::browser;
use crate::connection::Sending;
use crate::controls::{IconName, plain_button, primary_button, quiet_button};
use crate::desk::{Desk, desk};
use crate::view::{Element, aria, div, element, paragraph, section, text, when};

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
    pub fn press(&self) {
        if self.0.connection.is_under_way() {
            return;
        }
        self.0.connection.tried.set(true);
        self.0.document.show_all_findings.set(true);
        if let Some((_, control)) = untrack(|| self.0.connection.obstacle()) {
            browser::focus(control);
        } else if untrack(|| self.0.reports.count(Severity::Error)) > 0 {
            self.0.connection.sending.set(Sending::Asking);
            browser::focus("send-anyway");
        } else {
            self.send();
        }
    }

    /// Sends without asking.
    pub fn send(&self) {
        self.0.connection.send(self.0.preview.request.get_untracked());
    }
}

/// Where to, with which key, and the button.
pub(super) fn send_panel() -> Element {
    let connection = desk().connection;
    let action = desk().send_action();
    let is_under_way = move || connection.sending.with(|sending| matches!(sending, Sending::UnderWay(_)));
    let label = text(move || if is_under_way() { "Sending…" } else { "Send policy" }.to_owned());
    let send = primary_button(label, Some(IconName::Send), move || action.press())
        .attrs(&[("id", "send"), ("aria-describedby", "send-note")])
        .attr("aria-disabled", aria(is_under_way));
    let stop = move || quiet_button("Stop", None, move || connection.cancel()).id("send-stop").into_any();
    section("send")
        .attr("aria-labelledby", "send-heading")
        .child(element("h2").attrs(&[("class", "send__heading"), ("id", "send-heading")]).child("Send to a dashboard"))
        .child(connect())
        .child(div("send__action").child(send).child(send_note()).child(when(is_under_way, stop)))
        .child(asking())
        .child(outcome())
}

/// What Send will do, or how long it has been doing it.
fn send_note() -> Element {
    let (connection, preview) = (desk().connection, desk().preview);
    let size = move || preview.request.with(|request| request.body.as_ref().map_or(0, String::len));
    let says = text(move || {
        let address = Address::new(&connection.address.get());
        match connection.sending.get() {
            Sending::UnderWay(seconds) => format!("Waiting for the answer, {seconds} s"),
            _ if address.fault().is_some() => "Needs an address and a key".to_owned(),
            _ => format!("POST to {}, {} bytes", address.host(), size()),
        }
    });
    paragraph("send__note").id("send-note").child(says)
}

/// The question before a policy with errors is sent.
fn asking() -> AnyView {
    let (connection, reports, action) = (desk().connection, desk().reports, desk().send_action());
    let question = text(move || match reports.count(Severity::Error) {
        1 => "Send with 1 error?".to_owned(),
        count => format!("Send with {count} errors?"),
    });
    let back = move || {
        connection.sending.set(Sending::Idle);
        browser::focus("findings-first");
    };
    let group = move || {
        let group = div("asking").attr("role", "group").attr("aria-label", question);
        group
            .child(paragraph("asking__question").child(question))
            .child(plain_button("Send anyway", None, move || action.send()).id("send-anyway"))
            .child(quiet_button("Back to the policy", None, back))
            .into_any()
    };
    when(move || connection.sending.with(|sending| *sending == Sending::Asking), group)
}

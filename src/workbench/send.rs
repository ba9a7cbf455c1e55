//! The Send button and what it asks before.

use leptos::prelude::*;
use tyk_policy::check::Severity;
use tyk_policy::request::Address;

use super::connect::Connect;
use super::outcome::outcome;
use super::preview::Preview;
use crate::browser;
use crate::connection::{Connection, Sending};
use crate::controls::{Button, ButtonKind, IconName, icon};
use crate::document::{Document, Reports};
use crate::view::{aria, press, text, when};

/// Everything that pressing Send needs.
#[derive(Clone, Copy)]
pub struct SendAction {
    document: Document,
    reports: Reports,
    connection: Connection,
    preview: Preview,
}

impl SendAction {
    /// The action in this page.
    #[must_use]
    pub fn new(document: Document, reports: Reports, connection: Connection, preview: Preview) -> Self {
        Self { document, reports, connection, preview }
    }

    /// Sends if nothing is in the way; otherwise says what is, at its place.
    pub fn press(&self) {
        if self.connection.is_under_way() {
            return;
        }
        self.connection.tried.set(true);
        self.document.show_all_findings.set(true);
        if let Some((_, control)) = untrack(|| self.connection.obstacle()) {
            browser::focus(control);
        } else if untrack(|| self.reports.count(Severity::Error)) > 0 {
            self.connection.sending.set(Sending::Asking);
            browser::focus("send-anyway");
        } else {
            self.send();
        }
    }

    /// Sends without asking.
    pub fn send(&self) {
        self.connection.send(self.preview.request.get_untracked());
    }
}

/// Where to, with which key, and the button.
#[component]
pub fn SendPanel() -> impl IntoView {
    let connection = expect_context::<Connection>();
    let action = expect_context::<SendAction>();
    let is_under_way = move || connection.sending.with(|sending| matches!(sending, Sending::UnderWay(_)));
    let label = text(move || if is_under_way() { "Sending…" } else { "Send policy" }.to_owned());
    view! {
        <section class="send" aria-labelledby="send-heading">
            <h2 class="send__heading" id="send-heading">"Send to a dashboard"</h2>
            <Connect/>
            <div class="send__action">
                <button
                    type="button"
                    class="button button--primary"
                    id="send"
                    aria-disabled=aria(is_under_way)
                    aria-describedby="send-note"
                    on:click=press(move || action.press())
                >
                    {icon(IconName::Send)}
                    <span class="button__label">{label}</span>
                </button>
                {send_note()}
                {when(is_under_way, move || view! { <Button label="Stop" kind=ButtonKind::Quiet on_press=move |()| connection.cancel()/> }.into_any())}
            </div>
            {asking()}
            {outcome()}
        </section>
    }
}

/// What Send will do, or how long it has been doing it.
fn send_note() -> AnyView {
    let (connection, preview) = (expect_context::<Connection>(), expect_context::<Preview>());
    let size = move || preview.request.with(|request| request.body.as_ref().map_or(0, String::len));
    let says = text(move || {
        let address = Address::new(&connection.address.get());
        match connection.sending.get() {
            Sending::UnderWay(seconds) => format!("Waiting for the answer, {seconds} s"),
            _ if address.fault().is_some() => "Needs an address and a key".to_owned(),
            _ => format!("POST to {}, {} bytes", address.host(), size()),
        }
    });
    view! { <p class="send__note" id="send-note">{says}</p> }.into_any()
}

/// The question before a policy with errors is sent.
fn asking() -> AnyView {
    let (connection, reports, action) = (expect_context::<Connection>(), expect_context::<Reports>(), expect_context::<SendAction>());
    let question = text(move || match reports.count(Severity::Error) {
        1 => "Send with 1 error?".to_owned(),
        count => format!("Send with {count} errors?"),
    });
    let back = move |()| {
        connection.sending.set(Sending::Idle);
        browser::focus("findings-first");
    };
    let group = move || {
        view! {
            <div class="asking" role="group" aria-label=question>
                <p class="asking__question">{question}</p>
                <Button id="send-anyway" label="Send anyway" on_press=move |()| action.send()/>
                <Button label="Back to the policy" kind=ButtonKind::Quiet on_press=back/>
            </div>
        }
        .into_any()
    };
    when(move || connection.sending.with(|sending| *sending == Sending::Asking), group)
}

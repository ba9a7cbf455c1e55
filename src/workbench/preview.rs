//! The request as a curl command and as its body.

use leptos::prelude::*;
use tyk_policy::request::{ApiKey, KeyShown, Request, Style};

use crate::connection::Connection;
use crate::controls::{code_pane, copy_button, select};
use crate::conversation::Conversation;
use crate::desk::desk;
use crate::document::Document;
use crate::view::{Chosen, Element, div, element, input, label, memo, paragraph, span, text, ticked};

/// The one request that every pane and the Send button read.
#[derive(Clone, Copy)]
pub struct Preview {
    /// The request.
    pub request: Memo<Request>,
}

impl Preview {
    /// The request of a document to the dashboard of a connection: an update, if the policy is one of that dashboard's.
    #[must_use]
    pub fn new(document: Document, connection: Connection, conversation: Conversation) -> Self {
        let body = memo(move || document.body(connection.style.get().layout()));
        let replaced = memo(move || conversation.replaced(connection));
        let request = memo(move || match replaced.get() {
            Some(id) => Request::update(&id, body.get(), &connection.target()),
            None => Request::create_with_body(body.get(), &connection.target()),
        });
        Self { request }
    }
}

/// The curl command with its switches.
pub(super) fn curl_pane() -> Element {
    let (preview, connection) = (desk().preview, desk().connection);
    let is_revealed = RwSignal::new(false);
    let command = memo(move || {
        let style = connection.style.get();
        let is_revealed = is_revealed.get() && connection.key.with(|key| *key != ApiKey::default());
        preview.request.with(|request| {
            connection
                .key
                .with(|key| request.curl(style, if is_revealed { KeyShown::Revealed(key) } else { KeyShown::Variable }))
        })
    });
    let note = text(move || {
        let says = if !preview.request.with(Request::fits_a_command) {
            "This body is larger than the 128 KiB that Linux takes in a command: use Send, or copy the JSON into a file for curl's --data-binary @file."
        } else if is_revealed.get() {
            "The key itself stands in this text: take care where you paste it."
        } else {
            "For bash, zsh and other POSIX shells. In bash and zsh, set the key first without leaving it in the history: read -rs TYK_API_KEY; export TYK_API_KEY"
        };
        says.to_owned()
    });
    let reveal = input("").attrs(&[("type", "checkbox"), ("id", "reveal")]);
    let reveal = reveal.checked(is_revealed).on("change", ticked(move |on| is_revealed.set(on)));
    let bar = div("pane__bar")
        .child(style_select(connection.style))
        .child(label("check").child(reveal).child(element("span").child("Reveal key")))
        .child(copy_button("Copy curl", command.into()).id("copy-curl"));
    pane("tab-curl")
        .child(bar)
        .child(code_pane("curl", "curl command", command.into()))
        .child(paragraph("pane__note").child(note))
}

fn pane(tab: &'static str) -> Element {
    div("pane").attrs(&[("id", "preview-pane"), ("role", "tabpanel")]).attr("aria-labelledby", tab)
}

/// The choice of how the command is written.
fn style_select(style: Chosen<Style>) -> Element {
    let choose = move |word: String| {
        if let Some(chosen) = Style::ALL.into_iter().find(|style| style.as_str() == word) {
            style.set(chosen);
        }
    };
    let options = Style::ALL.map(|style| (style.as_str().to_owned(), style.label().to_owned()));
    let value = text(move || style.get().as_str().to_owned());
    select("curl-style", "Style of the command", options.into(), value, choose)
}

/// The body, byte for byte as it is sent.
pub(super) fn json_pane() -> Element {
    let preview = desk().preview;
    let body = memo(move || preview.request.with(|request| request.body.clone().unwrap_or_default()));
    let size = text(move || body.with(|body| format!("{} bytes, sent as they stand here", body.len())));
    let bar = div("pane__bar")
        .child(span("pane__size").child(size))
        .child(copy_button("Copy JSON", body.into()).id("copy-json"));
    pane("tab-json").child(bar).child(code_pane("json", "JSON body", body.into()))
}

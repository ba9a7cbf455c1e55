//! The request as a curl command and as its body.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use tyk_policy::request::{ApiKey, KeyShown, Request, Style};

use super::json::json_editor;
use super::text::JsonText;
use crate::browser;
use crate::connection::Connection;
use crate::controls::{code_pane, copy_button_if, select};
use crate::conversation::Conversation;
use crate::desk::desk;
use crate::document::Document;
use crate::later::Part;
use crate::view::{Chosen, Element, div, either, element, flag, input, label, memo, paragraph, text, ticked};

/// So large a body, in bytes, is not drawn at each key stroke.
const LARGE: usize = 100_000;

/// How long nobody may have typed before it is.
const PAUSE: Duration = Duration::from_millis(30);

/// The panes of the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The command.
    Curl,
    /// The body.
    Json,
}

/// The one request that every pane and the Send button read.
#[derive(Clone, Copy)]
pub struct Preview {
    /// The request as it is now: what is copied and sent.
    pub request: Memo<Request>,
    /// The request as it is drawn. A large one follows when nobody types, so that typing does not wait for it.
    pub shown: RwSignal<Request>,
    /// The pane that is shown.
    pub pane: Chosen<Pane>,
    /// The text of the JSON pane.
    pub json: JsonText,
    /// The editor of it.
    pub editor: Part,
}

impl Preview {
    /// The request of a document to the dashboard of a connection: an update, if the policy is one of that dashboard's.
    #[must_use]
    pub fn new(document: Document, connection: Connection, conversation: Conversation, json: JsonText) -> Self {
        let body = memo(move || document.body(connection.style.get().layout()));
        let replaced = memo(move || conversation.replaced(connection));
        let request = memo(move || match replaced.get() {
            Some(id) => Request::update(&id, body.get(), &connection.target()),
            None => Request::create_with_body(body.get(), &connection.target()),
        });
        let preview = Self {
            request,
            shown: RwSignal::new(request.get_untracked()),
            pane: Chosen::new(&[Pane::Curl, Pane::Json], Pane::Curl),
            json,
            editor: Part::new(|| Box::pin(json_editor())),
        };
        preview.follow(document, connection, conversation);
        preview
    }

    /// Shows the JSON pane, and leads to its text.
    pub fn show_text(self) {
        self.pane.set(Pane::Json);
        self.editor.show(|| browser::focus("json-text"));
    }

    /// Keeps what is drawn up to date.
    fn follow(self, document: Document, connection: Connection, conversation: Conversation) {
        let pending = StoredValue::new(None::<TimeoutHandle>);
        let follow = RenderEffect::new(move |_: Option<()>| {
            document.track();
            conversation.stored.track();
            let _ = connection.target();
            let draw = move || self.shown.set(self.request.get_untracked());
            if let Some(earlier) = pending.try_update_value(Option::take).flatten() {
                earlier.clear();
            }
            let is_large =
                self.shown.with_untracked(|shown| shown.body.as_ref().is_some_and(|body| body.len() > LARGE));
            if is_large {
                pending.set_value(set_timeout_with_handle(draw, PAUSE).ok());
            } else {
                draw();
            }
        });
        // It lives as long as the page does.
        StoredValue::new_local(follow);
    }
}

/// The curl command with its switches.
pub(super) fn curl_pane() -> Element {
    let desk = desk();
    let (preview, connection) = (desk.preview, desk.connection);
    let is_revealed = RwSignal::new(false);
    let command_of = move |request: &Request| {
        let style = connection.style.get();
        let is_revealed = is_revealed.get() && connection.key.with(|key| *key != ApiKey::default());
        connection
            .key
            .with(|key| request.curl(style, if is_revealed { KeyShown::Revealed(key) } else { KeyShown::Variable }))
    };
    let shown = memo(move || preview.shown.with(command_of));
    let copied = text(move || preview.request.with(command_of));
    let note = text(move || {
        let says = if desk.unreadable.with(Option::is_some) {
            "There is no command while the text in the JSON pane cannot be read. Mend it there, or drop it."
        } else if !preview.shown.with(Request::fits_a_command) {
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
        .child(
            copy_button_if("Copy curl", copied, flag(move || !desk.is_paused()))
                .id("copy-curl")
                .attr("data-command", "Copy curl"),
        );
    let command = either(
        move || desk.unreadable.with(Option::is_some),
        || div("code code--none").into_any(),
        move || code_pane("curl", "curl command", shown.into()).into_any(),
    );
    pane("tab-curl").child(bar).child(command).child(paragraph("pane__note").child(note))
}

/// The place of a pane, below the tabs.
pub(super) fn pane(tab: &'static str) -> Element {
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

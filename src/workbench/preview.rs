//! The request as a curl command and as its body.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use tyk_policy::request::{AuthorizationForm, Method, Request};

use super::command::Writing;
use super::effect::effect_content;
use super::json::json_editor;
use super::text::JsonText;
use crate::browser;
use crate::connection::Connection;
use crate::conversation::Conversation;
use crate::desk::Desk;
use crate::document::Document;
use crate::later::Part;
use crate::view::{Chosen, Element, div, memo};

/// So large a body, in bytes, is not drawn at each key stroke.
const LARGE: usize = 100_000;

/// How long nobody may have typed before it is.
const PAUSE: Duration = Duration::from_millis(30);

/// What is drawn before [`Preview::begin`].
const NOTHING_YET: Request =
    Request { method: Method::Post, url: String::new(), authorization: AuthorizationForm::Key, body: None };

/// The panes of the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The command.
    Curl,
    /// The body.
    Json,
    /// What the policy does.
    Effect,
}

impl Pane {
    /// All of them, in the order of their tabs.
    pub(super) const ALL: [Self; 3] = [Self::Curl, Self::Json, Self::Effect];

    /// The id of its tab.
    pub(super) fn tab(self) -> &'static str {
        match self {
            Self::Curl => "tab-curl",
            Self::Json => "tab-json",
            Self::Effect => "tab-effect",
        }
    }
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
    /// The pane that says what the policy does.
    pub effect: Part,
    /// How the command is written.
    pub writing: Writing,
}

impl Preview {
    /// The request of a document to the dashboard of a connection: an update, if the policy is one of that dashboard's.
    #[must_use]
    pub fn new(document: Document, connection: Connection, conversation: Conversation, json: JsonText) -> Self {
        let body = memo(move || document.body(connection.style.get().layout()));
        let replaced = memo(move || conversation.replaced(connection));
        let writing = Writing::default();
        let request = memo(move || {
            writing.with_body_as_chosen(match replaced.get() {
                Some(id) => Request::update(&id, body.get(), &connection.target()),
                None => Request::create_with_body(body.get(), &connection.target()),
            })
        });
        Self {
            request,
            shown: RwSignal::new(NOTHING_YET),
            pane: Chosen::new(&Pane::ALL, Pane::Curl),
            json,
            editor: Part::new(|| Box::pin(json_editor())),
            effect: Part::new(|| Box::pin(effect_content())),
            writing,
        }
    }

    /// Begins to draw the request, as it was chosen on the last visit.
    pub fn begin(self, desk: Desk) {
        self.writing.begin(desk);
        self.follow(desk.document, desk.connection, desk.conversation);
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
            let _ = self.writing.form(connection);
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

/// The place of a pane, below the tabs.
pub(super) fn pane(tab: &'static str) -> Element {
    div("pane").attrs(&[("id", "preview-pane"), ("role", "tabpanel")]).attr("aria-labelledby", tab)
}

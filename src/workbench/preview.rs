//! The request as a curl command and as its body.

use leptos::prelude::*;
use tyk_policy::request::{ApiKey, KeyShown, Request, Style};

use crate::connection::Connection;
use crate::controls::{Code, CopyButton};
use crate::document::Document;
use crate::view::{memo, read, text, ticked, typed};

/// The one request that every pane and the Send button read.
#[derive(Clone, Copy)]
pub struct Preview {
    /// The request.
    pub request: Memo<Request>,
}

impl Preview {
    /// The request of a document to the dashboard of a connection.
    #[must_use]
    pub fn new(document: Document, connection: Connection) -> Self {
        let layout = memo(move || connection.target().layout);
        let body = memo(move || document.body(layout.get()));
        Self { request: memo(move || Request::create_with_body(body.get(), &connection.target())) }
    }
}

/// The curl command with its switches.
pub(super) fn curl_pane() -> AnyView {
    let (preview, connection) = (expect_context::<Preview>(), expect_context::<Connection>());
    let is_revealed = RwSignal::new(false);
    let command = memo(move || {
        let style = connection.style.get();
        let is_revealed = is_revealed.get() && connection.key.with(|key| *key != ApiKey::default());
        preview.request.with(|request| {
            connection.key.with(|key| request.curl(style, if is_revealed { KeyShown::Revealed(key) } else { KeyShown::Variable }))
        })
    });
    let note = text(move || {
        let says = if is_revealed.get() {
            "The key itself stands in this text: take care where you paste it."
        } else {
            "For bash, zsh and other POSIX shells. In bash and zsh, set the key first without leaving it in the history: read -rs TYK_API_KEY"
        };
        says.to_owned()
    });
    view! {
        <div class="pane" id="preview-pane" role="tabpanel" aria-labelledby="tab-curl">
            <div class="pane__bar">
                {style_select(connection.style)}
                <label class="check">
                    <input type="checkbox" id="reveal" prop:checked=read(is_revealed) on:change=ticked(move |on| is_revealed.set(on))/>
                    <span>"Reveal key"</span>
                </label>
                <CopyButton id="copy-curl" text=command label="Copy curl"/>
            </div>
            <Code id="curl" label="curl command" text=command/>
            <p class="pane__note">{note}</p>
        </div>
    }
    .into_any()
}

/// The choice of how the command is written.
fn style_select(style: RwSignal<Style>) -> AnyView {
    let choose = typed(move |word| {
        if let Some(chosen) = Style::ALL.into_iter().find(|style| style.as_str() == word) {
            style.set(chosen);
        }
    });
    let options: Vec<_> =
        Style::ALL.into_iter().map(|style| view! { <option value=style.as_str()>{style.label()}</option> }.into_any()).collect();
    view! {
        <label class="select">
            <span class="hidden">"Style of the command"</span>
            <select class="select__input" id="curl-style" prop:value=text(move || style.get().as_str().to_owned()) on:change=choose>
                {options}
            </select>
        </label>
    }
    .into_any()
}

/// The body, byte for byte as it is sent.
pub(super) fn json_pane() -> AnyView {
    let preview = expect_context::<Preview>();
    let body = memo(move || preview.request.with(|request| request.body.clone().unwrap_or_default()));
    let size = text(move || body.with(|body| format!("{} bytes, sent as they stand here", body.len())));
    view! {
        <div class="pane" id="preview-pane" role="tabpanel" aria-labelledby="tab-json">
            <div class="pane__bar">
                <span class="pane__size">{size}</span>
                <CopyButton id="copy-json" text=body label="Copy JSON"/>
            </div>
            <Code id="json" label="JSON body" text=body/>
        </div>
    }
    .into_any()
}

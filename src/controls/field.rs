//! The frame of a control: label, hint, control and message belong together, and so do their ids.

use leptos::context::Provider;
use leptos::prelude::*;
use tyk_policy::catalogue;
use tyk_policy::check::{Finding, Severity};

use super::message;
use crate::document::Document;
use crate::view::{Item, aria, each, listen, memo, text};

/// What a control inside a [`Field`] has to know of its frame.
#[derive(Clone, Copy)]
pub struct FieldContext {
    id: StoredValue<String>,
    /// Whether findings may be shown: once the control was left, or when all are asked for.
    touched: RwSignal<bool>,
    shown: Memo<Vec<Finding>>,
}

impl FieldContext {
    /// The frame around this control. Every control of this folder stands in one; one that does not is nobody's.
    #[must_use]
    pub fn take() -> Self {
        use_context().unwrap_or_else(|| Self {
            id: StoredValue::new(String::new()),
            touched: RwSignal::new(false),
            shown: memo(|| Vec::new()),
        })
    }

    /// The id of the control.
    #[must_use]
    pub fn id(&self) -> String {
        self.id.get_value()
    }

    /// The ids of hint and message, the hint first, only those that exist now.
    #[must_use]
    pub fn described_by(self) -> Signal<String> {
        text(move || {
            let id = self.id.get_value();
            if self.shown.with(Vec::is_empty) { format!("{id}-hint") } else { format!("{id}-hint {id}-message") }
        })
    }

    /// "true" or "false", as ARIA wants it.
    #[must_use]
    pub fn invalid(self) -> Signal<String> {
        aria(move || self.shown.with(|shown| shown.iter().any(|finding| finding.severity == Severity::Error)))
    }

    /// The control was left: from now on its findings are shown as they come.
    pub fn touch(&self) {
        self.touched.set(true);
    }
}

/// A labelled control with its hint, its JSON value, a worked example on demand, and its findings.
#[component]
pub fn Field(
    /// The id of the control.
    #[prop(into)]
    id: String,
    /// What the catalogue says of it.
    field: &'static catalogue::Field,
    /// The findings of this field.
    #[prop(into)]
    findings: Signal<Vec<Finding>>,
    /// What stands in the JSON now, in small type beside the label.
    #[prop(optional, into)]
    json: Option<Signal<String>>,
    /// Whether the control is a group of its own, which is named by a legend and not by a label.
    #[prop(optional)]
    group: bool,
    /// The control.
    children: Children,
) -> impl IntoView {
    let document = use_context::<Document>();
    let touched = RwSignal::new(false);
    let shown = memo(move || {
        let all = document.is_some_and(|document| document.show_all_findings.get());
        if all || touched.get() { findings.get() } else { Vec::new() }
    });
    let context = FieldContext { id: StoredValue::new(id.clone()), touched, shown };
    let (hint_id, message_id, label_id) = (format!("{id}-hint"), format!("{id}-message"), format!("{id}-label"));
    let label = if group {
        view! { <span class="field__label" id=label_id>{field.label}</span> }.into_any()
    } else {
        view! { <label class="field__label" id=label_id for=id>{field.label}</label> }.into_any()
    };
    let messages = move || shown.get().into_iter().map(|finding| Item::new(key(&finding), move || message(finding))).collect();
    let leave = listen(move |_| context.touch());
    view! {
        <div class="field" on:focusout=leave>
            <div class="field__head">
                {label}
                {json.map(|json| view! { <code class="field__json">{json}</code> })}
            </div>
            <Provider value=context>{children()}</Provider>
            <p class="field__hint" id=hint_id>{field.hint}</p>
            <div class="field__messages" id=message_id>{each(messages)}</div>
            {more(field)}
        </div>
    }
}

/// What tells the findings of one field from each other.
fn key(finding: &Finding) -> String {
    format!("{} {}", finding.code.name(), finding.path)
}

/// What happens without the field, and an example.
fn more(field: &'static catalogue::Field) -> AnyView {
    view! {
        <details class="field__more">
            <summary>"If left out, and an example"</summary>
            <p>{field.left_out}</p>
            <p class="field__example"><code>{format!("\"{}\": {}", field.name, field.example)}</code></p>
        </details>
    }
    .into_any()
}

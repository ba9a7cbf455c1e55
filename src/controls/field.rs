//! The frame of a control: label, hint, control and message belong together, and so do their ids.

use leptos::prelude::*;
use tyk_policy::catalogue;
use tyk_policy::check::{Finding, Severity};

use super::messages;
use crate::desk::Desk;
use crate::view::{Element, aria, code, derived, div, element, paragraph, press, span, text};

/// What a control inside a [`Field`] has to know of its frame.
#[derive(Clone, Copy)]
pub struct FieldContext {
    id: StoredValue<String>,
    shown: Signal<Vec<Finding>>,
}

impl FieldContext {
    /// The id of the control.
    #[must_use]
    pub fn id(self) -> String {
        self.id.get_value()
    }

    /// Gives a control its id and ties hint and message to it: the ids of those that exist now, the hint first.
    pub fn tie(self, control: Element) -> Element {
        let described_by = text(move || {
            let id = self.id.get_value();
            if self.shown.with(Vec::is_empty) { format!("{id}-hint") } else { format!("{id}-hint {id}-message") }
        });
        let invalid =
            aria(move || self.shown.with(|shown| shown.iter().any(|finding| finding.severity == Severity::Error)));
        control.id(self.id()).attr("aria-describedby", described_by).attr("aria-invalid", invalid)
    }
}

/// A labelled control with its hint, its JSON value, a worked example on demand, and its findings.
pub struct Field {
    /// The id of the control.
    pub id: String,
    /// What the catalogue says of it.
    pub field: &'static catalogue::Field,
    /// The findings of this field.
    pub findings: Signal<Vec<Finding>>,
    /// What stands in the JSON now, in small type beside the label.
    pub json: Option<Signal<String>>,
    /// Whether the control is a group of its own, which has its name by itself and not by a label.
    pub group: bool,
}

/// How much of a frame is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// All of it.
    Full,
    /// Label, control and messages: what the field does is said to those who ask.
    Compact,
    /// The label is not seen, because the heading around it says the same.
    Headless,
}

/// The findings that are shown of a control: once it was left, or when all are asked for.
#[must_use]
pub fn shown(findings: Signal<Vec<Finding>>, touched: RwSignal<bool>) -> Signal<Vec<Finding>> {
    let desk = use_context::<Desk>();
    derived(move || {
        let all = desk.is_some_and(|desk| desk.document.show_all_findings.get());
        if all || touched.get() { findings.get() } else { Vec::new() }
    })
}

impl Field {
    /// Puts the frame around a control. Findings are shown once the control was left, or when all are asked for.
    pub fn around(self, control: impl FnOnce(FieldContext) -> Element) -> Element {
        self.around_as(Look::Full, control)
    }

    /// The same with more or less of the frame.
    pub fn around_as(self, look: Look, control: impl FnOnce(FieldContext) -> Element) -> Element {
        let touched = RwSignal::new(false);
        let context = self.context(touched);
        self.frame(look, touched, context.shown, control(context))
    }

    fn context(&self, touched: RwSignal<bool>) -> FieldContext {
        FieldContext { id: StoredValue::new(self.id.clone()), shown: shown(self.findings, touched) }
    }

    fn frame(self, look: Look, touched: RwSignal<bool>, shown: Signal<Vec<Finding>>, control: Element) -> Element {
        let Self { id, field, json, group, .. } = self;
        // Unseen, the label is still the control's name.
        let class = if look == Look::Headless { "hidden" } else { "field__label" };
        let label = if group { span(class) } else { element("label").class(class).attr("for", id.clone()) };
        let label = if look == Look::Compact { label.attr("title", field.hint) } else { label }.child(field.label);
        let head = div("field__head").child(label).child(json.map(|json| code("field__json").child(json)));
        let hint = if look == Look::Compact { "hidden" } else { "field__hint" };
        div("field")
            .on("focusout", press(move || touched.set(true)))
            .child(head)
            .child(control)
            .child(paragraph(hint).id(format!("{id}-hint")).child(field.hint))
            .child(div("field__messages").id(format!("{id}-message")).child(messages(move || shown.get())))
            .child((look != Look::Compact).then(|| more(field)))
    }
}

/// What happens without the field, and an example.
fn more(field: &'static catalogue::Field) -> Element {
    let example = code("").child(format!("\"{}\": {}", field.name, field.example));
    element("details")
        .class("field__more")
        .child(element("summary").child("If left out, and an example"))
        .child(element("p").child(field.left_out))
        .child(paragraph("field__example").child(example))
}

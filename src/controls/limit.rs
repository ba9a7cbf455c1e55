//! A limit as a choice of three: not set, unlimited, or so many in so long.

use leptos::prelude::*;
use tyk_policy::catalogue::Field as CatalogueField;
use tyk_policy::check::{Finding, Path, Report, Segment};
use tyk_policy::draft::{Json, LimitChoice, Section, seconds_in_words};
use tyk_policy::write;

use super::{Choice, Field, Number, text_of};
use crate::document::element_id;
use crate::view::{derived, either, listen, memo, text};

/// The controls of one limit and its period.
#[component]
pub fn Limit(
    /// The section that holds both fields.
    section: RwSignal<Section>,
    /// The number of requests.
    limit: &'static CatalogueField,
    /// The period.
    period: &'static CatalogueField,
    /// The findings of the section.
    report: Memo<Report>,
) -> impl IntoView {
    let typing = RwSignal::new(false);
    let of_draft = memo(move || section.with(|section| LimitChoice::of(section.get(limit))));
    // While somebody types, the field stays: `-1` on the way to `-10` is no reason to take it away.
    let choice = derived(move || Some(if typing.get() { LimitChoice::Value } else { of_draft.get() }));
    let choose = move |choice: LimitChoice| {
        typing.set(false);
        section.update(|section| choice.write(section, limit, period));
        if choice == LimitChoice::Value {
            crate::browser::focus(id_of(limit));
        }
    };
    let options = LimitChoice::ALL.into_iter().map(|choice| (choice, choice.label())).collect();
    let values = move || {
        view! {
            <div class="limit__values">
                {limit_number(section, limit, report, typing)}
                {limit_number(section, period, report, typing)}
            </div>
        }
        .into_any()
    };
    let leave = listen(move |_| typing.set(false));
    view! {
        <div class="limit" on:focusout=leave>
            <Choice name=format!("{}-choice", id_of(limit)) label=limit.label options value=choice on_choose=choose/>
            {either(move || choice.get() == Some(LimitChoice::Value), values, move || limit_note(limit, of_draft))}
        </div>
    }
}

/// What the choice means when there is no number to type.
fn limit_note(limit: &'static CatalogueField, choice: Memo<LimitChoice>) -> AnyView {
    let says = text(move || match choice.get() {
        LimitChoice::Unlimited => "Written as -1, which Tyk reads as unlimited.".to_owned(),
        _ => format!("Left out of the JSON. {}", limit.left_out),
    });
    view! { <p class="limit__note" id=id_of(limit) tabindex="-1">{says}</p> }.into_any()
}

/// One of the two numbers.
fn limit_number(
    section: RwSignal<Section>,
    field: &'static CatalogueField,
    report: Memo<Report>,
    typing: RwSignal<bool>,
) -> AnyView {
    let value = text(move || section.with(|section| text_of(section.get(field))));
    let json = text(move || section.with(|section| json_of(field, section.get(field))));
    let input = move |typed: String| {
        typing.set(true);
        section.update(|section| section.set(field, Some(Json::from_number_field(&typed))));
    };
    let words = (field.unit == "seconds").then(|| seconds_note(value));
    view! {
        <Field id=id_of(field) field findings=findings_of(report, field) json>
            <Number value on_input=input unit=field.unit/>
            {words}
        </Field>
    }
    .into_any()
}

/// Seconds as people say them, beside the number.
pub(crate) fn seconds_note(value: Signal<String>) -> AnyView {
    let words = text(move || {
        let words = value.with(|digits| digits.trim().parse().ok().and_then(seconds_in_words));
        words.map_or_else(String::new, |words| format!("= {words}"))
    });
    view! { <span class="number__words">{words}</span> }.into_any()
}

/// The id of a root field's control.
#[must_use]
pub(crate) fn id_of(field: &'static CatalogueField) -> String {
    element_id(&Path::root().name(field.name), None)
}

/// The findings of one root field.
pub(crate) fn findings_of(report: Memo<Report>, field: &'static CatalogueField) -> Signal<Vec<Finding>> {
    derived(move || {
        report.with(|report| {
            let is_here = |finding: &&Finding| finding.path.segments().first() == Some(&Segment::Name(field.name));
            report.iter().filter(is_here).cloned().collect()
        })
    })
}

/// A member as it stands in the JSON, or that it does not.
#[must_use]
pub(crate) fn json_of(field: &'static CatalogueField, value: Option<&Json>) -> String {
    value.map_or_else(
        || format!("no {}", field.name),
        |value| format!("\"{}\": {}", field.name, write::json(value, write::Layout::Indented)),
    )
}

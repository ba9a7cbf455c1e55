//! A limit as a choice of three: not set, unlimited, or so many in so long.

use leptos::prelude::*;
use tyk_policy::catalogue::Field as CatalogueField;
use tyk_policy::check::{Finding, Path, Report, Segment};
use tyk_policy::draft::{Json, LimitChoice, Section, seconds_in_words};
use tyk_policy::write;

use super::{Field, choice, number, text_of};
use crate::browser;
use crate::document::{Editable, element_id};
use crate::view::{Element, derived, div, either, paragraph, press, span, text};

/// The controls of one limit and its period, which stand in one section.
pub fn limit(
    section: Editable<Section>,
    limit: &'static CatalogueField,
    period: &'static CatalogueField,
    report: Memo<Report>,
) -> Element {
    let typing = RwSignal::new(false);
    let of_draft = move || section.with(|section| LimitChoice::of(section.get(limit)));
    // While somebody types, the field stays: `-1` on the way to `-10` is no reason to take it away.
    let chosen = move || if typing.get() { LimitChoice::Value } else { of_draft() };
    let choose = move |choice: LimitChoice| {
        typing.set(false);
        section.update(|section| choice.write(section, limit, period));
        if choice == LimitChoice::Value {
            browser::focus(id_of(limit));
        }
    };
    let values = move || {
        let numbers = [limit, period].map(|field| limit_number(section, field, report, typing));
        div("limit__values").children(numbers).into_any()
    };
    let name = format!("{}-choice", id_of(limit));
    div("limit")
        .on("focusout", press(move || typing.set(false)))
        .child(choice(&name, limit.label, &LimitChoice::ALL, LimitChoice::label, move || Some(chosen()), choose))
        .child(either(move || chosen() == LimitChoice::Value, values, move || limit_note(limit, of_draft).into_any()))
}

/// What the choice means when there is no number to type.
fn limit_note(limit: &'static CatalogueField, choice: impl Fn() -> LimitChoice + Send + Sync + 'static) -> Element {
    let says = text(move || match choice() {
        LimitChoice::Unlimited => "Written as -1, which Tyk reads as unlimited.".to_owned(),
        _ => format!("Left out of the JSON. {}", limit.left_out),
    });
    paragraph("limit__note").id(id_of(limit)).attr("tabindex", "-1").child(says)
}

/// One of the two numbers.
fn limit_number(
    section: Editable<Section>,
    field: &'static CatalogueField,
    report: Memo<Report>,
    typing: RwSignal<bool>,
) -> Element {
    let value = text(move || section.with(|section| text_of(section.get(field))));
    let json = text(move || section.with(|section| json_of(field, section.get(field))));
    let input = move |typed: String| {
        typing.set(true);
        section.type_in(|section| section.set(field, Some(Json::from_number_field(&typed))));
    };
    let frame = Field { id: id_of(field), field, findings: findings_of(report, field), json: Some(json), group: false };
    let words = (field.unit == "seconds").then(|| seconds_note(value));
    frame.around(|context| div("number-line").child(number(context, value, field.unit, input)).child(words))
}

/// Seconds as people say them, beside the number, from one minute on: below that the number says it.
pub fn seconds_note(value: Signal<String>) -> Element {
    let words = text(move || {
        let words =
            value.with(|digits| digits.trim().parse().ok().filter(|seconds| *seconds >= 60).and_then(seconds_in_words));
        words.map_or_else(String::new, |words| format!("= {words}"))
    });
    span("number__words").child(words)
}

/// The id of a root field's control.
#[must_use]
pub fn id_of(field: &'static CatalogueField) -> String {
    element_id(&Path::root().name(field.name), None)
}

/// The findings of one root field.
#[must_use]
pub fn findings_of(report: Memo<Report>, field: &'static CatalogueField) -> Signal<Vec<Finding>> {
    derived(move || {
        report.with(|report| {
            let is_here = |finding: &&Finding| finding.path.segments().first() == Some(&Segment::Name(field.name));
            report.iter().filter(is_here).cloned().collect()
        })
    })
}

/// A member as it stands in the JSON, or that it does not.
#[must_use]
pub fn json_of(field: &'static CatalogueField, value: Option<&Json>) -> String {
    value.map_or_else(
        || format!("no {}", field.name),
        |value| format!("\"{}\": {}", field.name, write::json(value, write::Layout::Indented)),
    )
}

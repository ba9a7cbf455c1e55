//! A limit as a choice of three: not set, unlimited, or so many in so long.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use tyk_policy::catalogue::Field as CatalogueField;
use tyk_policy::check::{Finding, Path, Report, Segment};
use tyk_policy::draft::{Json, LimitChoice, meaning_of_minus_one, seconds_in_words, seconds_of};
use tyk_policy::write;

use super::{Field, Look, Remembered, messages, number, options, shown, text_of};
use crate::browser;
use crate::document::{Place, element_id};
use crate::view::{Element, code, derived, div, either, paragraph, press, span, text};

/// The controls of a limit and of its period, where it has one. `around` is the place of what holds both.
pub fn limit(
    around: &Place,
    limit: &'static CatalogueField,
    period: Option<&'static CatalogueField>,
    look: Look,
) -> Element {
    let pair: Vec<_> = [Some(limit), period].into_iter().flatten().map(|field| (field, around.field(field))).collect();
    let (first, last) = (around.field(limit), around.field(period.unwrap_or(limit)));
    let id = first.id();
    let typing = RwSignal::new(false);
    let of_draft: Arc<dyn Fn() -> LimitChoice + Send + Sync> =
        Arc::new(move || LimitChoice::of(first.get().as_ref(), last.get().filter(|_| period.is_some()).as_ref()));
    // While somebody types, the field stays: `-1` on the way to `-10` is no reason to take it away.
    let draft = Arc::clone(&of_draft);
    let chosen = move || if typing.get() { LimitChoice::Value } else { draft() };
    let chosen_too = chosen.clone();
    let remembered = Remembered::on_desk();
    let (of_choice, of_note) = (Arc::clone(&of_draft), of_draft);
    let (places, value_id, around) = (pair.clone(), id.clone(), around.clone());
    let choose = move |index: usize| {
        let choice = LimitChoice::ALL.get(index).copied().unwrap_or(LimitChoice::NotSet);
        typing.set(false);
        let present: Vec<_> = places.iter().map(|(_, place)| untrack(|| place.get())).collect();
        if untrack(|| of_choice()) == LimitChoice::Value {
            remembered.keep(present.clone());
        }
        around.step(|| {
            for (index, ((field, place), present)) in places.iter().zip(&present).enumerate() {
                place.update(choice.written(field, present.as_ref(), remembered.number(index)));
            }
        });
        if choice == LimitChoice::Value {
            browser::focus(value_id.clone());
        }
    };
    let numbers = pair.clone();
    let values = move || {
        let number =
            |(field, place): &(&'static CatalogueField, Place)| limit_number(field, place.clone(), typing, look);
        div("limit__values").children(numbers.iter().map(number)).into_any()
    };
    let note = move || limit_note(limit, &pair, Arc::clone(&of_note)).into_any();
    let words = LimitChoice::ALL.iter().map(|choice| choice.label(limit)).collect();
    let is_chosen = move |index: usize| LimitChoice::ALL.get(index) == Some(&chosen());
    div(if look == Look::Compact { "limit limit--compact" } else { "limit" })
        .on("focusout", press(move || typing.set(false)))
        .child((look != Look::Headless).then(|| span("field__label").child(limit.label)))
        .child(options(&format!("{id}-choice"), limit.label, words, Arc::new(is_chosen), Rc::new(choose)))
        .child(either(move || chosen_too() == LimitChoice::Value, values, note))
}

/// What the choice means when there is no number to type, and what stands in the JSON.
fn limit_note(
    limit: &'static CatalogueField,
    pair: &[(&'static CatalogueField, Place)],
    choice: Arc<dyn Fn() -> LimitChoice + Send + Sync>,
) -> Element {
    let says = text(move || match choice() {
        LimitChoice::Unlimited => format!("-1: {}. ", meaning_of_minus_one(limit).unwrap_or_default()),
        _ => format!("{} ", limit.left_out),
    });
    let places = pair.to_vec();
    let each = move |(field, place): &(&'static CatalogueField, Place)| json_of(field, place.get().as_ref());
    let json = text(move || places.iter().map(each).collect::<Vec<_>>().join(" · "));
    let findings: Vec<_> = pair.iter().map(|(_, place)| place.findings(true)).collect();
    let findings = derived(move || findings.iter().flat_map(Get::get).collect::<Vec<Finding>>());
    let shown = shown(findings, RwSignal::new(false));
    let id = pair.first().map(|(_, place)| place.id()).unwrap_or_default();
    div("limit__note")
        .child(paragraph("").id(id).attr("tabindex", "-1").child(says).child(code("").child(json)))
        .child(div("field__messages").child(messages(move || shown.get())))
}

/// One of the two numbers.
fn limit_number(field: &'static CatalogueField, place: Place, typing: RwSignal<bool>, look: Look) -> Element {
    let (of_value, of_json) = (place.clone(), place.clone());
    let value = text(move || text_of(of_value.get().as_ref()));
    let json = text(move || json_of(field, of_json.get().as_ref()));
    let frame = Field { id: place.id(), field, findings: place.findings(true), json: Some(json), group: false };
    let input = move |typed: String| {
        typing.set(true);
        place.type_in(Some(Json::from_number_field(&typed)));
    };
    let look = if look == Look::Compact { look } else { Look::Full };
    frame.around_as(look, |context| number_line(number(context, value, field.unit, input), field, value))
}

/// A number with the words beside it, where it counts seconds.
pub fn number_line(number: Element, field: &CatalogueField, value: Signal<String>) -> Element {
    div("number-line").child(number).child((field.unit == "seconds").then(|| seconds_note(value)))
}

/// Seconds as people say them, beside the number, from one minute on: below that the number says it. And the other way
/// round while somebody types them as people say them.
pub fn seconds_note(value: Signal<String>) -> Element {
    let words = text(move || {
        value.with(|typed| {
            let digits = typed.trim().parse().ok().filter(|seconds| *seconds >= 60).and_then(seconds_in_words);
            let words = digits.or_else(|| seconds_of(typed).map(|seconds| format!("{seconds} seconds")));
            words.map_or_else(String::new, |words| format!("= {words}"))
        })
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

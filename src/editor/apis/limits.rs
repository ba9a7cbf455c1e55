//! The limits that all selected APIs get.

use tyk_policy::catalogue::{
    Field as CatalogueField, LIMIT, LIMIT_PER, LIMIT_QUOTA_MAX, LIMIT_QUOTA_RENEWAL_RATE, LIMIT_RATE, PER, QUOTA_MAX,
    QUOTA_RENEWAL_RATE, RATE,
};
use tyk_policy::draft::{Entry, Json, Object};

use crate::controls::{Field, choice, json_of, number, seconds_note, text_of};
use crate::desk::desk;
use crate::document::Editable;
use crate::view::{Element, derived, div, either, paragraph, text};

/// The numbers that are asked for, each with that of the policy with which it begins.
static NUMBERS: [(&CatalogueField, &CatalogueField); 4] = [
    (&LIMIT_RATE, &RATE),
    (&LIMIT_PER, &PER),
    (&LIMIT_QUOTA_MAX, &QUOTA_MAX),
    (&LIMIT_QUOTA_RENEWAL_RATE, &QUOTA_RENEWAL_RATE),
];

/// No limits of their own, or four numbers, which begin as those of the policy.
pub(super) fn limits(entry: Editable<Entry>) -> Element {
    let is_own = move || entry.with(|entry| entry.get(&LIMIT).and_then(Json::as_object).is_some());
    let choose = move |own: bool| entry.update(|entry| entry.set_limit(own.then(of_policy)));
    let word = |own| if own { "Own limits" } else { "The policy's limits" };
    let numbers =
        move || div("limit__values").children(NUMBERS.iter().map(|(field, _)| limit_number(entry, field))).into_any();
    let note = || paragraph("limit__note").child(LIMIT.left_out).into_any();
    div("apis__limits")
        .child(choice("apis-limit", LIMIT.label, &[false, true], word, move || Some(is_own()), choose))
        .child(either(is_own, numbers, note))
}

/// The limits of the policy as those of an API; what it has none of is unlimited.
fn of_policy() -> Json {
    let document = desk().document;
    let of = |field: &'static CatalogueField| {
        let found = [document.limits, document.quota].into_iter().find_map(|section| {
            section.with_untracked(|section| section.get(field).filter(|value| **value != Json::Null).cloned())
        });
        found.unwrap_or(Json::from(-1))
    };
    NUMBERS.iter().fold(Json::Object(Object::new(Vec::new())), |limit, (field, root)| with(limit, field, of(root)))
}

fn limit_number(entry: Editable<Entry>, field: &'static CatalogueField) -> Element {
    let of = move |entry: &Entry| {
        entry.get(&LIMIT).and_then(Json::as_object).and_then(|limit| limit.get(field.name)).cloned()
    };
    let value = text(move || text_of(entry.with(of).as_ref()));
    let json = text(move || json_of(field, entry.with(of).as_ref()));
    let input = move |typed: String| entry.type_in(|entry| entry.set_limit(Some(with_number(entry, field, &typed))));
    let id = format!("apis-limit-{}", field.name);
    let frame = Field { id, field, findings: derived(Vec::new), json: Some(json), group: false };
    let words = (field.unit == "seconds").then(|| seconds_note(value));
    frame.around(|context| div("number-line").child(number(context, value, field.unit, input)).child(words))
}

/// The limit with another number; none of it where nothing is typed.
fn with_number(entry: &Entry, field: &CatalogueField, typed: &str) -> Json {
    let mut limit = entry.get(&LIMIT).cloned().unwrap_or(Json::Null);
    match &mut limit {
        Json::Object(limit) if typed.trim().is_empty() => limit.remove(field.name),
        _ => return with(limit, field, Json::from_number_field(typed)),
    }
    limit
}

/// A limit with this member at its place in the alphabetical order.
fn with(mut limit: Json, field: &CatalogueField, value: Json) -> Json {
    if let Json::Object(limit) = &mut limit {
        limit.set(field.name, value, |other| other > field.name);
    }
    limit
}

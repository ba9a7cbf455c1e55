//! What is of a wrong type: shown as it stands, never changed, and removable so that something else can take its place.

use tyk_policy::catalogue::{Field as CatalogueField, Kind};
use tyk_policy::draft::Json;

use super::super::kept::in_one_line;
use crate::browser;
use crate::controls::{Field, IconName, Look, quiet_button};
use crate::document::Place;
use crate::view::{Element, code, div, either, text};

/// Whether a control for this type can show the value.
pub(super) fn fits(kind: &Kind, value: Option<&Json>) -> bool {
    match (kind, value) {
        (_, None | Some(Json::Null))
        | (Kind::List(_), Some(Json::List(_)))
        | (Kind::Object(_) | Kind::Map(_), Some(Json::Object(_))) => true,
        (Kind::List(_) | Kind::Object(_) | Kind::Map(_), _) => false,
        _ => true,
    }
}

/// The control of a field, or the value as it stands where the control cannot show it.
pub(super) fn unless_raw(
    place: &Place,
    field: &'static CatalogueField,
    look: Look,
    draw: fn(&Place, &'static CatalogueField, Look) -> Element,
) -> Element {
    let (seen, drawn, shown) = (place.clone(), place.clone(), place.clone());
    let is_raw = move || !fits(&field.kind, seen.get().as_ref());
    let raw = move || raw(&shown, field, look).into_any();
    div("field").child(either(is_raw, raw, move || draw(&drawn, field, look).into_any()))
}

fn raw(place: &Place, field: &'static CatalogueField, look: Look) -> Element {
    let frame = Field { id: place.id(), field, findings: place.findings(true), json: None, group: true };
    frame.around_as(look, |context| {
        let line = raw_line(place, format!("Remove {}", field.name));
        context.tie(line.attr("tabindex", "-1"))
    })
}

/// The literal JSON and the way out.
pub(super) fn raw_line(place: &Place, says: String) -> Element {
    let (seen, place) = (place.clone(), place.clone());
    let value = text(move || seen.get().as_ref().map(in_one_line).unwrap_or_default());
    let remove = move || {
        place.update(None);
        browser::focus(place.id());
    };
    div("raw").child(code("raw__value").child(value)).child(quiet_button(says, Some(IconName::Remove), remove))
}

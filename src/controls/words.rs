//! A list of texts at a place.

use leptos::prelude::*;
use tyk_policy::catalogue::Field as CatalogueField;
use tyk_policy::draft::Json;

use super::{Field, Look, json_of, text_of, tokens};
use crate::document::Place;
use crate::view::{Element, derived, text};

/// The texts as tokens. Items of another type keep it as long as nobody takes them out. `noun` is what one is called.
pub fn words(place: &Place, field: &'static CatalogueField, noun: &'static str, look: Look) -> Element {
    fn items(place: &Place) -> Vec<Json> {
        place.get().as_ref().and_then(Json::as_list).unwrap_or_default().to_vec()
    }
    let (read, write) = (place.clone(), StoredValue::new(place.clone()));
    let values = derived(move || items(&read).iter().map(|item| text_of(Some(item))).collect::<Vec<_>>());
    let change = move |words: Vec<String>| {
        write.with_value(|place| {
            let texts = Json::strings_after_edit(&untrack(|| items(place)), &words);
            place.update(Some(texts));
        });
    };
    // What is no list is not taken for an empty one.
    let seen = place.clone();
    let json = text(move || match seen.get() {
        None | Some(Json::Null | Json::List(_)) => String::new(),
        other => json_of(field, other.as_ref()),
    });
    let frame = Field { id: place.id(), field, findings: place.findings(true), json: Some(json), group: false };
    frame.around_as(look, |context| tokens(context, values, noun, change))
}

//! The tags.

use leptos::prelude::*;
use tyk_policy::catalogue::{SectionName, TAGS};
use tyk_policy::draft::Json;

use super::section::section_card;
use crate::controls::{Field, findings_of, id_of, text_of, tokens};
use crate::desk::desk;
use crate::view::{Element, derived};

/// The section "Tags".
pub(super) fn labels() -> Element {
    let section = desk().document.labels;
    let report = desk().reports.section(SectionName::Labels);
    let items = move || section.with(|section| section.get(&TAGS).and_then(Json::as_list).unwrap_or_default().to_vec());
    let values = derived(move || items().iter().map(|item| text_of(Some(item))).collect::<Vec<_>>());
    let change = move |words: Vec<String>| {
        let tags = Json::strings_after_edit(&untrack(items), &words);
        section.update(|section| section.set(&TAGS, Some(tags)));
    };
    let frame =
        Field { id: id_of(&TAGS), field: &TAGS, findings: findings_of(report, &TAGS), json: None, group: false };
    section_card(SectionName::Labels).child(frame.around(|context| tokens(context, values, "tag", change)))
}

//! Members of the policy that nobody edits: Tyk's own, and those that Tyk does not know.

use leptos::prelude::*;
use tyk_policy::catalogue::Field as CatalogueField;
use tyk_policy::draft::Extra;

use super::super::kept::{in_one_line, kept};
use crate::controls::{findings_of, id_of};
use crate::desk::desk;
use crate::view::{Element, Item, derived, div, each, paragraph, text, ul, when};

/// The two lists, each where there is something in it.
pub(super) fn others() -> AnyView {
    let document = desk().document;
    let own = move || {
        let item = |field: &'static CatalogueField| Item::new(field.name, move || known_field(field).into_any());
        document.kept_fields().into_iter().map(item).collect()
    };
    let unknown = move || {
        let item = |extra: Extra| Item::new(extra.place.to_string(), move || unknown_field(extra).into_any());
        document.extras().into_iter().map(item).collect()
    };
    let draw_own = move || list("Tyk's own. They are kept and sent as they are.", own);
    let draw_unknown = move || list("Not known to Tyk. They are kept and sent as they are.", unknown);
    div("kept-lists")
        .child(when(move || !document.kept_fields().is_empty(), draw_own))
        .child(when(move || !document.extras().is_empty(), draw_unknown))
        .into_any()
}

fn list(says: &'static str, items: impl Fn() -> Vec<Item> + Send + Sync + 'static) -> AnyView {
    div("kept").child(paragraph("section__note").child(says)).child(ul("kept__list").child(each(items))).into_any()
}

/// A field that is not the writer's.
fn known_field(field: &'static CatalogueField) -> Element {
    let section = desk().document.section(field.section);
    let findings = findings_of(desk().reports.section(field.section), field);
    let value = text(move || section.with(|section| section.get(field).map(in_one_line).unwrap_or_default()));
    let remove = move || section.update(|section| section.set(field, None));
    kept(id_of(field), field.name, Some(field.label), value, findings, remove)
}

/// A member that no section knows.
fn unknown_field(extra: Extra) -> Element {
    let document = desk().document;
    let value = Signal::stored(in_one_line(&extra.value));
    let name = extra.name.clone();
    kept(format!("field-{name}"), &name, None, value, derived(Vec::new), move || document.remove_extra(&extra))
}

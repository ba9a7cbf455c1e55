//! Fields under one heading, closed until they are needed. What is inside is a part of its own.

use leptos::prelude::*;
use tyk_policy::catalogue::{self, FieldGroup, SectionName};
use tyk_policy::draft::Json;

use super::fields::{Group, group_view};
use crate::controls::{disclosure, icon, severity_icon};
use crate::desk::desk;
use crate::document::Place;
use crate::later::Part;
use crate::view::{Element, dynamic, span, text};

/// The groups of a section, in the order of the form.
pub(super) fn groups(name: SectionName) -> impl Iterator<Item = Element> {
    let desk = desk();
    let place = Place::of_section(desk.document, desk.reports, name);
    catalogue::groups(name).iter().map(move |group| group_frame(place.clone(), group, false))
}

/// A group, open or not. `around` is the place of what holds the fields.
pub(super) fn group_frame(around: Place, group: &'static FieldGroup, is_open: bool) -> Element {
    let open = RwSignal::new(is_open);
    let part = Part::new(|| Box::pin(group_view()));
    open_when_led_into(&around, group, open);
    let seen = around.clone();
    let summary = text(move || summary(&seen, group));
    let mark = worst(&around, group);
    let content = move || {
        part.show(|| ());
        let drawn: Group = (around.clone(), group);
        part.view_of(move || provide_context(drawn.clone()))
    };
    disclosure(group.heading, summary, mark, open, content)
}

/// Opens the group when somebody is led to one of its fields.
fn open_when_led_into(around: &Place, group: &'static FieldGroup, open: RwSignal<bool>) {
    let wanted = desk().document.wanted;
    let ids: Vec<_> = group.fields.iter().map(|field| around.field(field).id()).collect();
    let follow = RenderEffect::new(move |_: Option<()>| {
        let is_inside = |id: &String| wanted.with(|wanted| is_within(wanted, id));
        if ids.iter().any(is_inside) {
            open.set(true);
        }
    });
    // It lives as long as the group does.
    StoredValue::new_local(follow);
}

/// Whether a control is the one of this id or one in it.
fn is_within(control: &str, id: &str) -> bool {
    control.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// What is set in a group: each field that is there, in a word or two.
fn summary(around: &Place, group: &FieldGroup) -> String {
    let said = group.fields.iter().filter_map(|field| {
        let value = around.field(field).get().filter(|value| *value != Json::Null)?;
        let says = in_short(&value);
        Some(if field.label == group.heading { says } else { format!("{} {says}", field.label) })
    });
    let said: Vec<_> = said.collect();
    if said.is_empty() { "Not set".to_owned() } else { said.join(" · ") }
}

fn in_short(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::Bool(flag) => if *flag { "on" } else { "off" }.to_owned(),
        Json::Number(number) => number.as_str().to_owned(),
        Json::String(text) => text.chars().take(40).collect(),
        Json::List(items) => items.len().to_string(),
        Json::Object(object) => object.iter().map(|(name, _)| name).collect::<Vec<_>>().join(", "),
    }
}

/// The mark of the worst finding in a group.
fn worst(around: &Place, group: &'static FieldGroup) -> AnyView {
    let findings: Vec<_> = group.fields.iter().map(|field| around.field(field).findings(true)).collect();
    dynamic(move || {
        let worst = findings.iter().filter_map(|each| each.with(|each| each.iter().map(|f| f.severity).min())).min();
        let Some(severity) = worst else { return ().into_any() };
        let word = span("hidden").child(severity.as_str());
        let mark = span("mark").attr("data-severity", severity.as_str());
        mark.child(icon(severity_icon(severity))).child(word).into_any()
    })
}

#[cfg(test)]
mod tests {
    use super::is_within;

    #[test]
    fn a_control_in_a_group_is_told_from_one_whose_name_begins_alike() {
        assert!(
            is_within("field-smoothing", "field-smoothing") && is_within("field-smoothing-delay", "field-smoothing")
        );
        assert!(!is_within("field-state", "field-stat") && !is_within("", "field-state"));
    }
}

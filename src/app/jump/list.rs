//! The box: an input, and the list of what fits below it. The arrow keys choose, Enter goes.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::target::{Target, fitting};
use super::{INPUT, Jump};
use crate::browser;
use crate::view::{
    Element, Item, aria, code, div, each, element, input, label, li, listen, paragraph, press, span, text, typed, ul,
};

/// The id of the list.
const LIST: &str = "jump-list";

/// What is in the dialog.
pub(super) fn list() -> Element {
    let jump = expect_context::<Jump>();
    let (query, chosen) = (RwSignal::new(String::new()), RwSignal::new(0));
    // Gathered each time the box gets the focus: the policy may have changed since.
    let targets = StoredValue::new_local(Vec::<Target>::new());
    let found = RwSignal::new_local(Vec::<Target>::new());
    let find = move || {
        found.set(targets.with_value(|targets| fitting(targets, &query.get_untracked())));
        chosen.set(0);
    };
    let gather = move || {
        targets.set_value(jump.targets());
        find();
        browser::select_text(INPUT);
    };
    let go = move |index: usize| {
        if let Some(target) = found.with_untracked(|found| found.get(index).cloned()) {
            query.set(String::new());
            jump.go(&target);
        }
    };
    let key_down = listen(move |event: KeyboardEvent| {
        let count = found.with_untracked(Vec::len);
        let at = chosen.get_untracked();
        let next = match event.key().as_str() {
            "ArrowDown" => (at + 1) % count.max(1),
            "ArrowUp" => (at + count.max(1) - 1) % count.max(1),
            "PageDown" => (at + 8).min(count.saturating_sub(1)),
            "PageUp" => at.saturating_sub(8),
            "Enter" => {
                event.prevent_default();
                go(at);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        chosen.set(next);
        browser::bring_into_view(&option_id(next));
    });
    let type_in = typed(move |text| {
        query.set(text);
        find();
    });
    let rows = move || {
        let item = |(index, target): (usize, Target)| {
            let key = format!("{index} {} {} {}", target.kind, target.name, target.beside);
            Item::new(key, move || option(index, &target, chosen, go).into_any())
        };
        found.get().into_iter().enumerate().map(item).collect()
    };
    let says = text(move || match found.with(Vec::len) {
        0 => "Nothing has a name like this.".to_owned(),
        _ => String::new(),
    });
    let control = input("input")
        .attrs(&[
            ("id", INPUT),
            ("type", "text"),
            ("role", "combobox"),
            ("autocomplete", "off"),
            ("spellcheck", "false"),
        ])
        .attrs(&[("aria-controls", LIST), ("aria-expanded", "true"), ("aria-autocomplete", "list")])
        .attr("aria-activedescendant", text(move || option_id(chosen.get())))
        .value(query)
        .on("input", type_in)
        .on("keydown", key_down)
        .on("focus", press(gather));
    let options = ul("jump__list").attrs(&[("id", LIST), ("role", "listbox"), ("aria-label", "What fits")]);
    div("dialog__content")
        .child(label("field__label").attr("for", INPUT).child("Go to a field, an API, a finding or a command"))
        .child(control)
        .child(paragraph("jump__says").attr("role", "status").child(says))
        .child(options.child(each(rows)))
}

fn option_id(index: usize) -> String {
    format!("jump-{index}")
}

/// One thing to go to.
fn option(index: usize, target: &Target, chosen: RwSignal<usize>, go: impl Fn(usize) + 'static) -> Element {
    li("jump__option")
        .attr("role", "option")
        .id(option_id(index))
        .attr("aria-selected", aria(move || chosen.get() == index))
        .on("click", press(move || go(index)))
        .child(span("jump__name").child(target.name.clone()))
        .child(code("jump__beside").child(target.beside.clone()))
        .child(element("span").class("jump__kind").child(target.kind))
}

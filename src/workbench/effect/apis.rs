//! The APIs that a key may call. Each opens to what holds there.

use leptos::prelude::*;
use tyk_policy::check::Path;
use tyk_policy::effect::{ApiEffect, Effect, Row, Scope};

use super::facts::facts;
use super::shown::Shown;
use crate::app::jump::Jump;
use crate::controls::{MOST_SHOWN, filtered, has, plain_button};
use crate::view::{
    Element, Item, code, div, each, either, element, li, listen, memo, paragraph, section, span, text, ul, when,
};
use crate::{browser, controls::IconName};

/// From so many APIs on they have a filter.
const MANY: usize = 9;

/// The heading, and the list, or why there is none.
pub(super) fn apis(shown: Shown) -> Element {
    let count = memo(move || shown.effect(|effect| effect.apis.len()));
    let heading = text(move || match count.get() {
        0 => "No API".to_owned(),
        1 => "1 API".to_owned(),
        many => format!("{many} APIs"),
    });
    section("effect__part")
        .attrs(&[("aria-labelledby", "effect-apis-heading")])
        .child(element("h2").class("effect__heading").id("effect-apis-heading").child(heading))
        .child(either(move || count.get() == 0, move || none(shown).into_any(), move || list(shown, count).into_any()))
}

/// Why there is none, and the way to one.
fn none(shown: Shown) -> Element {
    let jump = expect_context::<Jump>();
    let not_granted = move || shown.effect(|effect| effect.not_granted);
    let says = text(move || match not_granted() {
        0 if shown.effect(Effect::is_refused) => "Nothing is granted until what is refused is mended.".to_owned(),
        0 => "This policy names no API yet, so a key that has it alone may call nothing.".to_owned(),
        1 => "The policy names 1 API and does not grant it: it does not decide access.".to_owned(),
        many => format!("The policy names {many} APIs and grants none of them: it does not decide access."),
    });
    let add = move || jump.lead_to_field(&Path::root().name("access_rights"));
    let decide = move || jump.lead_to_field(&Path::root().name("partitions"));
    let way = either(
        move || not_granted() == 0,
        move || plain_button("Add an API", Some(IconName::Add), add).id("effect-add-api").into_any(),
        move || plain_button("What the policy decides", None, decide).id("effect-decide").into_any(),
    );
    div("effect__none").child(paragraph("effect__says").child(says)).child(way)
}

fn list(shown: Shown, count: Memo<usize>) -> Element {
    let filter = RwSignal::new(String::new());
    let is_long = memo(move || count.get() >= MANY);
    let items = move || {
        filter.with(|filter| {
            let is_meant = |api: &&ApiEffect| has(&[&api.name, &api.right.api_id, &api.listen_path], filter);
            let item = |at: Path| Item::new(at.to_string(), move || row(shown, at).into_any());
            shown.effect(|effect| {
                let found = effect.apis.iter().filter(is_meant).take(MOST_SHOWN);
                found.map(|api| api.at.clone()).map(item).collect()
            })
        })
    };
    let asks = text(move || match count.get() {
        many if many > MOST_SHOWN => format!("Filter {many} APIs: the first {MOST_SHOWN} that fit are shown"),
        _ => "Filter".to_owned(),
    });
    div("effect__apis").child(either(
        move || is_long.get(),
        move || filtered("effect-filter", asks, filter, items).into_any(),
        move || {
            filter.set(String::new());
            ul("picker__list").child(each(items)).into_any()
        },
    ))
}

/// An API, closed until somebody opens it.
fn row(shown: Shown, at: Path) -> Element {
    let open = RwSignal::new(false);
    let api = StoredValue::new(at);
    let of = move |read: fn(&ApiEffect) -> String| {
        shown.effect(|effect| api.with_value(|at| find(effect, at).map(read)).unwrap_or_default())
    };
    let toggle = listen(move |event: leptos::ev::Event| open.set(browser::is_open(&event)));
    let name = move || of(|api| api.name.clone());
    let summary = element("summary")
        .class("effect-api__head")
        .child(span("effect-api__name").child(text(name)))
        .child(code("effect-api__path").child(text(move || of(|api| api.listen_path.clone()))))
        .child(span("effect-api__says").child(text(move || of(summed_up))));
    let rows = move || shown.effect(|effect| api.with_value(|at| rows(effect, at)));
    let content = when(move || open.get(), move || facts(name, rows).into_any());
    li("").child(element("details").class("effect-api").on("toggle", toggle).child(summary).child(content))
}

/// What may be called there, in a few words.
fn summed_up(api: &ApiEffect) -> String {
    match api.right.allowed_urls.len() {
        0 | 1 => api.rows().first().map(|row| row.value.clone()).unwrap_or_default(),
        paths => format!("{paths} paths"),
    }
}

fn find<'a>(effect: &'a Effect, at: &Path) -> Option<&'a ApiEffect> {
    effect.apis.iter().find(|api| api.at == *at)
}

/// What holds at an API, with its limits if they are its own.
fn rows(effect: &Effect, at: &Path) -> Vec<Row> {
    let Some(api) = find(effect, at) else { return Vec::new() };
    let own = effect.counters.get(api.counter).filter(|counter| matches!(counter.scope, Scope::Api(_)));
    let mut rows = api.rows();
    rows.extend(own.map(|counter| counter.rows()).unwrap_or_default());
    rows
}

//! Choosing an API from those that the dashboard has.

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use tyk_policy::answer::KnownApi;

use super::remedy::remedy;
use crate::browser;
use crate::controls::{MOST_SHOWN, filtered, has, quiet_button};
use crate::conversation::{ApiList, Problem, load_apis};
use crate::desk::desk;
use crate::document::row_element_id;
use crate::editor::lead_to;
use crate::view::{Element, Item, button, code, div, either, element, paragraph, press, span, text, when};

/// The id of the filter's input.
const FILTER: &str = "picker-filter";

/// The id of all of it.
const CONTENT: &str = "picker-content";

/// A list that can be filtered by typing; it can be used while more of it comes.
pub(super) fn picker() -> Element {
    let desk = desk();
    let conversation = desk.conversation;
    let filter = RwSignal::new(String::new());
    let ask = move || {
        spawn_local(async move {
            // The part is there: this is drawn by it.
            let _ = load_apis(desk).await;
        });
    };
    ask();
    let has_some = move || conversation.apis.with(|list| !list.apis().is_empty());
    let says = text(move || match conversation.api_line.says.get() {
        Some(says) => says,
        None => conversation.apis.with(|list| match list {
            ApiList::NotPossible(why, _) => why.says.clone(),
            ApiList::Loaded(apis) if apis.is_empty() => "The dashboard has no APIs that this key may see.".to_owned(),
            _ => String::new(),
        }),
    });
    let kind = text(move || {
        let failed = conversation.apis.with(|list| matches!(list, ApiList::NotPossible(..)));
        if failed { "picker__note message" } else { "picker__note" }.to_owned()
    });
    let problem = move || {
        conversation.apis.with(|list| match list {
            ApiList::NotPossible(why, _) => why.clone(),
            _ => Problem::default(),
        })
    };
    let is_busy = move || conversation.api_line.is_busy();
    let stop = move || quiet_button("Stop", None, move || conversation.api_line.stop()).into_any();
    let again = move || quiet_button("Ask again", None, ask).into_any();
    // It may end below what is in view, where nobody looks for what went wrong.
    Effect::new(move || {
        if conversation.apis.with(|list| matches!(list, ApiList::NotPossible(..))) {
            spawn_local(async {
                tick().await;
                browser::bring_into_view(CONTENT);
            });
        }
    });
    div("picker__content")
        .id(CONTENT)
        .child(paragraph("").attr("class", kind).attrs(&[("role", "status"), ("data-severity", "warning")]).child(says))
        .child(remedy(problem, ask))
        .child(when(has_some, move || api_list(filter).into_any()))
        .child(either(is_busy, stop, again))
}

/// The APIs that the filter lets through.
fn api_list(filter: RwSignal<String>) -> Element {
    let conversation = desk().conversation;
    browser::focus(FILTER);
    let asks =
        text(move || format!("Filter {} APIs by name, id or path", conversation.apis.with(|list| list.apis().len())));
    let shown = move || {
        let wanted = filter.get();
        let fits = |api: &&KnownApi| has(&[&api.name, &api.id, &api.listen_path], &wanted);
        let item = |api: &KnownApi| {
            let api = api.clone();
            Item::new(api.id.clone(), move || api_choice(api).into_any())
        };
        conversation.apis.with(|list| list.apis().iter().filter(fits).take(MOST_SHOWN).map(item).collect())
    };
    filtered(FILTER, asks, filter, shown)
}

/// One API that can be added, or shown if the policy has it already.
fn api_choice(api: KnownApi) -> Element {
    let document = desk().document;
    let kind = kind_of(&api);
    let (known, key) = (api.clone(), api.id);
    let choose = press(move || {
        let row = document.row_of_api(&known.id).unwrap_or_else(|| document.add_api(known.entry()));
        lead_to(document, vec![row_element_id(row.id, "toggle")]);
    });
    let state = text(move || {
        let is_in = document.rows.with(|rows| rows.iter().any(|row| row.value.with(|entry| entry.key == key)));
        if is_in { "in the policy" } else { "add" }.to_owned()
    });
    let choice = button("picker__api")
        .attr("type", "button")
        .on("click", choose)
        .child(span("picker__name").child(api.name))
        .child(code("picker__path").child(api.listen_path))
        .child(span("picker__kind").child(kind))
        .child(span("picker__state").child(state));
    element("li").child(choice)
}

/// "OAS, 2 versions, inactive"
fn kind_of(api: &KnownApi) -> String {
    let mut says = api.kind.label().to_owned();
    match api.versions.len() {
        0 => {}
        1 => says.push_str(", 1 version"),
        count => says.push_str(&format!(", {count} versions")),
    }
    if !api.is_active {
        says.push_str(", inactive");
    }
    says
}

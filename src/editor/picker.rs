//! Choosing an API from those that the dashboard has.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use tyk_policy::answer::KnownApi;
use tyk_policy::catalogue::ACCESS_RIGHTS;

use crate::browser;
use crate::connection::ApiList;
use crate::controls::{IconName, MOST_SHOWN, filtered, has, id_of, quiet_button};
use crate::desk::desk;
use crate::document::row_element_id;
use crate::view::{Element, Item, button, code, div, dynamic, element, listen, paragraph, press, span, text};

/// The id of the filter's input.
const FILTER: &str = "picker-filter";

/// A list that can be filtered by typing. `close` is called when it is to go away.
pub(super) fn picker(close: impl Fn() + Copy + 'static) -> Element {
    let connection = desk().connection;
    let filter = RwSignal::new(String::new());
    connection.load_apis();
    let key_down = listen(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
            browser::focus(id_of(&ACCESS_RIGHTS));
        }
    });
    let list = dynamic(move || match connection.apis.get() {
        ApiList::NotAsked | ApiList::Loading => {
            note("picker__note", "Asking the dashboard for its APIs…".to_owned()).into_any()
        }
        ApiList::NotPossible(why) => note("picker__note message", why).attr("data-severity", "warning").into_any(),
        ApiList::Loaded(apis) => api_list(apis, filter).into_any(),
    });
    let actions = div("picker__actions")
        .child(quiet_button("Ask again", None, move || connection.load_apis()))
        .child(quiet_button("Close the list", Some(IconName::Close), close));
    div("picker")
        .attrs(&[("role", "region"), ("aria-label", "APIs of the dashboard")])
        .on("keydown", key_down)
        .child(list)
        .child(actions)
}

fn note(class: &'static str, says: String) -> Element {
    paragraph(class).attr("role", "status").child(says)
}

/// The APIs that the filter lets through.
fn api_list(apis: Vec<KnownApi>, filter: RwSignal<String>) -> Element {
    browser::focus(FILTER);
    let asks = format!("Filter {} APIs by name, id or path", apis.len());
    let apis = StoredValue::new(apis);
    let shown = move || {
        let wanted = filter.get();
        let fits = |api: &&KnownApi| has(&[&api.name, &api.id, &api.listen_path], &wanted);
        let item = |api: &KnownApi| {
            let api = api.clone();
            Item::new(api.id.clone(), move || api_choice(api).into_any())
        };
        apis.with_value(|apis| apis.iter().filter(fits).take(MOST_SHOWN).map(item).collect())
    };
    filtered(FILTER, Signal::stored(asks), filter, shown)
}

/// One API that can be added, or shown if the policy has it already.
fn api_choice(api: KnownApi) -> Element {
    let document = desk().document;
    let (known, key) = (api.clone(), api.id);
    let choose = press(move || {
        let row = document.row_of_api(&known.id).unwrap_or_else(|| document.add_api(known.entry()));
        browser::focus(row_element_id(row.id, "toggle"));
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
        .child(span("picker__kind").child(api.kind.label()))
        .child(span("picker__state").child(state));
    element("li").child(choice)
}

//! Choosing an API from those that the dashboard has.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use tyk_policy::answer::KnownApi;
use tyk_policy::catalogue::ACCESS_RIGHTS;
use tyk_policy::draft::Entry;

use crate::browser;
use crate::connection::{ApiList, Connection};
use crate::controls::{Button, ButtonKind, IconName, id_of};
use crate::document::{Document, row_element_id};
use crate::view::{Item, dynamic, each, listen, press, read, text, typed};

/// So many APIs are drawn at most; the filter finds the others.
const MOST_SHOWN: usize = 100;
/// The id of the filter's input.
const FILTER: &str = "picker-filter";

/// A list that can be filtered by typing. `on_close` is called when the list is to go away.
pub(super) fn picker(on_close: Callback<()>) -> AnyView {
    let connection = expect_context::<Connection>();
    let filter = RwSignal::new(String::new());
    connection.load_apis();
    browser::focus(FILTER);
    let key_down = listen(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            on_close.run(());
            browser::focus(id_of(&ACCESS_RIGHTS));
        }
    });
    let list = dynamic(move || match connection.apis.get() {
        ApiList::NotAsked | ApiList::Loading => note("picker__note", "Asking the dashboard for its APIs…".to_owned()),
        ApiList::NotPossible(why) => note("picker__note message message--warning", why),
        ApiList::Loaded(apis) => api_list(apis, filter),
    });
    view! {
        <div class="picker" role="region" aria-label="APIs of the dashboard" on:keydown=key_down>
            {list}
            <div class="picker__actions">
                <Button label="Ask again" kind=ButtonKind::Quiet on_press=move |()| connection.load_apis()/>
                <Button label="Close the list" picture=IconName::Close kind=ButtonKind::Quiet on_press=on_close/>
            </div>
        </div>
    }
    .into_any()
}

fn note(class: &'static str, says: String) -> AnyView {
    view! { <p class=class.to_owned() role="status">{says}</p> }.into_any()
}

/// The APIs that the filter lets through.
fn api_list(apis: Vec<KnownApi>, filter: RwSignal<String>) -> AnyView {
    let count = apis.len();
    let apis = StoredValue::new(apis);
    let shown = move || {
        let wanted = filter.get().to_ascii_lowercase();
        let fits = |api: &&KnownApi| {
            [&api.name, &api.id, &api.listen_path].iter().any(|text| text.to_ascii_lowercase().contains(&wanted))
        };
        let item = |api: &KnownApi| {
            let api = api.clone();
            Item::new(api.id.clone(), move || api_choice(api))
        };
        apis.with_value(|apis| apis.iter().filter(fits).take(MOST_SHOWN).map(item).collect())
    };
    view! {
        <label class="picker__label" for=FILTER>{format!("Filter {count} APIs by name, id or path")}</label>
        <input
            type="text"
            class="input"
            id=FILTER
            autocomplete="off"
            spellcheck="false"
            prop:value=read(filter)
            on:input=typed(move |text| filter.set(text))
        />
        <ul class="picker__list">{each(shown)}</ul>
    }
    .into_any()
}

/// One API that can be added, or opened if the policy has it already.
fn api_choice(api: KnownApi) -> AnyView {
    let document = expect_context::<Document>();
    let (id, name, key) = (api.id.clone(), api.name.clone(), api.id);
    let choose = press(move || {
        let row = document.row_of_api(&id).unwrap_or_else(|| document.add_api(Entry::new(&id, &name)));
        browser::focus(row_element_id(row.id, "toggle"));
    });
    let state = text(move || {
        let is_in = document.rows.with(|rows| rows.iter().any(|row| row.value.with(|entry| entry.key == key)));
        if is_in { "in the policy" } else { "add" }.to_owned()
    });
    view! {
        <li>
            <button type="button" class="picker__api" on:click=choose>
                <span class="picker__name">{api.name}</span>
                <code class="picker__path">{api.listen_path}</code>
                <span class="picker__kind">{api.kind.label()}</span>
                <span class="picker__state">{state}</span>
            </button>
        </li>
    }
    .into_any()
}

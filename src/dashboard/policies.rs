//! The dashboard's policies: to be opened, copied and deleted.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use tyk_policy::answer::StoredPolicy;
use tyk_policy::catalogue::ID;
use tyk_policy::check::Path;
use tyk_policy::draft::Edit;
use tyk_policy::moving;
use tyk_policy::request::PolicyId;

use super::dialog::close;
use super::remedy::remedy;
use crate::browser;
use crate::controls::{MOST_SHOWN, filtered, has, plain_button, quiet_button};
use crate::conversation::{delete, list_again, load_policies, read, stop_policies};
use crate::desk::{Desk, desk};
use crate::view::{
    Element, Item, aria, code, div, dynamic, element, input, label, listen, paragraph, span, text, typed, when,
};

/// The id of the filter.
const FILTER: &str = "policies-filter";

/// The list with its filter. Enter asks the dashboard for what stands in the filter.
pub(super) fn policies() -> Element {
    let desk = desk();
    let conversation = desk.conversation;
    let filter = RwSignal::new(conversation.policies.with_untracked(|list| list.searched.clone()));
    let asks = text(move || {
        conversation.policies.with(|list| match (list.policies.len(), list.searched.as_str()) {
            (1, "") => "Filter the one policy; Enter searches on the dashboard".to_owned(),
            (count, "") => format!("Filter {count} policies; Enter searches on the dashboard"),
            (count, searched) => format!("{count} found for “{searched}”; Enter searches on the dashboard"),
        })
    });
    let rows = move || {
        let wanted = filter.get();
        conversation.policies.with(|list| {
            let fits = |policy: &&StoredPolicy| has(&[policy.name(), policy.id()], &wanted);
            list.policies.iter().filter(fits).take(MOST_SHOWN).map(|policy| item(desk, policy)).collect()
        })
    };
    let search = move || load_policies(desk, filter.get_untracked().trim());
    let all = move || {
        filter.set(String::new());
        load_policies(desk, "");
    };
    let key_down = listen(move |event: KeyboardEvent| {
        if event.key() == "Enter" && event.target().is_some_and(|at| is_filter(&at)) {
            event.prevent_default();
            search();
        }
    });
    let is_busy = move || conversation.policy_line.is_busy();
    let stop = move || quiet_button("Stop", None, move || stop_policies(desk)).into_any();
    let actions = div("talk__actions")
        .child(plain_button("Search on the dashboard", None, search))
        .child(quiet_button("Show all again", None, all))
        .child(when(is_busy, stop));
    div("talk__part")
        .on("keydown", key_down)
        .child(progress(desk))
        .child(remedy(move || conversation.policies.with(|list| list.problem.clone()), move || list_again(desk)))
        .child(filtered(FILTER, asks, filter, rows))
        .child(actions)
}

fn is_filter(target: &web_sys::EventTarget) -> bool {
    use wasm_bindgen::JsCast;
    target.dyn_ref::<web_sys::Element>().is_some_and(|element| element.id() == FILTER)
}

/// What is under way, or what went wrong.
fn progress(desk: Desk) -> Element {
    let conversation = desk.conversation;
    let says = text(move || {
        let busy = conversation.policy_line.says.get().or_else(|| conversation.writing.says.get());
        busy.unwrap_or_else(|| conversation.policies.with(|list| list.problem.says.clone()))
    });
    paragraph("talk__says").attrs(&[("role", "status"), ("id", "policies-says")]).child(says)
}

fn item(desk: Desk, policy: &StoredPolicy) -> Item {
    let key = format!("{} {} {}", policy.database_id(), policy.id(), policy.last_updated());
    let policy = policy.clone();
    Item::new(key, move || row(desk, policy).into_any())
}

/// One policy and what can be done with it.
fn row(desk: Desk, policy: StoredPolicy) -> Element {
    let name = if policy.name().is_empty() { "(no name)" } else { policy.name() }.to_owned();
    let apis = if policy.api_count() == 1 { "1 API".to_owned() } else { format!("{} APIs", policy.api_count()) };
    let facts = [policy.state().to_owned(), apis, browser::time_of(policy.last_updated())];
    let facts = facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ");
    let text = div("talk__text")
        .child(span("talk__name").child(name.clone()))
        .child(code("talk__facts").child(policy.id().to_owned()))
        .child(span("talk__facts").child(facts));
    let line = element("li").class("talk__item").child(text);
    // What no path can name can be seen, but not opened.
    let Some(id) = policy.path_id() else { return line };
    let is_deleting = RwSignal::new(false);
    let (opened, copied) = (id.clone(), id.clone());
    let open = move || {
        read(desk, opened.clone(), move |stored| {
            desk.open_stored(stored);
            close();
        });
    };
    let copy = move || {
        read(desk, copied.clone(), move |stored| {
            let own_id = Edit::Remove(Path::root().name(ID.name));
            let draft = moving::stripped(&stored.draft).edited(&[own_id]);
            desk.open(&draft, "Opened a copy, as a new policy without an id. Give it a name of its own.".to_owned());
            close();
        });
    };
    let named = |button: Element, verb: &str| button.attr("aria-label", format!("{verb} {name}"));
    let ask = quiet_button("Delete…", None, move || is_deleting.update(|asks| *asks = !*asks));
    let actions = div("talk__actions")
        .child(named(plain_button("Open", None, open), "Open"))
        .child(named(quiet_button("Duplicate", None, copy), "Duplicate"))
        .child(named(ask, "Delete").attr("aria-expanded", aria(move || is_deleting.get())));
    let sure = move || deletion(desk, policy.clone(), id.clone()).into_any();
    line.child(actions).child(when(move || is_deleting.get(), sure))
}

/// Whoever deletes a policy types its name, or its id if it has none.
fn deletion(desk: Desk, policy: StoredPolicy, id: PolicyId) -> Element {
    let typed_name = RwSignal::new(String::new());
    let name = if policy.name().is_empty() { policy.id() } else { policy.name() }.to_owned();
    let control = format!("delete-{}", id.as_str());
    let asks = format!("Type “{name}” to delete it on the dashboard. Keys that use it lose what it gave them.");
    let is_right = move || typed_name.with(|typed| *typed == name);
    let says = RwSignal::new(String::new());
    let right = is_right.clone();
    let confirm = move || {
        if untrack(&right) {
            delete(desk, policy.clone(), id.clone());
        } else {
            says.set("That is not its name.".to_owned());
        }
    };
    let field = input("input")
        .id(control.clone())
        .attrs(&[("type", "text"), ("autocomplete", "off"), ("spellcheck", "false")])
        .value(typed_name)
        .on("input", typed(move |text| typed_name.set(text)));
    div("talk__sure")
        .child(label("field__label").attr("for", control).child(asks))
        .child(field)
        .child(plain_button("Delete this policy", None, confirm).attr("aria-disabled", aria(move || !is_right())))
        .child(paragraph("dialog__problem").attr("role", "alert").child(dynamic(move || says.get().into_any())))
}

//! Connections by name: address, authorization form and Tyk's version. Never a key.

use leptos::prelude::*;
use tyk_policy::context::Tyk;
use tyk_policy::draft::{Json, Object};
use tyk_policy::read;
use tyk_policy::request::AuthorizationForm;
use tyk_policy::write::{self, Layout};

use super::dialog::close;
use crate::browser::{self, Keep};
use crate::controls::{plain_button, quiet_button};
use crate::desk::{Desk, desk};
use crate::view::{Element, code, div, dynamic, element, input, label, paragraph, span, text, typed};

/// The name in the browser's storage.
const CONNECTIONS: &str = "policy-builder-connections";

/// One saved connection.
#[derive(Clone, Debug, PartialEq)]
struct Saved {
    name: String,
    address: String,
    authorization: AuthorizationForm,
    tyk: Tyk,
}

/// The list, and a name for the present connection.
pub(super) fn connections() -> Element {
    let desk = desk();
    let saved = RwSignal::new(load());
    let name = RwSignal::new(String::new());
    let says = RwSignal::new(String::new());
    let keep = move || {
        let one = present(desk, name.get_untracked().trim());
        if one.name.is_empty() {
            says.set("Type a name for it.".to_owned());
            return;
        }
        saved.update(|saved| {
            saved.retain(|each| each.name != one.name);
            saved.push(one);
            saved.sort_by(|a, b| a.name.cmp(&b.name));
        });
        let kept = saved.with_untracked(|saved| store(saved));
        says.set(
            if kept { "Saved in this browser, without the key." } else { "This browser does not keep it." }.to_owned(),
        );
    };
    let list = dynamic(move || {
        let items = saved.get().into_iter().map(|each| item(desk, each, saved));
        element("ul").class("talk__list").children(items).into_any()
    });
    let address = text(move || {
        let address = desk.connection.address.get();
        if address.is_empty() { "No address is typed yet.".to_owned() } else { format!("Save {address} as") }
    });
    let field = input("input")
        .attrs(&[("id", "connection-name"), ("type", "text"), ("autocomplete", "off")])
        .value(name)
        .on("input", typed(move |text| name.set(text)));
    div("talk__part")
        .child(list)
        .child(label("field__label").attr("for", "connection-name").child(address))
        .child(div("talk__line").child(field).child(plain_button("Save connection", None, keep)))
        .child(paragraph("talk__says").attr("role", "status").child(dynamic(move || says.get().into_any())))
        .child(paragraph("field__hint").child("The key is not saved: paste it each time, or keep it for the tab."))
}

fn present(desk: Desk, name: &str) -> Saved {
    Saved {
        name: name.to_owned(),
        address: desk.connection.address.get_untracked(),
        authorization: untrack(|| desk.connection.authorization_in_force()),
        tyk: desk.document.context.with_untracked(|context| context.tyk),
    }
}

fn item(desk: Desk, each: Saved, saved: RwSignal<Vec<Saved>>) -> Element {
    let (name, chosen) = (each.name.clone(), each.clone());
    let choose = move || {
        desk.connection.address.set(chosen.address.clone());
        desk.connection.choose_authorization(chosen.authorization);
        desk.document.context.update(|context| context.tyk = chosen.tyk);
        desk.settle_address();
        close();
        browser::focus("connection-key");
    };
    let forget = move || {
        saved.update(|saved| saved.retain(|each| each.name != name));
        saved.with_untracked(|saved| store(saved));
    };
    let text = div("talk__text")
        .child(span("talk__name").child(each.name.clone()))
        .child(code("talk__facts").child(each.address))
        .child(span("talk__facts").child(format!("{}, {}", each.authorization.label(), each.tyk)));
    let actions = div("talk__actions")
        .child(plain_button("Use", None, choose).attr("aria-label", format!("Use {}", each.name)))
        .child(quiet_button("Forget", None, forget).attr("aria-label", format!("Forget {}", each.name)));
    element("li").class("talk__item").child(text).child(actions)
}

/// What is saved; what cannot be read is left out.
fn load() -> Vec<Saved> {
    let text = browser::load(Keep::ForVisits, CONNECTIONS).unwrap_or_default();
    let Ok(Json::List(items)) = read::json(&text) else { return Vec::new() };
    items.iter().filter_map(saved_from).collect()
}

fn saved_from(item: &Json) -> Option<Saved> {
    let object = item.as_object()?;
    let text = |name: &str| object.get(name).and_then(Json::as_text);
    let word = text("authorization").unwrap_or_default();
    Some(Saved {
        name: text("name")?.to_owned(),
        address: text("address")?.to_owned(),
        authorization: AuthorizationForm::ALL.into_iter().find(|form| form.as_str() == word).unwrap_or_default(),
        tyk: text("target").and_then(Tyk::parse).unwrap_or_default(),
    })
}

fn store(saved: &[Saved]) -> bool {
    let member = |name: &str, value: &str| (name.to_owned(), Json::from(value));
    let object = |each: &Saved| {
        Json::Object(Object::new(vec![
            member("name", &each.name),
            member("address", &each.address),
            member("authorization", each.authorization.as_str()),
            member("target", &each.tyk.to_string()),
        ]))
    };
    let list = write::json(&Json::List(saved.iter().map(object).collect()), Layout::Flush);
    browser::save(Keep::ForVisits, CONNECTIONS, Some(&list))
}

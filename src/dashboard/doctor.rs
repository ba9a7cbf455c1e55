//! Why no answer came, as far as that can be known, and the mend for this page and this dashboard.

use leptos::prelude::*;
use tyk_policy::doctor::proxy::{Server, Setup, configuration};
use tyk_policy::doctor::{Diagnosis, Way};
use tyk_policy::request::Address;

use crate::browser;
use crate::controls::{choice, copy_button};
use crate::desk::desk;
use crate::view::{Chosen, Element, code, div, dynamic, element, memo, paragraph, pre, ul};

/// What is known, what it can be, what to do.
pub(super) fn diagnosed(diagnosis: &Diagnosis) -> Element {
    let known = diagnosis.known.iter().map(|known| known.to_string());
    let causes = diagnosis.causes.iter().map(ToString::to_string);
    let can_be = if diagnosis.is_certain() { "The cause" } else { "What it can be, the likeliest first" };
    let ways = diagnosis.ways.iter().map(way);
    div("doctor")
        .id("doctor")
        .child(paragraph("doctor__headline").child(diagnosis.headline()))
        .child(list("What is known", known.collect()))
        .child(list(can_be, causes.collect()))
        .child(heading("What to do"))
        .child(ul("doctor__list").children(ways))
}

fn heading(says: &'static str) -> Element {
    element("h3").class("outcome__heading").child(says)
}

fn list(says: &'static str, items: Vec<String>) -> Option<Element> {
    if items.is_empty() {
        return None;
    }
    let items = items.into_iter().map(|item| element("li").child(item));
    Some(div("doctor__part").child(heading(says)).child(ul("doctor__list").children(items)))
}

fn way(way: &Way) -> Element {
    let item = element("li").child(way.to_string());
    let command = way.command().map(|command| {
        let command = command.to_owned();
        div("doctor__command")
            .child(code("").child(command.clone()))
            .child(copy_button("Copy", Signal::stored(command)))
    });
    item.child(command).child(way.setup().map(setup))
}

/// The text for the web server, one press away.
fn setup(setup: Setup) -> Element {
    let address = untrack(|| Address::new(&desk().connection.address.get()));
    let page = browser::origin().unwrap_or_else(|| "null".to_owned());
    let server = Chosen::new(&Server::ALL, Server::Nginx);
    let text = memo(move || configuration(server.get(), setup, &page, &address, None));
    let asks = "Which web server";
    let name = if setup == Setup::SameOrigin { "same-origin" } else { "allow-origin" };
    let servers =
        choice(name, asks, &Server::ALL, Server::label, move || Some(server.get()), move |one| server.set(one));
    element("details")
        .class("details")
        .child(element("summary").child(setup.label()))
        .child(paragraph("outcome__text").child(setup.sentence()))
        .child(servers)
        .child(pre("details__text").id(name).child(dynamic(move || text.get().into_any())))
        .child(paragraph("outcome__text").child(dynamic(move || server.get().place().into_any())))
        .child(copy_button("Copy the configuration", text.into()))
}

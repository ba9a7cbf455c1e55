//! Address, key and authorization form.

use leptos::prelude::*;
use tyk_policy::catalogue::Version;
use tyk_policy::context::{Product, Tyk};
use tyk_policy::request::{Address, ApiKey, AuthorizationForm};

use crate::browser;
use crate::connection::{KEEPING, KEY_INPUT};
use crate::controls::{choice, quiet_button, select};
use crate::desk::desk;
use crate::view::{Element, aria, div, element, label, paragraph, press, span, text, ticked, typed, when};

/// The fields of the connection.
pub(super) fn connect() -> Element {
    let stand_in = browser::meta("local-dashboard").map(|_| {
        "A local stand-in for the Dashboard, for trying out and testing: not Tyk. Its sample key is filled in."
            .to_owned()
    });
    let relay =
        browser::meta("relay").map(|dashboard| format!("This page's own server passes calls on to {dashboard}."));
    div("connect")
        .child(stand_in.or(relay).map(|says| paragraph("connect__stand-in").child(says)))
        .child(settings_fault())
        .child(address_field())
        .children(key_field())
        .child(authorization_field())
        .child(target_field())
}

/// What is wrong with what the page's owner has set.
pub(super) fn settings_fault() -> Option<Element> {
    let fault = desk().connection.settings.with_value(|settings| settings.fault.clone());
    (!fault.is_empty()).then(|| paragraph("connect__fault").id("settings-fault").child(fault))
}

/// An input of the connection, tied to the sentence below it that says what is wrong; that is empty while it is not
/// polite to say so.
fn tied(control: Element, fault_id: &'static str, says: Signal<String>) -> (Element, Element) {
    let control = control
        .attrs(&[("class", "input input--literal"), ("autocomplete", "off"), ("spellcheck", "false")])
        .attr("aria-invalid", aria(move || says.with(|says| !says.is_empty())));
    (control, paragraph("connect__fault").id(fault_id).child(says))
}

fn label_for(id: &'static str, says: &'static str) -> Element {
    label("field__label").attr("for", id).child(says)
}

fn address_field() -> Element {
    let (desk, connection) = (desk(), desk().connection);
    let touched = RwSignal::new(false);
    let says = text(move || {
        let is_polite = connection.tried.get() || (touched.get() && !connection.address.with(String::is_empty));
        let fault = Address::new(&connection.address.get()).fault().filter(|_| is_polite);
        fault.map_or_else(String::new, |fault| fault.to_string())
    });
    let warning = text(move || connection.warning().map_or_else(String::new, |warning| warning.to_string()));
    let described = "connection-address-fault connection-address-warning";
    let control = element("input")
        .attrs(&[("type", "url"), ("id", "connection-address")])
        .attr("aria-describedby", described)
        .value(connection.address)
        .on("input", typed(move |text| connection.address.set(text)))
        .on("change", press(move || desk.settle_address()))
        .on("focusout", press(move || touched.set(true)));
    let (control, fault) = tied(control, "connection-address-fault", says);
    div("connect__field")
        .child(label_for("connection-address", "Dashboard address"))
        .child(control)
        .child(fault)
        .child(paragraph("connect__warning").id("connection-address-warning").child(warning))
}

/// The key, and below both fields what becomes of it.
fn key_field() -> [Element; 2] {
    let connection = desk().connection;
    let (is_shown, touched) = (RwSignal::new(false), RwSignal::new(false));
    let says = text(move || {
        let is_polite =
            connection.tried.get() || (touched.get() && connection.key.with(|key| *key != ApiKey::default()));
        let fault = connection.key.with(ApiKey::fault).filter(|_| is_polite);
        // The note says what to do about a key that was taken out; until then a missing one is no news.
        let note = connection.key_note.get();
        fault.filter(|_| note.is_empty()).map_or(note, |fault| fault.to_string())
    });
    // What is typed goes into the key type only; the signal brings what comes from elsewhere.
    let control = element("input")
        .attrs(&[("id", KEY_INPUT), ("aria-describedby", "connection-key-fault connection-key-hint")])
        .attr("type", text(move || if is_shown.get() { "text" } else { "password" }.to_owned()))
        .value(connection.key_input)
        .on("input", typed(move |text| connection.type_key(&text)))
        .on("focusout", press(move || touched.set(true)));
    let (control, fault) = tied(control, "connection-key-fault", says);
    let show = quiet_button("Show", None, move || is_shown.update(|shown| *shown = !*shown));
    let show = show.attr("aria-pressed", aria(move || is_shown.get()));
    let keep = element("input")
        .attrs(&[("type", "checkbox"), ("id", "connection-keep")])
        .checked(connection.keeps_key)
        .on("change", ticked(move |keeps| connection.set_keeping(keeps)));
    let hint = "Goes out only to this address, and only when you send or ask for a list.";
    let field = div("connect__field")
        .child(label_for(KEY_INPUT, "API key"))
        .child(div("connect__key").child(control).child(show))
        .child(fault);
    let kept = div("connect__field connect__kept")
        .child(paragraph("field__hint").id("connection-key-hint").child(hint))
        .child(label("check connect__keep").child(keep).child(span("").child(KEEPING)));
    [field, kept]
}

/// How the key stands in the header: a choice of the connection, unless the style of the command brings its own.
fn authorization_field() -> Element {
    let connection = desk().connection;
    let own = move || connection.style.get().own_authorization();
    let choose = move |form| connection.choose_authorization(form);
    let note = || {
        let says = "As the chosen document prints it. Another choice goes back to the classic style.";
        paragraph("field__hint").child(says).into_any()
    };
    let chosen = move || Some(connection.authorization_in_force());
    let forms = &AuthorizationForm::ALL;
    div("connect__field")
        .child(span("field__label").child("Authorization"))
        .child(choice("connection-authorization", "Authorization", forms, AuthorizationForm::label, chosen, choose))
        .child(when(move || own().is_some(), note))
}

/// Which Tyk the policy is for: fields that it does not know yet are named among the findings.
fn target_field() -> Element {
    let context = desk().document.context;
    let all = Product::ALL.into_iter().flat_map(|product| {
        Version::KNOWN.iter().rev().map(move |version| Tyk { product, version: *version }.to_string())
    });
    let options = all.map(|name| (name.clone(), name)).collect();
    let value = text(move || context.with(|context| context.tyk.to_string()));
    let choose = move |name: String| {
        if let Some(tyk) = Tyk::parse(&name) {
            context.update(|context| context.tyk = tyk);
        }
    };
    div("connect__field").child(label_for("target", "The policy is for")).child(select(
        "target",
        "The policy is for",
        options,
        value,
        choose,
    ))
}

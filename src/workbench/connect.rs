//! Address, key and authorization form.

use leptos::prelude::*;
use tyk_policy::request::{Address, ApiKey, AuthorizationForm, Style};

use crate::browser;
use crate::connection::Connection;
use crate::controls::Choice;
use crate::view::{aria, derived, listen, press, read, text, typed, when};

/// The fields of the connection.
#[component]
pub fn Connect() -> impl IntoView {
    let stand_in = browser::local_dashboard_key().map(|_| {
        let says = "This page comes with a local stand-in for the Dashboard: for trying out and testing, not Tyk. Its sample key is filled in.";
        view! { <p class="connect__stand-in">{says}</p> }
    });
    view! {
        <div class="connect">
            {address_field()}
            {key_field()}
            {authorization_field()}
            {stand_in}
        </div>
    }
}

/// What is wrong with the field above; empty while it is not polite to say so.
fn fault(id: &'static str, says: Signal<String>) -> AnyView {
    view! { <p class="connect__fault" id=id>{says}</p> }.into_any()
}

fn address_field() -> AnyView {
    let connection = expect_context::<Connection>();
    let touched = RwSignal::new(false);
    let says = text(move || {
        let is_shown = connection.tried.get() || (touched.get() && !connection.address.with(String::is_empty));
        let fault = Address::new(&connection.address.get()).fault().filter(|_| is_shown);
        fault.map_or_else(String::new, |fault| fault.to_string())
    });
    let leave = listen(move |_| touched.set(true));
    view! {
        <div class="connect__field">
            <label class="field__label" for="connection-address">"Dashboard address"</label>
            <input
                type="url"
                class="input input--literal"
                id="connection-address"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="connection-address-fault"
                aria-invalid=aria(move || says.with(|says| !says.is_empty()))
                prop:value=read(connection.address)
                on:input=typed(move |text| connection.address.set(text))
                on:focusout=leave
            />
            {fault("connection-address-fault", says)}
        </div>
    }
    .into_any()
}

fn key_field() -> AnyView {
    let connection = expect_context::<Connection>();
    let is_shown = RwSignal::new(false);
    let touched = RwSignal::new(false);
    let says = text(move || {
        let fault = connection.key.with(ApiKey::fault);
        let is_polite = connection.tried.get() || (touched.get() && connection.key.with(|key| *key != ApiKey::default()));
        fault.filter(|_| is_polite).map_or_else(String::new, |fault| fault.to_string())
    });
    let leave = listen(move |_| touched.set(true));
    // The input holds its own text, so that no signal does: only the key type leaves it.
    let start = browser::local_dashboard_key().unwrap_or_default();
    view! {
        <div class="connect__field">
            <label class="field__label" for="connection-key">"API key"</label>
            <div class="connect__key">
                <input
                    type=text(move || if is_shown.get() { "text" } else { "password" }.to_owned())
                    class="input input--literal"
                    id="connection-key"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="connection-key-fault connection-key-hint"
                    aria-invalid=aria(move || says.with(|says| !says.is_empty()))
                    value=start
                    on:input=typed(move |text| connection.key.set(ApiKey::new(&text)))
                    on:focusout=leave
                />
                <button type="button" class="button button--quiet" aria-pressed=aria(move || is_shown.get()) on:click=press(move || is_shown.update(|shown| *shown = !*shown))>
                    "Show"
                </button>
            </div>
            {fault("connection-key-fault", says)}
            <p class="field__hint" id="connection-key-hint">"Stays in this page's memory; it leaves only with a request that you send."</p>
        </div>
    }
    .into_any()
}

/// How the key stands in the header: a choice of the connection, unless the style of the command brings its own.
fn authorization_field() -> AnyView {
    let connection = expect_context::<Connection>();
    let own = move || connection.style.get().own_authorization();
    let choose = move |form| {
        // Whoever wants another form than the document's gives its style up.
        if untrack(own).is_some_and(|own| own != form) {
            connection.style.set(Style::default());
        }
        connection.authorization.set(form);
    };
    let options = vec![(AuthorizationForm::Key, "Bare key"), (AuthorizationForm::Bearer, "Bearer")];
    let value = derived(move || Some(connection.authorization_in_force()));
    let note = || {
        let says = "As the chosen document prints it. Another choice goes back to the classic style.";
        view! { <p class="field__hint">{says}</p> }.into_any()
    };
    view! {
        <div class="connect__field">
            <span class="field__label">"Authorization"</span>
            <Choice name="connection-authorization" label="Authorization" options value on_choose=choose/>
            {when(move || own().is_some(), note)}
        </div>
    }
    .into_any()
}

//! The path tester: a request against what an API allows.

mod answer;
mod outcome;
mod request;

use leptos::prelude::*;
use tyk_policy::draft::METHODS_IN_USE;
use tyk_policy::effect::ApiEffect;

use super::shown::Shown;
use super::which::which;
use crate::controls::select;
use crate::view::{Element, div, either, input, label, memo, paragraph, span, text, ticked, typed};
use answer::{answer, beside, entries, opens};
use outcome::outcome;
pub(super) use request::Request;

/// The tester, or the reason why there is nothing to try.
pub(super) fn tester(shown: Shown, request: Request) -> Element {
    let has_apis = memo(move || shown.effect(|effect| !effect.apis.is_empty()));
    let none = || {
        let says = "There is no path to try: a key that has this policy alone may call no API. What is in the way stands \
            under “What a key gets”.";
        paragraph("effect__says").child(says).into_any()
    };
    div("effect__part").child(either(move || has_apis.get(), move || form(shown, request).into_any(), none))
}

fn form(shown: Shown, request: Request) -> Element {
    let outcome = memo(move || shown.effect(|effect| outcome(effect, request)));
    let options = memo(move || {
        let option = |api: &ApiEffect| (api.right.api_id.clone(), api.name.clone());
        shown.effect(|effect| effect.apis.iter().map(option).collect::<Vec<_>>())
    });
    let chosen = text(move || {
        shown.effect(|effect| request.api_of(effect).map(|api| api.right.api_id.clone()).unwrap_or_default())
    });
    let methods = METHODS_IN_USE.iter().map(|method| ((*method).to_owned(), (*method).to_owned())).collect();
    let method =
        select("effect-method", "Method", methods, request.method.into(), move |method| request.method.set(method));
    let placeholder = text(move || {
        shown.effect(|effect| request.api_of(effect).map(|api| request.asked_path(api)).unwrap_or_default())
    });
    let path = input("input input--literal")
        .attrs(&[("type", "text"), ("id", "effect-path"), ("autocomplete", "off"), ("spellcheck", "false")])
        .attr("placeholder", placeholder)
        .value(request.path)
        .on("input", typed(move |path| request.path.set(path)));
    let line = div("tester__request")
        .child(
            div("effect__field")
                .child(label("effect__label").attr("for", "effect-method").child("Method"))
                .child(method),
        )
        .child(
            div("effect__field")
                .child(label("effect__label").attr("for", "effect-path").child("Path of the request"))
                .child(path),
        );
    div("tester")
        .child(which("effect-api", "API", options, chosen, move |api| request.api.set(api)))
        .child(line)
        .child(options_of_gateway(request))
        .child(answer(outcome))
        .child(entries(outcome))
        .child(opens(outcome))
        .child(beside(outcome))
}

fn options_of_gateway(request: Request) -> Element {
    let switch = |id: &'static str, says: &'static str, is_on: RwSignal<bool>| {
        let control = input("").attrs(&[("type", "checkbox")]).id(id);
        let control = control.checked(is_on).on("change", ticked(move |on| is_on.set(on)));
        label("check").child(control).child(span("").child(says))
    };
    div("tester__options")
        .attrs(&[("role", "group"), ("aria-label", "Options of the Gateway")])
        .child(switch("effect-prefix", "Gateway matches prefixes", request.prefix))
        .child(switch("effect-suffix", "Gateway matches suffixes", request.suffix))
}

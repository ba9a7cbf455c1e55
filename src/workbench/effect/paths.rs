//! The path tester: a request against what an API allows.

use leptos::prelude::*;
use tyk_policy::check::{Fix, Path};
use tyk_policy::draft::METHODS_IN_USE;
use tyk_policy::effect::path::{Answer, Asked, Says, also_opens, anchor, test};
use tyk_policy::effect::{ApiEffect, Effect, Row};
use tyk_policy::pattern::Mode;

use super::facts::{facts, field_link};
use super::shown::Shown;
use super::which::which;
use crate::controls::{IconName, changing_icon, icon, select};
use crate::desk::desk;
use crate::mending::apply;
use crate::view::{
    Element, Item, button, capitalised, code, div, each, either, element, input, label, li, memo, paragraph, press,
    span, text, ticked, typed, ul, when,
};

/// So many entries are judged in sight at most.
const MOST_ENTRIES: usize = 100;

/// The request that is tried.
#[derive(Clone, Copy)]
pub(super) struct Request {
    /// The id of the API; the first one where it is not among those of the policy.
    api: RwSignal<String>,
    method: RwSignal<String>,
    path: RwSignal<String>,
    prefix: RwSignal<bool>,
    suffix: RwSignal<bool>,
}

impl Request {
    /// A GET of the first API's root.
    pub(super) fn new() -> Self {
        Self {
            api: RwSignal::new(String::new()),
            method: RwSignal::new("GET".to_owned()),
            path: RwSignal::new(String::new()),
            prefix: RwSignal::new(false),
            suffix: RwSignal::new(false),
        }
    }

    fn api_of(self, effect: &Effect) -> Option<&ApiEffect> {
        let chosen = self.api.with(|id| effect.apis.iter().find(|api| api.right.api_id == *id));
        chosen.or_else(|| effect.apis.first())
    }

    /// The path as it is typed, or the root while nothing is.
    fn asked_path(self, api: &ApiEffect) -> String {
        let typed = self.path.with(|path| path.trim().to_owned());
        match (typed.is_empty(), api.listen_path.is_empty()) {
            (true, true) => "/".to_owned(),
            (true, false) => api.listen_path.clone(),
            _ if typed.starts_with('/') => typed,
            _ => format!("/{typed}"),
        }
    }
}

/// What an allowed path says to the request.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    from: Path,
    url: String,
    prepared: String,
    says: String,
    decides: bool,
    matches: bool,
}

/// What comes of the request, ready to be shown.
#[derive(Clone, Debug, Default, PartialEq)]
struct Outcome {
    /// Allowed, refused, or not certain.
    allowed: Option<bool>,
    asked: String,
    says: String,
    entries: Vec<Entry>,
    also: Vec<String>,
    fix: Option<Box<Fix>>,
    endpoint: Vec<Row>,
    notes: Vec<String>,
}

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

/// Allowed or refused, at a glance.
fn answer(outcome: Memo<Outcome>) -> Element {
    let word = move || outcome.with(|outcome| outcome.allowed);
    let kind = text(move || match word() {
        Some(true) => "good".to_owned(),
        Some(false) => "error".to_owned(),
        None => "warning".to_owned(),
    });
    let picture = text(move || {
        let picture = match word() {
            Some(true) => IconName::Check,
            Some(false) => IconName::Error,
            None => IconName::Warning,
        };
        picture.as_str().to_owned()
    });
    let says = text(move || outcome.with(|outcome| outcome.says.clone()));
    let asked = text(move || outcome.with(|outcome| outcome.asked.clone()));
    paragraph("tester__answer")
        .attrs(&[("id", "effect-answer"), ("role", "status")])
        .attr("data-kind", kind)
        .child(changing_icon(picture))
        .child(span("").child(code("").child(asked)).child(" ").child(span("tester__says").child(says)))
}

/// What each allowed path says, in the order of the policy.
fn entries(outcome: Memo<Outcome>) -> Element {
    let items = move || {
        let item = |entry: &Entry| {
            let entry = entry.clone();
            Item::new(format!("{entry:?}"), move || entry_line(&entry).into_any())
        };
        outcome.with(|outcome| outcome.entries.iter().take(MOST_ENTRIES).map(item).collect())
    };
    ul("tester__entries").attr("aria-label", "What each allowed path says").child(each(items))
}

fn entry_line(entry: &Entry) -> Element {
    let picture = if entry.matches { IconName::Check } else { IconName::Close };
    let line = li("tester__entry").attr("data-decides", if entry.decides { "true" } else { "false" });
    let head = div("tester__pattern").child(code("").child(entry.url.clone())).child(field_link(&entry.from));
    let prepared = (entry.prepared != entry.url).then(|| {
        paragraph("pane__note").child("The Gateway reads it as ").child(code("").child(entry.prepared.clone()))
    });
    let body = div("tester__body")
        .child(head)
        .child(paragraph("tester__judged").child(capitalised(&entry.says)))
        .child(prepared);
    line.child(icon(picture)).child(body)
}

/// What the entry that decides opens besides, and the way to hold it.
fn opens(outcome: Memo<Outcome>) -> AnyView {
    let draw = move || {
        let says = text(move || outcome.with(|outcome| outcome.also.join("  ")));
        let desk = desk();
        let has_fix = move || outcome.with(|outcome| outcome.fix.is_some());
        let label = text(move || {
            let says = outcome.with(|outcome| outcome.fix.as_ref().map(|fix| fix.says.clone()));
            format!("Fix: {}", says.unwrap_or_default())
        });
        let hold = move || {
            if let Some(fix) = outcome.with_untracked(|outcome| outcome.fix.clone()) {
                apply(desk, fix);
            }
        };
        let button = move || {
            let hold = button("fix").attrs(&[("type", "button"), ("id", "effect-anchor")]).on("click", press(hold));
            hold.child(label).into_any()
        };
        div("tester__opens")
            .id("effect-opens")
            .child(paragraph("effect__says").child("This pattern is not held at its ends. It opens these as well:"))
            .child(code("tester__also").child(says))
            .child(when(has_fix, button))
            .into_any()
    };
    when(move || outcome.with(|outcome| !outcome.also.is_empty()), draw)
}

/// The endpoint's own limit, and what one has to know.
fn beside(outcome: Memo<Outcome>) -> Element {
    let has_limit = move || outcome.with(|outcome| !outcome.endpoint.is_empty());
    let limit = move || {
        facts(|| "The limit of the endpoint".to_owned(), move || outcome.with(|outcome| outcome.endpoint.clone()))
            .into_any()
    };
    let notes = move || {
        let item = |note: &String| {
            let note = note.clone();
            Item::new(note.clone(), move || element("li").child(note).into_any())
        };
        outcome.with(|outcome| outcome.notes.iter().map(item).collect())
    };
    div("tester__beside").child(when(has_limit, limit)).child(ul("tester__notes pane__note").child(each(notes)))
}

fn outcome(effect: &Effect, request: Request) -> Outcome {
    let Some(api) = request.api_of(effect) else { return Outcome::default() };
    let (method, path) = (request.method.get(), request.asked_path(api));
    let mode = Mode { prefix: request.prefix.get(), suffix: request.suffix.get() };
    let tested = test(api, Asked { method: &method, path: &path, mode });
    let deciding = match tested.answer {
        Answer::By(index) | Answer::Unclear(index) => Some(index),
        Answer::Everything | Answer::Refused => None,
    };
    let url = |index: usize| api.right.allowed_urls.get(index).map(|allowed| allowed.url.clone()).unwrap_or_default();
    let entry = |(index, entry): (usize, &tyk_policy::effect::path::Entry)| Entry {
        from: entry.from.clone(),
        url: url(index),
        prepared: entry.prepared.clone(),
        says: entry.says.to_string(),
        decides: deciding == Some(index),
        matches: matches!(entry.says, Says::Yes | Says::YesBelowListenPath),
    };
    let also = deciding.map(|index| also_opens(&url(index), mode)).unwrap_or_default();
    let from = tested.endpoint.as_ref().map(|endpoint| &endpoint.rate.from);
    let notes = tested.notes.iter().map(|note| format!("{}.", capitalised(&note.to_string())));
    Outcome {
        allowed: (!matches!(tested.answer, Answer::Unclear(_))).then(|| tested.answer.is_allowed()),
        asked: format!("{method} {path}"),
        says: said(tested.answer, deciding.map(url).as_deref()),
        entries: tested.entries.iter().enumerate().map(entry).collect(),
        fix: deciding.filter(|_| !also.is_empty()).and_then(|index| anchor(api, index)).map(Box::new),
        also,
        endpoint: from.map(|from| api.rows().into_iter().filter(|row| row.from == *from).collect()).unwrap_or_default(),
        notes: notes.collect(),
    }
}

/// The answer with the pattern that decides it.
fn said(answer: Answer, pattern: Option<&str>) -> String {
    match pattern {
        Some(pattern) => format!("{answer} by {pattern}"),
        None => answer.to_string(),
    }
}

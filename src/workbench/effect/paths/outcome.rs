//! What comes of a request, ready to be shown.

use leptos::prelude::*;
use tyk_policy::check::{Fix, Path};
use tyk_policy::effect::path::{Answer, Asked, Says, also_opens, anchor, test};
use tyk_policy::effect::{Effect, Row};
use tyk_policy::pattern::Mode;

use super::request::Request;
use crate::view::capitalised;

/// What an allowed path says to the request.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) from: Path,
    pub(super) url: String,
    pub(super) prepared: String,
    pub(super) says: String,
    pub(super) decides: bool,
    pub(super) matches: bool,
}

/// What comes of the request, ready to be shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Outcome {
    /// Allowed, refused, or not certain.
    pub(super) allowed: Option<bool>,
    pub(super) asked: String,
    pub(super) says: String,
    pub(super) entries: Vec<Entry>,
    pub(super) also: Vec<String>,
    pub(super) fix: Option<Box<Fix>>,
    pub(super) endpoint: Vec<Row>,
    pub(super) notes: Vec<String>,
}

/// What comes of the request at the API that it is for.
pub(super) fn outcome(effect: &Effect, request: Request) -> Outcome {
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

//! Whether a request may pass an API's allowed paths, by which entry, and what else that entry lets through (policy-model.md
//! sections 4.3 and 4.5).

mod anchor;
mod endpoint;
mod examples;
mod words;

pub use anchor::anchor;
pub use endpoint::Endpoint;
pub use examples::also_opens;

use super::ApiEffect;
use crate::answer::ApiKind;
use crate::catalogue::ALLOWED_URLS;
use crate::check::Path;
use crate::pattern::{self, Doubt, Mode, Pattern, PatternFault, Verdict};

/// A request to be tried.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The method, letter by letter.
    pub method: &'a str,
    /// The whole path of the request, with the API's listen path. What follows a `?` is left out.
    pub path: &'a str,
    /// Which options of the Gateway are on.
    pub mode: Mode,
}

/// What becomes of a request at an API's allowed paths.
#[derive(Clone, Debug, PartialEq)]
pub struct Tested {
    /// Whether it may pass.
    pub answer: Answer,
    /// What each allowed path says to it, in the order of the policy.
    pub entries: Vec<Entry>,
    /// The limit of an endpoint that counts it, if one does.
    pub endpoint: Option<Endpoint>,
    /// What one has to know beside it.
    pub notes: Vec<Note>,
}

/// Whether a request may pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Every path and method may: there is no list.
    Everything,
    /// It may, by the entry at this position.
    By(usize),
    /// It may not: no entry matches. 403 "Access to this resource has been disallowed".
    Refused,
    /// Only Go can tell whether the entry at this position matches, and no other one does.
    Unclear(usize),
}

impl Answer {
    /// Whether it passes for certain.
    #[must_use]
    pub fn is_allowed(self) -> bool {
        matches!(self, Self::Everything | Self::By(_))
    }
}

/// What an allowed path says to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the policy.
    pub from: Path,
    /// The regular expression that the Gateway makes of the pattern.
    pub prepared: String,
    /// What it says.
    pub says: Says,
}

/// What a pattern and its methods say to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// Both match.
    Yes,
    /// Both match, the pattern only without the API's listen path. That counts with prefix matching.
    YesBelowListenPath,
    /// The path matches, the method is not listed.
    OtherMethod,
    /// The path matches, and the method is listed in other letters, which never counts (rule S13).
    MethodInOtherCase,
    /// The path does not match.
    OtherPath,
    /// The pattern does not compile, so the entry is skipped (rule S12).
    Skipped(PatternFault),
    /// The method is listed, and only Go can tell whether the path matches.
    CannotJudge(Doubt),
}

/// What one has to know beside the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// An entry is skipped; Gateways before 5.3.5 and 5.5.1 let every request pass there instead.
    OlderGatewaysLetPass,
    /// Where the gateway listens for the API is not known, and it counts here: with prefix matching, or for endpoint limits.
    ListenPathUnknown,
    /// The path is not below the API's listen path, so the request does not reach it.
    OutsideListenPath,
    /// The API asks for no key, so the policy does not count for it.
    Keyless,
}

/// Tries a request.
#[must_use]
pub fn test(api: &ApiEffect, asked: Asked<'_>) -> Tested {
    let path = asked.path.split('?').next().unwrap_or_default();
    let asked = Asked { path, ..asked };
    let below = below_listen_path(path, &api.listen_path);
    let allowed = api.right.allowed_urls.iter().enumerate().map(|(index, allowed)| {
        let prepared = pattern::prepare(&allowed.url, asked.mode);
        let says = says(&allowed.url, &prepared, &allowed.methods, asked, below);
        Entry { from: api.at.clone().name(ALLOWED_URLS.name).item(index), prepared, says }
    });
    let entries: Vec<_> = allowed.collect();
    let endpoint = endpoint::of(api, asked, below.unwrap_or(path));
    Tested { answer: answer(&entries), notes: notes(api, asked, below, &entries), entries, endpoint }
}

/// The path without the listen path; nothing if that is not known, or the path lies elsewhere.
fn below_listen_path<'a>(path: &'a str, listen_path: &str) -> Option<&'a str> {
    let rest = path.strip_prefix(listen_path.trim_end_matches('/')).filter(|_| !listen_path.is_empty())?;
    match rest {
        "" => Some("/"),
        rest => rest.starts_with('/').then_some(rest),
    }
}

fn says(url: &str, prepared: &str, methods: &[String], asked: Asked<'_>, below: Option<&str>) -> Says {
    let pattern = match Pattern::compile(prepared) {
        Ok(pattern) => pattern,
        Err(fault) => return Says::Skipped(fault),
    };
    // With prefix matching an empty pattern matches no path (rule S12).
    let is_nothing = url.is_empty() && asked.mode.prefix;
    let whole = if is_nothing { Verdict::No } else { pattern.matches(asked.path) };
    let below = below.filter(|_| asked.mode.prefix && !is_nothing).map_or(Verdict::No, |path| pattern.matches(path));
    let has_method = methods.iter().any(|method| method == asked.method);
    match (whole, below) {
        (Verdict::Yes, _) if has_method => Says::Yes,
        (_, Verdict::Yes) if has_method => Says::YesBelowListenPath,
        (Verdict::Yes, _) | (_, Verdict::Yes) => {
            let in_other_case = methods.iter().any(|method| method.eq_ignore_ascii_case(asked.method));
            if in_other_case { Says::MethodInOtherCase } else { Says::OtherMethod }
        }
        (Verdict::CannotJudge(doubt), _) | (_, Verdict::CannotJudge(doubt)) if has_method => Says::CannotJudge(doubt),
        (Verdict::CannotJudge(_), _) | (_, Verdict::CannotJudge(_)) => Says::OtherMethod,
        (Verdict::No, Verdict::No) => Says::OtherPath,
    }
}

/// The first entry that matches; one that cannot be judged only counts where no other one matches.
fn answer(entries: &[Entry]) -> Answer {
    let first = |is_it: fn(&Says) -> bool| entries.iter().position(|entry| is_it(&entry.says));
    let by = || first(|says| matches!(says, Says::Yes | Says::YesBelowListenPath)).map(Answer::By);
    let unclear = || first(|says| matches!(says, Says::CannotJudge(_))).map(Answer::Unclear);
    match entries {
        [] => Answer::Everything,
        _ => by().or_else(unclear).unwrap_or(Answer::Refused),
    }
}

fn notes(api: &ApiEffect, asked: Asked<'_>, below: Option<&str>, entries: &[Entry]) -> Vec<Note> {
    let mut notes = Vec::new();
    if api.kind == Some(ApiKind::Keyless) {
        notes.push(Note::Keyless);
    }
    let asks_for_it = (asked.mode.prefix && !entries.is_empty()) || !api.right.endpoints.is_empty();
    if api.listen_path.is_empty() && asks_for_it {
        notes.push(Note::ListenPathUnknown);
    } else if !api.listen_path.is_empty() && below.is_none() {
        notes.push(Note::OutsideListenPath);
    }
    if entries.iter().any(|entry| matches!(entry.says, Says::Skipped(_))) {
        notes.push(Note::OlderGatewaysLetPass);
    }
    notes
}

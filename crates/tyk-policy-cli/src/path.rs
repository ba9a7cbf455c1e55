//! `tyk-policy path`: whether a request may pass the allowed paths of a policy.

use serde::Serialize;
use tyk_policy::check::Path;
use tyk_policy::draft::Edit;
use tyk_policy::effect::path::{self, Answer, Asked, Says, Tested};
use tyk_policy::effect::{ApiEffect, Rate};
use tyk_policy::read::Found;
use tyk_policy::write::{self, Layout};

use crate::Outcome;
use crate::arguments::{PathArguments, Shown};
use crate::console::{Console, printable};
use crate::effect::{Shape, pretty, shape};
use crate::failure::Failure;
use crate::input::Input;
use crate::known::Known;
use crate::pick;
use crate::source::Source;

/// What to do with several policies.
const WAY_OUT: &str = ", and one is looked at: choose it with --pick";

#[derive(Serialize)]
struct Reply<'a> {
    allowed: Option<bool>,
    words: String,
    api: &'a str,
    entries: Vec<EntryItem>,
    endpoint: Option<EndpointItem<'a>>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct EntryItem {
    path: String,
    prepared: String,
    says: String,
    matches: bool,
    also_opens: Vec<String>,
    anchored: Option<String>,
}

#[derive(Serialize)]
struct EndpointItem<'a> {
    pattern: &'a str,
    rate: Option<f64>,
    per: Option<f64>,
    path: String,
}

/// Prints what becomes of the request, by which entry, and what else that entry lets pass.
///
/// # Errors
/// The file cannot be read, it is not clear which policy is meant, or that grants no such API.
pub fn run(arguments: &PathArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let known = Known::of_apis(arguments.apis.as_deref(), console)?;
    let source = Source::read(&Input::named(&arguments.file), &known, console)?;
    let found = pick::one(&source, arguments.pick.as_deref(), WAY_OUT)?;
    let shape = shape(&source.file, found, known.around(&source.reading));
    let Some(api) = shape.effect.api(&arguments.api) else { return Err(no_api(&shape, &arguments.api)) };
    let asked = Asked { method: &arguments.method, path: &arguments.path, mode: arguments.mode() };
    let tested = path::test(api, asked);
    let result = result(found, api, &tested, asked);
    match arguments.format {
        Shown::Json => console.print(&pretty(&result))?,
        Shown::Text => console.print(&text(&result))?,
    }
    if let Some(refused) = shape.effect.refused.first().filter(|_| shape.effect.is_refused()) {
        console.note(format_args!("note: beside that: {}", refused.what));
    }
    Ok(match tested.answer {
        Answer::Unclear(_) => Outcome::CouldNotRun,
        answer if answer.is_allowed() => Outcome::Done,
        _ => Outcome::FoundErrors,
    })
}

fn no_api(shape: &Shape<'_>, api: &str) -> Failure {
    /// More APIs than these are not listed.
    const LONGEST_LIST: usize = 20;
    let line = |api: &ApiEffect| [api.right.api_id.as_str(), "  ", &api.name].concat();
    let mut list: Vec<_> = shape.effect.apis.iter().take(LONGEST_LIST).map(line).collect();
    if let Some(more) = shape.effect.apis.len().checked_sub(LONGEST_LIST).filter(|more| *more > 0) {
        list.push(format!("and {more} more"));
    }
    Failure::NoSuchApi { file: shape.file.to_owned(), api: api.to_owned(), list }
}

fn result<'a>(found: &Found, api: &'a ApiEffect, tested: &'a Tested, asked: Asked<'_>) -> Reply<'a> {
    let place = |path: &Path| found.in_text(path.clone()).to_string();
    let entries = tested.entries.iter().zip(&api.right.allowed_urls).enumerate().map(|(index, (entry, allowed))| {
        let is_match = matches!(entry.says, Says::Yes | Says::YesBelowListenPath);
        EntryItem {
            path: place(&entry.from),
            prepared: entry.prepared.clone(),
            says: entry.says.to_string(),
            matches: is_match,
            also_opens: path::also_opens(&allowed.url, asked.mode),
            anchored: path::anchor(api, index).and_then(|fix| fix.edits.into_iter().find_map(written)),
        }
    });
    let endpoint = tested.endpoint.as_ref().map(|endpoint| {
        let rate = endpoint.rate.value.in_force();
        EndpointItem {
            pattern: &endpoint.pattern,
            rate: rate.map(|rate: &Rate| rate.requests),
            per: rate.map(|rate| rate.seconds),
            path: place(&endpoint.rate.from),
        }
    });
    Reply {
        allowed: if matches!(tested.answer, Answer::Unclear(_)) { None } else { Some(tested.answer.is_allowed()) },
        words: tested.words(),
        api: &api.name,
        entries: entries.collect(),
        endpoint,
        notes: tested.notes.iter().map(ToString::to_string).collect(),
    }
}

/// The text that an edit writes.
fn written(edit: Edit) -> Option<String> {
    let Edit::Set(_, value) = edit else { return None };
    Some(value.as_text().map_or_else(|| write::json(&value, Layout::Flush), str::to_owned))
}

fn text(result: &Reply<'_>) -> String {
    let mut lines = vec![[result.words.as_str(), "."].concat()];
    for entry in &result.entries {
        lines.push(["  ", &entry.path, "  ", &entry.prepared, "  ", &entry.says].concat());
        if entry.matches && !entry.also_opens.is_empty() {
            lines.push(["    also opens ", &entry.also_opens.join(", ")].concat());
        }
        if let Some(anchored) = entry.anchored.as_ref().filter(|_| entry.matches) {
            lines.push(["    to hold it to its path, write ", anchored].concat());
        }
    }
    if let Some(EndpointItem { pattern, rate, per, path }) = &result.endpoint {
        let limit = match (rate, per) {
            (Some(rate), Some(per)) => format!("{rate} requests in {per} seconds"),
            _ => "no rate limit".to_owned(),
        };
        lines.push(format!("The endpoint {pattern} counts it on its own: {limit} ({path})."));
    }
    lines.extend(result.notes.iter().map(|note| ["note: ", note].concat()));
    lines.iter().map(|line| printable(line) + "\n").collect()
}

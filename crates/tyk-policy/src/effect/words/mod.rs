//! An effect in plain words: one paragraph that a reviewer can paste into a ticket.

pub mod limits;
mod limits_of;
pub mod numbers;
mod parts;

pub use numbers::few;
pub use parts::{allowed, field_depth, life, name_lists, state, type_fields};

use super::{ApiEffect, Effect, Refused, Refusing};
use crate::answer::ApiKind;
use crate::check::Code;
use crate::draft::State;
use crate::number::grouped;
use crate::policy::{GraphQl, McpRights, NameLists};
use numbers::counted;

/// So many rules of one API are written out in the paragraph; more are counted.
const FEW_RULES: usize = 2;
/// So many APIs get a sentence of their own; more are counted.
const FEW_APIS: usize = 3;

impl Effect {
    /// The effect in one paragraph: who may call what, how often, for how long. Of many APIs, endpoints or paths the first few
    /// are named and the rest counted. Where no key can use the policy, it says why and nothing else.
    #[must_use]
    pub fn words(&self) -> String {
        match self.refused.first().filter(|refused| refused.what != Refusing::KeyAlone) {
            Some(refused) => paragraph(&[because(refused, &self.refused)]),
            None => self.words_once_mended(),
        }
    }

    /// The paragraph as if nothing refused the policy: for a draft in which something else is still wrong, or that is switched
    /// off. The mix of partitions that Tyk refuses says nothing of APIs and limits.
    #[must_use]
    pub fn words_once_mended(&self) -> String {
        let mut sentences = Vec::new();
        self.say_access(&mut sentences);
        limits_of::say(self, &mut sentences);
        if self.state.state == Some(State::Draft) {
            sentences.push(
                "The policy's state is draft: keys that exist keep working, and no new ones can be made".to_owned(),
            );
        } else if !self.state.active {
            sentences.push("The policy is not active, and Tyk documents that it loads active policies only".to_owned());
        }
        sentences.push(["Keys ", &life(&self.expiry)].concat());
        for (is_on, kind) in [(self.signatures.hmac, "an HMAC"), (self.signatures.http, "an HTTP")] {
            if is_on {
                sentences.push(["Every request needs ", kind, " signature"].concat());
            }
        }
        if let Some(pattern) = &self.counter_name {
            sentences.push(["Requests are counted by ", pattern, " and not by key"].concat());
        }
        if self.not_combined > 0 {
            let others = counted(self.not_combined as u64, "other policy", "other policies");
            sentences.push(["This leaves out ", &others, ": policies are not combined here yet"].concat());
        }
        paragraph(&sentences)
    }

    fn say_access(&self, sentences: &mut Vec<String>) {
        let alone = self.refused.iter().find(|refused| refused.what == Refusing::KeyAlone);
        if let Some(finding) = alone.and_then(|refused| refused.finding.as_ref()) {
            let and =
                if finding.code == Code::AccessNotDecided { ", and a key that uses it alone is refused" } else { "" };
            sentences.push(limits::capital(&finding.to_string()) + and);
            sentences.push("To a key that gets its APIs from another policy, this one brings limits".to_owned());
            return;
        }
        let names: Vec<_> = self.apis.iter().map(|api| api.name.as_str()).collect();
        if names.is_empty() {
            sentences.push("This policy grants no API".to_owned());
            return;
        }
        let count = if names.len() > FEW_APIS + 1 {
            [grouped(names.len() as u64).as_str(), " APIs: "].concat()
        } else {
            String::new()
        };
        sentences.push(["Keys on this policy may call ", &count, &few(&names)].concat());
        let restricted: Vec<_> = self.apis.iter().filter(|api| is_restricted(api)).collect();
        let shown = if restricted.len() <= FEW_APIS { restricted.len() } else { 1 };
        sentences.extend(restricted.iter().take(shown).filter_map(|api| restrictions(api)));
        let more = restricted.len() - shown;
        if more > 0 {
            sentences.push([grouped(more as u64).as_str(), " more of them allow only some requests, too"].concat());
        }
        let keyless: Vec<_> = self.apis.iter().filter(|api| api.kind == Some(ApiKind::Keyless)).collect();
        if !keyless.is_empty() {
            let names: Vec<_> = keyless.iter().map(|api| api.name.as_str()).collect();
            sentences.push([few(&names).as_str(), " asks for no key, so nothing of this counts there"].concat());
        }
    }
}

/// Whether not everything may be asked of an API.
fn is_restricted(api: &ApiEffect) -> bool {
    let right = &api.right;
    !right.allowed_urls.is_empty()
        || api.is_versioned == Some(true)
        || right.graphql != GraphQl::default()
        || right.mcp.method_lists != NameLists::default()
        || right.mcp.rights != McpRights::default()
}

/// What may be asked of an API, where that is not everything.
fn restrictions(api: &ApiEffect) -> Option<String> {
    let mut says = Vec::new();
    let urls = &api.right.allowed_urls;
    if !urls.is_empty() {
        let shown: Vec<_> = urls.iter().map(allowed).collect();
        says.push(["only ", &first_of(&shown, "path", "paths")].concat());
    }
    if api.is_versioned == Some(true) {
        let versions: Vec<_> = api.right.versions.iter().flatten().map(String::as_str).collect();
        says.push(match versions.as_slice() {
            [] => "no version at all, so every request is refused".to_owned(),
            versions => ["version ", &few(versions)].concat(),
        });
    }
    say_graphql(api, &mut says);
    let (mcp, rights) = (&api.right.mcp, &api.right.mcp.rights);
    for (what, lists) in [
        ("JSON-RPC methods", &mcp.method_lists),
        ("tools", &rights.tools),
        ("resources", &rights.resources),
        ("prompts", &rights.prompts),
    ] {
        if let Some(names) = name_lists(lists) {
            says.push([what, ": ", &names].concat());
        }
    }
    (!says.is_empty()).then(|| [api.name.as_str(), " allows ", &says.join("; ")].concat())
}

fn say_graphql(api: &ApiEffect, says: &mut Vec<String>) {
    let graphql = &api.right.graphql;
    for (what, types) in [("only the types ", &graphql.allowed_types), ("no ", &graphql.restricted_types)] {
        if !types.is_empty() {
            let shown: Vec<_> = types.iter().map(type_fields).collect();
            says.push([what, &first_of(&shown, "type", "types")].concat());
        }
    }
    if !graphql.field_access_rights.is_empty() {
        let shown: Vec<_> = graphql.field_access_rights.iter().map(field_depth).collect();
        says.push(first_of(&shown, "root field", "root fields"));
    }
    if api.blocks_other_fields {
        says.push("no other root field".to_owned());
    }
    if graphql.disable_introspection {
        says.push("no introspection".to_owned());
    }
}

/// The first few of what is said, and the number of the rest.
fn first_of(shown: &[String], one: &str, many: &str) -> String {
    let shown_count = if shown.len() <= FEW_RULES + 1 { shown.len() } else { FEW_RULES };
    let mut items = shown.to_vec();
    items.truncate(shown_count);
    if let Some(more) = shown.len().checked_sub(shown_count).filter(|more| *more > 0) {
        items.push(counted(more as u64, &["more ", one].concat(), &["more ", many].concat()));
    }
    numbers::list(&items)
}

/// What is refused and why.
fn because(refused: &Refused, all: &[Refused]) -> String {
    let why = refused.finding.as_ref().map_or_else(|| "its state is deny".to_owned(), ToString::to_string);
    let same = all.iter().filter(|other| other.what == refused.what).count();
    let more = match same.saturating_sub(1) {
        0 => String::new(),
        more => [" (and for ", &counted(more as u64, "more reason", "more reasons"), ")"].concat(),
    };
    let place = if refused.what == Refusing::Body { [" at ", &refused.at.to_string()].concat() } else { String::new() };
    [refused.what.to_string().as_str(), ": ", &why, &place, &more].concat()
}

/// Sentences, each with a full stop.
fn paragraph(sentences: &[String]) -> String {
    sentences.iter().map(|sentence| [sentence.as_str(), "."].concat()).collect::<Vec<_>>().join(" ")
}

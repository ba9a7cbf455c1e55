//! Whether the name and the id of a new policy are free, as far as the dashboard says.

use leptos::prelude::WithValue;
use tyk_policy::answer::{Cause, Failure, StoredPolicy};
use tyk_policy::catalogue::{ID, NAME};
use tyk_policy::context::free_name;
use tyk_policy::draft::Draft;
use tyk_policy::request::Target;

use super::policies::page;
use super::send::text;
use super::{Taken, Turn};
use crate::desk::Desk;

/// So many names are asked for, at most, to find a free one.
const MOST_TRIES: u32 = 10;

/// What is known of name and id before a policy is sent.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Seen {
    /// Another policy has one of them.
    Taken(Taken),
    /// No other policy has.
    Free,
    /// The dashboard does not say.
    Unknown,
}

/// Looks for a policy that has the name or the id already. Where the dashboard does not answer this question, its own refusal
/// will.
pub(super) async fn look(desk: Desk, turn: &Turn, draft: &Draft, target: &Target) -> Result<Seen, Failure> {
    let mut seen = Seen::Free;
    let own_id = text(draft, ID.name);
    for (sought, has_id) in [(own_id, true), (text(draft, NAME.name), false)] {
        if sought.is_empty() {
            continue;
        }
        let is_it = |policy: &StoredPolicy| if has_id { policy.id() == sought } else { policy.name() == sought };
        match found(desk, turn, sought, is_it, target).await {
            Ok(Some(policy)) => {
                let free_name = if has_id { None } else { free(desk, turn, sought, target).await };
                return Ok(Seen::Taken(Taken { policy, has_id, free_name }));
            }
            Ok(None) => {}
            Err(failure) if matches!(failure.cause, Cause::NoAnswer(_) | Cause::NotAuthorised) => return Err(failure),
            Err(_) => seen = Seen::Unknown,
        }
    }
    Ok(seen)
}

/// A name like the taken one that is free. Each is asked for, as policies may have come since the list was loaded.
async fn free(desk: Desk, turn: &Turn, name: &str, target: &Target) -> Option<String> {
    let known = desk
        .conversation
        .known
        .with_value(|known| known.iter().flatten().map(|policy| policy.name.clone()).collect::<Vec<_>>());
    let mut taken = known;
    for _ in 0..MOST_TRIES {
        let names: Vec<_> = taken.iter().map(String::as_str).collect();
        let candidate = free_name(name, &names);
        match found(desk, turn, &candidate, |policy| policy.name() == candidate, target).await {
            Ok(None) => return Some(candidate),
            Ok(Some(_)) => taken.push(candidate),
            Err(_) => return None,
        }
    }
    None
}

/// The policy that is meant, among those that a search finds: a part of a name finds others, too.
async fn found(
    desk: Desk,
    turn: &Turn,
    sought: &str,
    is_it: impl Fn(&StoredPolicy) -> bool,
    target: &Target,
) -> Result<Option<StoredPolicy>, Failure> {
    let mut number = 1;
    loop {
        let page = page(desk, turn, sought, number, target).await?;
        let is_last = page.policies.is_empty() || number >= page.pages;
        let policy = page.policies.into_iter().find(&is_it);
        if policy.is_some() || is_last {
            return Ok(policy);
        }
        number += 1;
    }
}

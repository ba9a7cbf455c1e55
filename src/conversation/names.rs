//! Whether the name and the id of a new policy are free, as far as the dashboard says.

use tyk_policy::answer::{Cause, Failure, StoredPolicy};
use tyk_policy::catalogue::{ID, NAME};
use tyk_policy::draft::Draft;
use tyk_policy::request::Target;

use super::policies::page;
use super::send::text;
use super::{Taken, Turn};
use crate::desk::Desk;

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
            Ok(Some(policy)) => return Ok(Seen::Taken(Taken { policy, has_id })),
            Ok(None) => {}
            Err(failure) if matches!(failure.cause, Cause::NoAnswer(_) | Cause::NotAuthorised) => return Err(failure),
            Err(_) => seen = Seen::Unknown,
        }
    }
    Ok(seen)
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

//! Moving a policy from one dashboard to another: the APIs have other ids there.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::moving::{self, Match};

use super::lists::load;
use super::{ApiList, Step};
use crate::browser;
use crate::desk::Desk;
use crate::later::later;

later! {
    /// Asks for the APIs of the dashboard that is connected now, and then which of them the policy's are.
    part dashboard;
    pub fn map_apis(desk: Desk) -> () { begin(desk) }
}

fn begin(desk: Desk) {
    spawn_local(async move {
        load(desk).await;
        show_matches(desk);
    });
}

/// Nothing, if the APIs did not come: the panel of Send says why.
fn show_matches(desk: Desk) {
    let draft = untrack(|| desk.document.snapshot());
    let matches = desk.conversation.apis.with_untracked(|list| match list {
        ApiList::Loaded(apis) => Some(moving::matches(&draft, apis, None)),
        _ => None,
    });
    if let Some(matches) = matches {
        desk.conversation.step.set(Step::Moving(matches));
        browser::focus("outcome");
    }
}

/// Opens the policy as one of this dashboard: without what the other one set itself, and with these ids.
pub fn transfer(desk: Desk, matches: &[Match]) {
    let ids: Vec<_> = matches.iter().filter_map(|each| Some((each.from.clone(), each.to.clone()?))).collect();
    let draft = moving::stripped(&untrack(|| desk.document.snapshot()));
    let moved = desk.conversation.apis.with_untracked(|list| moving::moved(&draft, &ids, list.apis()));
    match moved {
        Ok(draft) => {
            let left = matches.len() - ids.len();
            let rest = if left == 0 {
                String::new()
            } else {
                format!(" {left} APIs keep their ids: this dashboard may not have them.")
            };
            desk.open(
                &draft,
                format!("The policy is ready for this dashboard, with {} ids of its own.{rest}", ids.len()),
            );
            desk.conversation.step.set(Step::Idle);
            browser::focus("send");
        }
        Err(two) => desk.notice.set(two.to_string()),
    }
}

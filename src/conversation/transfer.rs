//! Moving a policy from one dashboard to another: the APIs have other ids there.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::moving::{self, Match};

use super::lists::load;
use super::trial::try_out_now;
use super::{ApiList, Outcome, Problem, Step};
use crate::app::opening::counted;
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

/// If the APIs did not come, the panel of Send says why; here is what can be done about it.
fn show_matches(desk: Desk) {
    let draft = untrack(|| desk.document.snapshot());
    let step = desk.conversation.apis.with_untracked(|list| match list {
        ApiList::Loaded(apis) => Some(Step::Moving(moving::matches(&draft, apis, None))),
        ApiList::NotPossible(Problem { failure: Some(failure), .. }, _) => {
            Some(Step::Done(Outcome::failed(failure.clone(), None)))
        }
        _ => None,
    });
    match step {
        Some(Step::Done(Outcome { meaning: Err(failure), .. })) if failure.hides_its_cause() => try_out_now(desk),
        Some(step) => {
            desk.conversation.step.set(step);
            browser::focus("outcome");
        }
        None => {}
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
                let (apis, ids) = (counted(left, "API"), if left == 1 { "keeps its id" } else { "keep their ids" });
                format!(" {apis} {ids}: this dashboard may not have them.")
            };
            desk.open(
                &draft,
                format!("The policy is ready for this dashboard, with {} of its own.{rest}", counted(ids.len(), "id")),
            );
            desk.conversation.step.set(Step::Idle);
            browser::focus("send");
        }
        Err(two) => desk.notice.set(two.to_string()),
    }
}

//! The dashboard's APIs, page after page.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::answer::{self, Answer, ApiPage, Call, Cause, Failure, KnownApi};
use tyk_policy::request::{Request, Target};

use super::{Problem, Turn, no_answer};
use crate::connection::Connection;
use crate::desk::Desk;
use crate::later::later;

/// What is known of the dashboard's APIs.
#[derive(Clone, Debug, PartialEq)]
pub enum ApiList {
    /// Nobody has asked.
    NotAsked,
    /// Those that came so far; more are under way.
    Loading(Vec<KnownApi>),
    /// They came.
    Loaded(Vec<KnownApi>),
    /// They did not come, or not all, and why.
    NotPossible(Problem, Vec<KnownApi>),
}

impl ApiList {
    /// Those that came.
    #[must_use]
    pub fn apis(&self) -> &[KnownApi] {
        match self {
            Self::NotAsked => &[],
            Self::Loading(apis) | Self::Loaded(apis) | Self::NotPossible(_, apis) => apis,
        }
    }
}

later! {
    /// Asks the dashboard for its APIs, unless the question is under way. When all are there, the checks know them.
    part dashboard;
    pub fn load_apis(desk: Desk) -> () { begin(desk) }
}

fn begin(desk: Desk) {
    spawn_local(load(desk));
}

/// The same, to be waited for.
pub(super) async fn load(desk: Desk) {
    let (connection, conversation) = (desk.connection, desk.conversation);
    if let Some((text, _)) = untrack(|| connection.obstacle()) {
        connection.tried.set(true);
        conversation.apis.set(ApiList::NotPossible(text.into(), Vec::new()));
        return;
    }
    let Some(turn) = conversation.api_line.take("Asking the dashboard for its APIs…") else { return };
    conversation.apis.set(ApiList::Loading(Vec::new()));
    let target = untrack(|| connection.target());
    let ended = all_pages(desk, &turn, &target).await;
    // Forgotten meanwhile: they are not those of the dashboard that is connected now.
    let ApiList::Loading(came) = conversation.apis.get_untracked() else { return };
    conversation.apis.set(match ended {
        Ok(()) => {
            desk.document.context.update(|context| context.apis = Some(came.clone()));
            ApiList::Loaded(came)
        }
        Err(failure) => ApiList::NotPossible(failure.into(), came),
    });
}

/// APIs first, then MCP proxies, which older dashboards and many keys do not have.
async fn all_pages(desk: Desk, turn: &Turn, target: &Target) -> Result<(), Failure> {
    pages(desk, turn, target, Request::list_apis, answer::apis).await?;
    match pages(desk, turn, target, Request::list_mcps, answer::mcps).await {
        Err(failure) if !matches!(failure.cause, Cause::NoAnswer(_)) => Ok(()),
        ended => ended,
    }
}

async fn pages(
    desk: Desk,
    turn: &Turn,
    target: &Target,
    question: fn(u32, &Target) -> Request,
    read: fn(&Answer) -> Result<ApiPage, Failure>,
) -> Result<(), Failure> {
    let connection: Connection = desk.connection;
    let mut number = 1;
    loop {
        let answer = turn.ask(connection, &question(number, target)).await;
        let page = answer.map_err(|cause| no_answer(Call::ListApis, cause)).and_then(|answer| read(&answer))?;
        let is_last = page.apis.is_empty() || number >= page.pages;
        desk.conversation.apis.update(|list| {
            if let ApiList::Loading(apis) = list {
                apis.extend(page.apis);
            }
        });
        if is_last {
            return Ok(());
        }
        number += 1;
        turn.say(format!("Page {number} of {}", page.pages));
    }
}

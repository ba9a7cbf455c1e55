//! The APIs that the dashboard has.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::answer::{self, Call, Cause, Failure, KnownApi};
use tyk_policy::request::Request;

use super::Connection;
use crate::browser;

/// What is known of the dashboard's APIs.
#[derive(Clone, Debug, PartialEq)]
pub enum ApiList {
    /// Nobody has asked.
    NotAsked,
    /// The question is under way.
    Loading,
    /// They came.
    Loaded(Vec<KnownApi>),
    /// They did not come, and why.
    NotPossible(String),
}

impl Connection {
    /// Asks the dashboard for its APIs, unless the question is under way.
    pub fn load_apis(&self) {
        let connection = *self;
        if connection.apis.with_untracked(|apis| *apis == ApiList::Loading) {
            return;
        }
        if let Some((text, _)) = untrack(|| connection.obstacle()) {
            connection.tried.set(true);
            connection.apis.set(ApiList::NotPossible(text));
            return;
        }
        connection.apis.set(ApiList::Loading);
        let request = Request::list_apis(1, &untrack(|| connection.target()));
        spawn_local(async move {
            let key = connection.key.get_untracked();
            let answer = browser::send(&request, &key, &browser::Call::default())
                .await
                .map_err(|why| Failure { call: Call::ListApis, cause: Cause::NoAnswer(why) });
            connection.apis.set(match answer.and_then(|answer| answer::apis(&answer)) {
                Ok(page) => ApiList::Loaded(page.apis),
                Err(failure) => ApiList::NotPossible(format!("{failure} {}", failure.way_out())),
            });
        });
    }
}

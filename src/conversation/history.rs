//! What was sent from this tab. It is in the memory of the page alone, and no key is in it.

use leptos::prelude::*;
use tyk_policy::answer::{Answer, NoAnswer};
use tyk_policy::request::{Method, Request};

use super::Conversation;
use crate::browser;

/// So many are kept.
const MOST: usize = 100;

/// One write.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    /// When, as the reader's clock says it.
    pub time: String,
    /// What it was.
    pub method: Method,
    /// Where it went.
    pub url: String,
    /// The status of the answer, if one came.
    pub status: Option<u16>,
    /// The policy's name.
    pub name: String,
    /// The policy's id, if it is known.
    pub id: String,
    /// What was sent.
    pub body: Option<String>,
}

impl Conversation {
    /// Notes a write.
    pub(super) fn note(&self, request: &Request, answer: &Result<Answer, NoAnswer>, name: &str, id: &str) {
        let sent = Sent {
            time: browser::time_of_day(),
            method: request.method,
            url: request.url.clone(),
            status: answer.as_ref().ok().map(|answer| answer.status),
            name: name.to_owned(),
            id: id.to_owned(),
            body: request.body.clone(),
        };
        self.history.update(|history| {
            history.insert(0, sent);
            history.truncate(MOST);
        });
    }
}

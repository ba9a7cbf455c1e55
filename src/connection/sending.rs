//! Sending the policy.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::answer::{self, Answer, Call, Cause, Created, Failure, NoAnswer};
use tyk_policy::request::Request;

use super::Connection;
use crate::browser;

/// What became of Send.
#[derive(Clone, Debug, PartialEq)]
pub enum Sending {
    /// Nothing is under way.
    Idle,
    /// The policy has errors: the user is asked whether it is to be sent all the same.
    Asking,
    /// The request is under way, for so many seconds now.
    UnderWay(u32),
    /// It ended.
    Done(Outcome),
}

/// How a request ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What it means.
    pub meaning: Result<Created, Failure>,
    /// The answer itself, if one came.
    pub answer: Option<Answer>,
}

impl Connection {
    /// Whether a request is under way.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        self.sending.with_untracked(|sending| matches!(sending, Sending::UnderWay(_)))
    }

    /// Sends the request, once. While one is under way this does nothing.
    pub fn send(&self, request: Request) {
        if self.is_under_way() {
            return;
        }
        let connection = *self;
        let call = browser::Call::default();
        connection.call.set_value(call.clone());
        connection.sending.set(Sending::UnderWay(0));
        let clock = set_interval_with_handle(move || connection.tick(), Duration::from_secs(1));
        spawn_local(async move {
            let key = connection.key.get_untracked();
            let answer = browser::send(&request, &key, &call).await;
            if let Ok(clock) = clock {
                clock.clear();
            }
            let meaning = answer
                .clone()
                .map_err(|why| Failure { call: Call::CreatePolicy, cause: Cause::NoAnswer(why) })
                .and_then(|answer| answer::created(&answer))
                .map_err(|failure| failure.having_sent(request.body.as_ref().map_or(0, String::len)));
            connection.sending.set(Sending::Done(Outcome { meaning, answer: answer.ok() }));
            browser::focus("outcome");
        });
    }

    /// Stops the request that is under way.
    pub fn cancel(&self) {
        self.call.with_value(|call| call.stop(NoAnswer::Cancelled));
    }

    fn tick(self) {
        self.sending.update(|sending| {
            if let Sending::UnderWay(seconds) = sending {
                *seconds += 1;
            }
        });
    }
}

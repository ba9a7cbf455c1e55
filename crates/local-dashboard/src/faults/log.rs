//! The calls that were seen, for tests that ask what a page really sent.

use std::collections::VecDeque;

use axum::extract::Request;
use axum::http::StatusCode;
use serde::Serialize;

use super::fault::Fault;

/// How many calls are kept, the newest.
const KEPT: usize = 1_000;

/// The calls, the oldest first.
#[derive(Debug, Default)]
pub struct Log {
    calls: VecDeque<Call>,
    seen: u64,
}

/// One call. What was in its headers and its body is not kept, as there may be a secret.
#[derive(Clone, Debug, Serialize)]
pub struct Call {
    #[serde(skip)]
    number: u64,
    method: String,
    /// Without the query.
    path: String,
    /// The names, each once, in alphabetical order.
    headers: Vec<String>,
    /// The kind of the fault that it got.
    fault: Option<&'static str>,
    /// What was answered; none as long as nothing is.
    status: Option<u16>,
}

impl Log {
    /// Notes a call on its arrival; gives back what [`answered`](Self::answered) knows it by.
    pub fn arrived(&mut self, request: &Request, fault: Option<&Fault>) -> u64 {
        let mut headers: Vec<_> = request.headers().keys().map(ToString::to_string).collect();
        headers.sort_unstable();
        self.seen += 1;
        self.calls.push_back(Call {
            number: self.seen,
            method: request.method().to_string(),
            path: request.uri().path().to_owned(),
            headers,
            fault: fault.map(Fault::kind),
            status: None,
        });
        if self.calls.len() > KEPT {
            self.calls.pop_front();
        }
        self.seen
    }

    /// Notes what a call got.
    pub fn answered(&mut self, number: u64, status: StatusCode) {
        if let Some(call) = self.calls.iter_mut().find(|call| call.number == number) {
            call.status = Some(status.as_u16());
        }
    }

    /// All that is kept.
    pub fn calls(&self) -> Vec<Call> {
        self.calls.iter().cloned().collect()
    }
}

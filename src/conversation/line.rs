//! A line to the dashboard, on which one call is under way at a time.

use std::cell::{Cell, OnceCell};
use std::time::Duration;

use leptos::leptos_dom::helpers::IntervalHandle;
use leptos::prelude::*;
use tyk_policy::answer::{Answer, NoAnswer};
use tyk_policy::request::{ApiKey, Request};

use crate::browser;
use crate::connection::Connection;

/// A line.
#[derive(Clone, Copy)]
pub struct Line {
    /// What is under way, in words; nothing if the line is free.
    pub says: RwSignal<Option<String>>,
    /// For so many seconds already.
    pub seconds: RwSignal<u32>,
    call: StoredValue<browser::Call, LocalStorage>,
}

impl Line {
    /// A free line.
    #[must_use]
    pub fn new() -> Self {
        let call = StoredValue::new_local(browser::Call::default());
        Self { says: RwSignal::new(None), seconds: RwSignal::new(0), call }
    }

    /// Whether something is under way.
    #[must_use]
    pub fn is_busy(self) -> bool {
        self.says.with(Option::is_some)
    }

    /// The same, for those who need not hear of a change.
    #[must_use]
    pub fn is_busy_now(self) -> bool {
        self.says.with_untracked(Option::is_some)
    }

    /// Takes the line until the turn is dropped; nothing if it is taken already.
    #[must_use]
    pub fn take(self, says: &str) -> Option<Turn> {
        if self.is_busy_now() {
            return None;
        }
        self.call.set_value(browser::Call::default());
        self.seconds.set(0);
        self.says.set(Some(says.to_owned()));
        let clock =
            set_interval_with_handle(move || self.seconds.update(|seconds| *seconds += 1), Duration::from_secs(1));
        Some(Turn {
            line: self,
            clock: clock.ok(),
            elapsed: Cell::new(0),
            key: OnceCell::new(),
            has_answered: Cell::new(false),
        })
    }

    /// Stops what is under way.
    pub fn stop(self) {
        self.call.with_value(|call| call.stop(NoAnswer::Cancelled));
    }
}

impl Default for Line {
    fn default() -> Self {
        Self::new()
    }
}

/// One's turn on a line: it is over when this is dropped.
pub struct Turn {
    line: Line,
    clock: Option<IntervalHandle>,
    elapsed: Cell<u32>,
    key: OnceCell<ApiKey>,
    has_answered: Cell<bool>,
}

impl Turn {
    /// Says what comes next.
    pub fn say(&self, says: String) {
        self.line.says.set(Some(says));
    }

    /// How long the last call took, in milliseconds.
    #[must_use]
    pub fn elapsed(&self) -> u32 {
        self.elapsed.get()
    }

    /// Whether a call was answered in this turn.
    #[must_use]
    pub fn has_answered(&self) -> bool {
        self.has_answered.get()
    }

    /// Makes one call. The key is that of the connection at the first one: what is typed meanwhile is for another dashboard.
    ///
    /// # Errors
    /// Why there is no answer.
    pub async fn ask(&self, connection: Connection, request: &Request) -> Result<Answer, NoAnswer> {
        let key = self.key.get_or_init(|| connection.key.get_untracked());
        let call = self.line.call.get_value();
        let start = browser::now();
        let answer = browser::send(request, key, &call).await;
        self.elapsed.set(browser::whole(browser::now() - start));
        self.has_answered.set(self.has_answered.get() || answer.is_ok());
        answer
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(clock) = self.clock {
            clock.clear();
        }
        self.line.says.set(None);
    }
}

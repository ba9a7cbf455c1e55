//! Faults that tests ask for: what goes wrong between a page and a real dashboard, on purpose.

mod apply;
mod body;
mod change;
mod control;
mod cors;
mod fault;
mod instead;
mod log;
mod rule;

use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::http::Method;

pub use apply::apply;
pub use control::router;

use fault::Fault;
use log::Log;
use rule::Rule;

/// The faults that are asked for, and the calls that were seen.
#[derive(Debug, Default)]
pub struct Faults {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    rules: Vec<Rule>,
    log: Log,
}

impl Faults {
    /// The fault of the first rule that `is_meant` and matches the call, which is one of its times.
    fn take(&self, method: &Method, path: &str, is_meant: impl Fn(&Fault) -> bool) -> Option<Fault> {
        let mut state = self.lock();
        let index = state.rules.iter().position(|rule| is_meant(&rule.fault) && rule.is_for(method, path))?;
        let rule = state.rules.get_mut(index)?;
        let fault = rule.fault.clone();
        rule.times = rule.times.map(|times| times.saturating_sub(1));
        if rule.times == Some(0) {
            state.rules.remove(index);
        }
        Some(fault)
    }

    /// The state, also after a thread broke off while it held it: every change is made at once.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

//! What a test that asks for faults gets.

mod answers;
mod control;
mod origins;
mod wire;

use axum::http::Method;
use local_dashboard::LocalDashboard;
use serde_json::Value;

use crate::caller::{Answer, Caller};

/// A caller of an empty dashboard whose next calls get these faults.
async fn caller_with(rules: &[&str]) -> Caller {
    let caller = Caller::of(LocalDashboard::in_memory().unwrap().with_faults());
    for rule in rules {
        let answer = put(&caller, rule).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
    caller
}

async fn put(caller: &Caller, rule: &str) -> Answer {
    caller.call(Method::PUT, "/faults", rule.to_owned().into()).await
}

/// The calls that were seen.
async fn calls(caller: &Caller) -> Vec<Value> {
    caller.get("/faults/calls").await.json()["calls"].as_array().unwrap().clone()
}

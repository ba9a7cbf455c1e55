//! `/faults`: says what shall go wrong, and which calls were seen. It asks for no key.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::Faults;
use super::rule::Rule;
use crate::answer::Envelope;

/// GET, PUT and DELETE of the faults, GET of the calls.
pub fn router(faults: Arc<Faults>) -> Router {
    Router::new()
        .route("/faults", get(list).put(add).delete(clear))
        .route("/faults/calls", get(calls))
        .with_state(faults)
}

async fn list(State(faults): State<Arc<Faults>>) -> Json<Value> {
    Json(json!({ "faults": faults.lock().rules }))
}

/// Adds one behind the others.
async fn add(State(faults): State<Arc<Faults>>, body: Bytes) -> Response {
    match serde_json::from_slice::<Rule>(&body) {
        Ok(rule) if rule.times != Some(0) => {
            faults.lock().rules.push(rule);
            list(State(faults)).await.into_response()
        }
        Ok(_) => refused("A fault that happens 0 times is none: leave \"times\" out, or write 1 or more."),
        Err(error) => refused(&format!("This is no fault: {error}.")),
    }
}

/// Forgets the faults and the calls.
async fn clear(State(faults): State<Arc<Faults>>) -> Json<Value> {
    *faults.lock() = super::State::default();
    list(State(faults)).await
}

async fn calls(State(faults): State<Arc<Faults>>) -> Json<Value> {
    Json(json!({ "calls": faults.lock().log.calls() }))
}

fn refused(message: &str) -> Response {
    (StatusCode::BAD_REQUEST, Json(Envelope::error(message))).into_response()
}

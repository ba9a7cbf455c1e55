//! What happens to a call that gets a fault.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::Method;
use axum::http::header::CONTENT_LENGTH;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::fault::Fault;
use super::{Faults, body, change, cors, instead};
use crate::refusal::Refusal;

/// Stands in front of everything below `/api`: notes the call, and does what was asked for.
pub async fn apply(State(faults): State<Arc<Faults>>, request: Request, next: Next) -> Response {
    match cors::method_asked_about(&request) {
        Some(method) => preflight(&faults, method, request, next).await,
        None => call(&faults, request, next).await,
    }
}

async fn preflight(faults: &Faults, method: Method, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let fault = faults
        .take(&method, path, |fault| matches!(fault, Fault::Preflight { .. }))
        .or_else(|| faults.take(&method, path, |fault| matches!(fault, Fault::Cors { .. })));
    let number = faults.lock().log.arrived(&request, fault.as_ref());
    let response = match fault.as_ref().and_then(cors::preflight) {
        Some(response) => response,
        None => next.run(request).await,
    };
    faults.lock().log.answered(number, response.status());
    response
}

async fn call(faults: &Faults, request: Request, next: Next) -> Response {
    let (method, path) = (request.method(), request.uri().path());
    let cors = faults.take(method, path, |fault| matches!(fault, Fault::Cors { .. }));
    let fault = faults.take(method, path, |fault| fault.happens_to(method));
    let number = faults.lock().log.arrived(&request, fault.as_ref().or(cors.as_ref()));
    let mut response = match &fault {
        Some(fault) => go_wrong(fault, request, next).await,
        None => next.run(request).await,
    };
    if let Some(cors) = cors.filter(|_| fault != Some(Fault::Unauthorised)) {
        cors::let_in(&mut response, &cors);
    }
    if !matches!(fault, Some(Fault::Dropped | Fault::AnswerLost)) {
        faults.lock().log.answered(number, response.status());
    }
    response
}

async fn go_wrong(fault: &Fault, request: Request, next: Next) -> Response {
    if let Some(response) = instead::of_the_answer(fault, request.method()) {
        // Read to its end, so that the caller is done with sending when it gets the answer.
        return whole(request.into_body()).await.map_or_else(IntoResponse::into_response, |_| response);
    }
    match fault {
        Fault::Dropped => Response::new(body::none_at_all()),
        Fault::AnswerLost => next.run(request).await.map(|_| body::none_at_all()),
        Fault::Truncated => on_body(next.run(request).await, |whole| body::that_ends_behind(half(whole))).await,
        Fault::IdInMeta => {
            let response = next.run(request).await;
            let mut response = on_body(response, |whole| change::id_into_meta(whole).into()).await;
            response.headers_mut().remove(CONTENT_LENGTH);
            response
        }
        Fault::StoresDifferently { field, value } => {
            let (mut head, sent) = request.into_parts();
            head.headers.remove(CONTENT_LENGTH);
            match whole(sent).await {
                Ok(sent) => {
                    let other = change::field(sent, field, value.as_ref());
                    next.run(Request::from_parts(head, Body::from(other))).await
                }
                Err(refusal) => refusal.into_response(),
            }
        }
        Fault::Slow { ms } => {
            tokio::time::sleep(Duration::from_millis(*ms)).await;
            next.run(request).await
        }
        _ => next.run(request).await,
    }
}

/// The answer with another body. Its length stays what it was.
async fn on_body(response: Response, change: impl FnOnce(Bytes) -> Body) -> Response {
    let (head, body) = response.into_parts();
    match whole(body).await {
        Ok(body) => {
            let length = body.len();
            let mut response = Response::from_parts(head, change(body));
            response.headers_mut().insert(CONTENT_LENGTH, length.into());
            response
        }
        Err(refusal) => refusal.into_response(),
    }
}

fn half(whole: Bytes) -> Bytes {
    whole.slice(..whole.len() / 2)
}

async fn whole(body: Body) -> Result<Bytes, Refusal> {
    to_bytes(body, usize::MAX).await.map_err(|_| Refusal::BodyUnreadable)
}

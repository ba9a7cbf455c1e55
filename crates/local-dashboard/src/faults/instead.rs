//! Answers to calls that are not done.

use axum::Json;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{Html, IntoResponse, Response};

use super::body;
use super::fault::Fault;
use crate::answer::Envelope;
use crate::refusal::Refusal;

/// What a single-page application answers to any path that it does not know.
const PAGE: &str = "<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>";

/// What is answered instead; none if the call goes on.
pub fn of_the_answer(fault: &Fault, method: &Method) -> Option<Response> {
    Some(match fault {
        Fault::Html => Html(PAGE).into_response(),
        Fault::ServerError => failure(method).into_response(),
        Fault::Unauthorised => Refusal::NotAuthorised.into_response(),
        Fault::ErrorIn200 => Json(Envelope::error(&failure(method).message())).into_response(),
        Fault::Huge { bytes } => {
            let (length, body) = body::huge(*bytes);
            let mut response = Response::new(body);
            response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
            response.headers_mut().insert(CONTENT_LENGTH, length.into());
            response
        }
        Fault::Redirect { to } => {
            let mut response = StatusCode::FOUND.into_response();
            response.headers_mut().insert(LOCATION, to.0.clone());
            response
        }
        _ => return None,
    })
}

/// What the Dashboard says when its database fails.
fn failure(method: &Method) -> Refusal {
    match *method {
        Method::POST => Refusal::NotCreated,
        Method::PUT => Refusal::NotSaved,
        Method::DELETE => Refusal::NotDeleted,
        _ => Refusal::NotRead,
    }
}

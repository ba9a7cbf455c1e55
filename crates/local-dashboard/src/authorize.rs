//! Lets a call through to its object if its user may do that.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::refusal::Refusal;
use crate::users::User;

/// Finds the user by the key and looks at the right; behind it, the user is an extension of the request.
pub async fn authorize(mut request: Request, next: Next) -> Response {
    let Some(user) = User::who_calls(request.headers()) else { return Refusal::NotAuthorised.into_response() };
    if !user.may(request.method(), request.uri().path()) {
        return Refusal::NotPermitted { path: request.uri().path().to_owned() }.into_response();
    }
    request.extensions_mut().insert(user);
    next.run(request).await
}

//! Paths and methods, and the way from a call to an answer.

use std::collections::HashMap;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, PathRejection};
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::StatusCode;
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, any, get, post};
use axum::{Extension, Router};

use crate::answer::Answer;
use crate::apis::Apis;
use crate::authorize::authorize;
use crate::refusal::Refusal;
use crate::store::Store;
use crate::users::User;
use crate::{keys, policies};

/// The largest body that is read, in bytes. Two thousand APIs need two million.
pub const LARGEST_BODY: usize = 16 * 1024 * 1024;

/// What the calls are about.
#[derive(Clone, Debug)]
pub struct Parts {
    /// The policies and keys.
    pub store: Arc<Store>,
    /// The APIs.
    pub apis: Arc<Apis>,
}

type Parameters = Query<HashMap<String, String>>;
type Caller = Extension<&'static User>;
type Id = Result<Path<String>, PathRejection>;
type Body = Result<Bytes, BytesRejection>;
type Outcome = Result<Answer, Refusal>;

/// All routes below `/api`; whatever else is asked for there is answered in the same envelope.
pub fn router(parts: Parts) -> Router {
    let search = get(search_policies).fallback(no_such_path);
    let one = get(one_policy).put(replace_policy).delete(delete_policy).fallback(no_such_path);
    let routes = [
        ("/api/portal/policies", get(list_policies).post(create_policy).fallback(no_such_path)),
        ("/api/portal/policies/search", search),
        ("/api/portal/policies/{id}", one),
    ];
    let router = routes.into_iter().fold(Router::new(), with_and_without_a_slash);
    router
        .route("/api/apis", get(list_apis).fallback(no_such_path))
        .route("/api/apis/search", get(list_apis).fallback(no_such_path))
        .route("/api/mcps", get(list_mcp_proxies).fallback(no_such_path))
        .route("/api/keys", post(create_key).fallback(no_such_path))
        .route("/api/keys/{id}", post(create_own_key).fallback(no_such_path))
        .route("/api", any(no_such_path))
        .route("/api/", any(no_such_path))
        .route("/api/{*rest}", any(no_such_path))
        .layer(middleware::from_fn(authorize))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .with_state(parts)
}

/// Documents and scripts call policies both ways.
fn with_and_without_a_slash(router: Router<Parts>, route: (&str, MethodRouter<Parts>)) -> Router<Parts> {
    let (path, methods) = route;
    router.route(path, methods.clone()).route(&format!("{path}/"), methods)
}

async fn create_policy(State(parts): State<Parts>, Extension(user): Caller, body: Body) -> Response {
    let work = move |body: &[u8]| policies::create(&parts.store, user, body);
    with_body(body, work, Refusal::NotCreated).await
}

async fn replace_policy(State(parts): State<Parts>, Extension(user): Caller, id: Id, body: Body) -> Response {
    let Ok(Path(id)) = id else { return Refusal::NotAPolicyId.into_response() };
    let work = move |body: &[u8]| policies::replace(&parts.store, user, &id, body);
    with_body(body, work, Refusal::NotSaved).await
}

async fn delete_policy(State(parts): State<Parts>, Extension(user): Caller, id: Id) -> Response {
    let Ok(Path(id)) = id else { return Refusal::NotAPolicyId.into_response() };
    in_background(move || policies::delete(&parts.store, user, &id), Refusal::NotDeleted).await
}

async fn list_policies(State(parts): State<Parts>, Extension(user): Caller, Query(parameters): Parameters) -> Response {
    in_background(move || policies::list(&parts.store, user, &parameters), Refusal::NotRead).await
}

async fn search_policies(
    State(parts): State<Parts>,
    Extension(user): Caller,
    Query(parameters): Parameters,
) -> Response {
    in_background(move || policies::search(&parts.store, user, &parameters), Refusal::NotRead).await
}

async fn one_policy(State(parts): State<Parts>, Extension(user): Caller, id: Id) -> Response {
    let Ok(Path(id)) = id else { return Refusal::NotAPolicyId.into_response() };
    in_background(move || policies::one(&parts.store, user, &id), Refusal::NotRead).await
}

async fn list_apis(State(parts): State<Parts>, Extension(user): Caller, Query(parameters): Parameters) -> Answer {
    parts.apis.list(user, &parameters)
}

async fn list_mcp_proxies(
    State(parts): State<Parts>,
    Extension(user): Caller,
    Query(parameters): Parameters,
) -> Answer {
    parts.apis.mcp_proxies(user, &parameters)
}

async fn create_key(State(parts): State<Parts>, Extension(user): Caller, body: Body) -> Response {
    with_body(body, move |body| keys::create(&parts.store, user, None, body), Refusal::NotCreated).await
}

async fn create_own_key(State(parts): State<Parts>, Extension(user): Caller, id: Id, body: Body) -> Response {
    let Ok(Path(id)) = id else { return Refusal::NotAValidKey.into_response() };
    with_body(body, move |body| keys::create(&parts.store, user, Some(&id), body), Refusal::NotCreated).await
}

async fn no_such_path() -> Refusal {
    Refusal::NoSuchPath
}

/// Does `work` with the body, if all of it came.
async fn with_body(
    body: Body,
    work: impl FnOnce(&[u8]) -> Outcome + Send + 'static,
    if_it_breaks: Refusal,
) -> Response {
    match body {
        Ok(body) => in_background(move || work(&body), if_it_breaks).await,
        Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => Refusal::BodyTooLarge.into_response(),
        Err(_) => Refusal::BodyUnreadable.into_response(),
    }
}

/// Does `work`, which waits for SQLite, where it holds up no other call. It is done to its end, also when the caller
/// is gone by then.
async fn in_background(work: impl FnOnce() -> Outcome + Send + 'static, if_it_breaks: Refusal) -> Response {
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(if_it_breaks)).into_response()
}

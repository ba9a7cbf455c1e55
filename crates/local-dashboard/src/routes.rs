//! Paths and methods, and the way from a call to an answer.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, PathRejection};
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::StatusCode;
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};

use crate::answer::{Answer, Refusal};
use crate::authorize::authorize;
use crate::paging::Page;
use crate::store::Store;
use crate::{apis, create, read};

/// The largest body that is read, in bytes. Two thousand APIs need two million.
pub const LARGEST_BODY: usize = 16 * 1024 * 1024;

type Parameters = Query<HashMap<String, String>>;
type Outcome = Result<Answer, Refusal>;

/// All routes below `/api`; whatever else is asked for there is answered in the same envelope.
pub fn router(store: Arc<Store>) -> Router {
    let policies = get(list_policies).post(create_policy).fallback(no_such_path);
    Router::new()
        .route("/api/portal/policies", policies.clone())
        .route("/api/portal/policies/", policies)
        .route("/api/portal/policies/{id}", get(one_policy).fallback(no_such_path))
        .route("/api/apis", get(list_apis).fallback(no_such_path))
        .route("/api", any(no_such_path))
        .route("/api/", any(no_such_path))
        .route("/api/{*rest}", any(no_such_path))
        .layer(middleware::from_fn(authorize))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .with_state(store)
}

async fn create_policy(State(store): State<Arc<Store>>, body: Result<Bytes, BytesRejection>) -> Response {
    match body {
        Ok(body) => in_background(move || create::policy(&store, &body), Refusal::NotStored).await,
        Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => Refusal::BodyTooLarge.into_response(),
        Err(_) => Refusal::BodyUnreadable.into_response(),
    }
}

async fn list_policies(State(store): State<Arc<Store>>, Query(parameters): Parameters) -> Response {
    let page = Page::of(parameters.get("p"));
    in_background(move || read::list(&store, page), Refusal::NotRead).await
}

async fn one_policy(State(store): State<Arc<Store>>, id: Result<Path<String>, PathRejection>) -> Response {
    match id {
        Ok(Path(id)) => in_background(move || read::one(&store, &id), Refusal::NotRead).await,
        Err(_) => Refusal::NotAPolicyId.into_response(),
    }
}

async fn list_apis(Query(parameters): Parameters) -> Answer {
    let name = parameters.get("q").map_or("", String::as_str);
    apis::list(Page::of(parameters.get("p")), name)
}

async fn no_such_path() -> Refusal {
    Refusal::NoSuchPath
}

/// Does `work`, which waits for SQLite, where it holds up no other call.
async fn in_background(work: impl FnOnce() -> Outcome + Send + 'static, if_it_breaks: Refusal) -> Response {
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(if_it_breaks)).into_response()
}

//! A caller of a dashboard, without a network between them.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use local_dashboard::{LocalDashboard, SAMPLE_KEY};
use serde_json::Value;
use tower::ServiceExt;

/// Where policies are.
pub const POLICIES: &str = "/api/portal/policies";

/// Somebody with a key, or without.
#[derive(Clone)]
pub struct Caller {
    dashboard: LocalDashboard,
    authorization: Option<String>,
}

/// What was answered.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Caller {
    /// A caller with the sample key, of an empty dashboard.
    pub fn of_an_empty_dashboard() -> Self {
        Self::of(LocalDashboard::in_memory().unwrap())
    }

    pub fn of(dashboard: LocalDashboard) -> Self {
        Self { dashboard, authorization: Some(SAMPLE_KEY.to_owned()) }
    }

    /// The same caller with this text in the header.
    pub fn with_authorization(self, authorization: Option<&str>) -> Self {
        Self { authorization: authorization.map(str::to_owned), ..self }
    }

    /// Somebody else with a key, of the same dashboard.
    pub fn with_key(&self, key: &str) -> Self {
        self.clone().with_authorization(Some(key))
    }

    pub async fn post(&self, policy: impl Into<Body>) -> Answer {
        self.call(Method::POST, POLICIES, policy.into()).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.call(Method::GET, path, Body::empty()).await
    }

    pub async fn put(&self, id: &str, policy: impl Into<Body>) -> Answer {
        self.call(Method::PUT, &format!("{POLICIES}/{id}"), policy.into()).await
    }

    pub async fn delete(&self, id: &str) -> Answer {
        self.call(Method::DELETE, &format!("{POLICIES}/{id}"), Body::empty()).await
    }

    pub async fn call(&self, method: Method, path: &str, body: Body) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(authorization) = &self.authorization {
            request = request.header("authorization", authorization);
        }
        self.send(request.body(body).unwrap()).await
    }

    /// Sends a request as it is, without the key.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let (head, body) = self.dashboard.router().oneshot(request).await.unwrap().into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer { status: head.status, headers: head.headers, body: String::from_utf8(body.to_vec()).unwrap() }
    }

    /// Creates a policy that nothing is wrong with; gives back its id.
    pub async fn create(&self, policy: &str) -> String {
        let answer = self.post(policy.to_owned()).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        answer.json()["Message"].as_str().unwrap().to_owned()
    }

    /// The text of one policy.
    pub async fn policy(&self, id: &str) -> String {
        let answer = self.get(&format!("{POLICIES}/{id}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        answer.body
    }
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// The value of a header, empty if it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Asserts that a write was done, and says so in Tyk's words.
    #[track_caller]
    pub fn is_done(&self, message: &str) {
        assert_eq!(self.body, format!(r#"{{"Message":"{message}","Meta":null,"Status":"OK"}}"#));
        assert_eq!(self.status, StatusCode::OK);
    }

    /// Asserts the status and the text of an error, and that the envelope has Tyk's three fields in Tyk's order.
    #[track_caller]
    pub fn is_error(&self, status: u16, message: &str) {
        let message = Value::from(message);
        assert_eq!(self.body, format!(r#"{{"Message":{message},"Meta":null,"Status":"Error"}}"#));
        assert_eq!(self.status.as_u16(), status);
    }
}

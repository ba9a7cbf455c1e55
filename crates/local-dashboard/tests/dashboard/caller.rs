//! A caller of a dashboard, without a network between them.

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode};
use local_dashboard::{LocalDashboard, SAMPLE_KEY};
use serde_json::Value;
use tower::ServiceExt;

/// Where policies are.
pub const POLICIES: &str = "/api/portal/policies";

/// Somebody with a key, or without.
pub struct Caller {
    dashboard: LocalDashboard,
    authorization: Option<String>,
}

/// What was answered.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: StatusCode,
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

    pub async fn post(&self, policy: impl Into<Body>) -> Answer {
        self.call(Method::POST, POLICIES, policy.into()).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.call(Method::GET, path, Body::empty()).await
    }

    pub async fn call(&self, method: Method, path: &str, body: Body) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(authorization) = &self.authorization {
            request = request.header("authorization", authorization);
        }
        let response = self.dashboard.router().oneshot(request.body(body).unwrap()).await.unwrap();
        let status = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer { status, body: String::from_utf8(body.to_vec()).unwrap() }
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

    /// Asserts the status and the text of an error, and that the envelope has Tyk's three fields in Tyk's order.
    #[track_caller]
    pub fn is_error(&self, status: u16, message: &str) {
        let message = Value::from(message);
        assert_eq!(self.body, format!(r#"{{"Message":{message},"Meta":null,"Status":"Error"}}"#));
        assert_eq!(self.status.as_u16(), status);
    }
}

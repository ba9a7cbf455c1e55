//! Calls of one's own to one dashboard, by the same way that the relay has: no redirect is followed, and all has its time.

use std::fmt;

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_TYPE, HOST, HeaderName};
use axum::http::{HeaderValue, Method, Uri};
use http_body_util::{BodyExt, Limited};
use tokio::time::{Instant, timeout_at};

use crate::connect::{Connector, OpenError};
use crate::dashboard::Dashboard;
use crate::forward::{ask, check};
use crate::refusal::Refusal;
use crate::trouble::Trouble;
use crate::{Options, Way};

/// What is asked. The key is in it, so it has no `Debug`.
pub struct OwnCall<'a> {
    /// The method, such as `POST`.
    pub method: &'a str,
    /// What stands behind the address of the dashboard, a query included.
    pub path: &'a str,
    /// The header with the key: its name in lower case and its value.
    pub key: (&'static str, String),
    /// The body, with its media type.
    pub body: Option<(&'static str, String)>,
}

/// Makes calls to one dashboard.
pub struct Caller(Way);

impl Caller {
    /// A caller of this dashboard. Nothing is sent before a call is made.
    ///
    /// # Errors
    /// There is nobody to trust, so that no certificate could be checked.
    pub fn new(dashboard: Dashboard, options: &Options) -> Result<Self, OpenError> {
        let connector = Connector::new(&dashboard, options)?;
        Ok(Self(Way { dashboard, connector, limits: options.limits }))
    }

    /// Makes a call and reads its whole answer: the status and the text.
    ///
    /// # Errors
    /// Why there is no answer.
    pub async fn call(&self, call: OwnCall<'_>) -> Result<(u16, String), NoAnswer> {
        let way = &self.0;
        let address = way.dashboard.as_str().to_owned();
        let because = |trouble| NoAnswer { address: address.clone(), trouble };
        let Some(request) = request(way, call) else { return Err(because(Trouble::NotHttp)) };
        let end = Instant::now() + way.limits.call;
        let answering = async {
            let (head, body) = ask(way, request).await.map_err(trouble_of)?.into_parts();
            check(&head, way)?;
            let body = Limited::new(body, way.limits.answer_body).collect().await;
            let body = body.map_err(|_| Trouble::NoAnswer)?.to_bytes();
            Ok((head.status.as_u16(), String::from_utf8_lossy(&body).into_owned()))
        };
        let answered = timeout_at(end, answering).await;
        answered.unwrap_or(Err(Trouble::TooSlow(way.limits.call))).map_err(because)
    }
}

fn trouble_of(refusal: Refusal) -> Trouble {
    match refusal {
        Refusal::Dashboard { trouble, .. } => trouble,
        // Only what another caller sends can be too large or too slow.
        _ => Trouble::NoAnswer,
    }
}

/// The call; nothing if it holds what cannot stand in one.
fn request(way: &Way, call: OwnCall<'_>) -> Option<Request> {
    let (media_type, body) = call.body.unzip();
    let mut request = Request::new(body.map_or_else(Body::empty, Body::from));
    *request.method_mut() = Method::from_bytes(call.method.as_bytes()).ok()?;
    *request.uri_mut() = Uri::try_from(way.dashboard.below(call.path)).ok()?;
    let headers = request.headers_mut();
    headers.insert(HOST, HeaderValue::from_str(way.dashboard.authority().as_str()).ok()?);
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    let mut key = HeaderValue::from_str(&call.key.1).ok()?;
    key.set_sensitive(true);
    headers.insert(HeaderName::from_static(call.key.0), key);
    if let Some(media_type) = media_type {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    }
    Some(request)
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoAnswer {
    address: String,
    trouble: Trouble,
}

/// What happened and the way out, for whoever names the address behind `--url`.
impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.trouble.tell(&self.address, "--url", f)
    }
}

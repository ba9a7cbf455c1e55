//! One call: to the dashboard and back.

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, HeaderMap, LOCATION};
use axum::http::{Method, StatusCode, Uri, request, response};
use axum::response::Response;
use http_body_util::{LengthLimitError, Limited};
use hyper::body::Incoming;
use hyper::client::conn::http1;
use tokio::time::{Instant, timeout, timeout_at};
use tower_http::timeout::{DeadlineBody, TimeoutBody, TimeoutError};

use crate::Way;
use crate::call::forwarded;
use crate::cause::find;
use crate::headers;
use crate::limits::Limits;
use crate::refusal::Refusal;
use crate::trouble::Trouble;

/// The largest head of a dashboard's answer, in bytes.
const ANSWER_HEAD: usize = 64 << 10;

/// Passes a call on, and its answer back.
///
/// # Errors
/// It is no call to pass on, or there is no answer to pass back.
pub async fn forward(way: &Way, request: Request) -> Result<Response, Refusal> {
    let request = outgoing(way, request)?;
    let end = Instant::now() + way.limits.call;
    let answer = timeout_at(end, ask(way, request)).await;
    let (parts, body) = answer.unwrap_or_else(|_| Err(way.trouble(Trouble::TooSlow(way.limits.call))))?.into_parts();
    check(&parts, way).map_err(|trouble| way.trouble(trouble))?;
    // Too late to say why it ends, if it does: the caller sees a connection that breaks off.
    let body = DeadlineBody::new(end.saturating_duration_since(Instant::now()), body);
    let mut response = Response::new(Body::new(Limited::new(body, way.limits.answer_body)));
    *response.status_mut() = parts.status;
    *response.headers_mut() = headers::of_an_answer(&parts.headers);
    Ok(response)
}

/// The call as the dashboard gets it: made anew, of nothing but what is known.
fn outgoing(way: &Way, request: Request) -> Result<Request, Refusal> {
    let (parts, body) = request.into_parts();
    let target = target(way, &parts).ok_or(Refusal::NotForwarded)?;
    let has_body = matches!(parts.method, Method::POST | Method::PUT);
    if has_body && length(&parts.headers).is_some_and(|length| length > size(way.limits.request_body)) {
        return Err(Refusal::BodyTooLarge(way.limits.request_body));
    }
    let headers = headers::of_a_call(&parts.headers, &way.dashboard, has_body);
    let body = if has_body { limited(body, &way.limits) } else { Body::empty() };
    let mut call = Request::new(body);
    *call.method_mut() = parts.method;
    *call.uri_mut() = target;
    *call.headers_mut() = headers;
    Ok(call)
}

fn target(way: &Way, parts: &request::Parts) -> Option<Uri> {
    let path = forwarded(&parts.method, parts.uri.path())?;
    let query = parts.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    Uri::try_from(way.dashboard.below(&format!("{path}{query}"))).ok()
}

fn limited(body: Body, limits: &Limits) -> Body {
    Body::new(TimeoutBody::new(limits.body_wait, Limited::new(body, limits.request_body)))
}

/// Asks on a connection of its own, which ends with the answer.
///
/// # Errors
/// Why there is no answer.
pub async fn ask(way: &Way, call: Request) -> Result<Response<Incoming>, Refusal> {
    let stream = way.connector.connect().await.map_err(|trouble| way.trouble(trouble))?;
    let connecting = http1::Builder::new().max_buf_size(ANSWER_HEAD).handshake(stream).await;
    let (mut dashboard, connection) = connecting.map_err(|error| way.trouble(Trouble::of_asking(&error)))?;
    // What it ends with is told to whoever asks and whoever reads the answer, and they give up before it does.
    drop(tokio::spawn(timeout(way.limits.exchange, connection)));
    dashboard.send_request(call).await.map_err(|error| why(&error, way))
}

/// Whose fault it is that asking failed: the caller's body passes through, too.
fn why(error: &hyper::Error, way: &Way) -> Refusal {
    if find::<LengthLimitError>(error).is_some() {
        Refusal::BodyTooLarge(way.limits.request_body)
    } else if find::<TimeoutError>(error).is_some() {
        Refusal::BodyTooSlow(way.limits.body_wait)
    } else if error.is_user() {
        Refusal::BodyBrokeOff
    } else {
        way.trouble(Trouble::of_asking(error))
    }
}

/// Whether an answer can be passed back.
///
/// # Errors
/// Why it cannot.
pub fn check(answer: &response::Parts, way: &Way) -> Result<(), Trouble> {
    if answer.status.is_redirection() {
        return Err(Trouble::Redirect(target_origin(&answer.headers, way)));
    }
    if answer.status == StatusCode::SWITCHING_PROTOCOLS {
        return Err(Trouble::NotHttp);
    }
    if answer
        .headers
        .get(CONTENT_ENCODING)
        .is_some_and(|encoding| !encoding.as_bytes().eq_ignore_ascii_case(b"identity"))
    {
        return Err(Trouble::Compressed);
    }
    if length(&answer.headers).is_some_and(|length| length > size(way.limits.answer_body)) {
        return Err(Trouble::TooLarge(way.limits.answer_body));
    }
    Ok(())
}

/// The origin that a redirect leads to. What follows it stays out of the sentence: it may hold what was asked.
fn target_origin(headers: &HeaderMap, way: &Way) -> Option<String> {
    let location = headers.get(LOCATION)?.to_str().ok()?;
    let scheme = way.dashboard.uri().scheme_str()?;
    let whole = if location.starts_with("//") { format!("{scheme}:{location}") } else { location.to_owned() };
    match Uri::try_from(&whole) {
        Ok(target) if target.scheme().is_some() => {
            let host = target.authority()?.as_str().rsplit('@').next()?.to_owned();
            Some(format!("{}://{host}", target.scheme_str()?))
        }
        // Anything else is a path of the dashboard's own.
        _ => Some(format!("{scheme}://{}", way.dashboard.authority())),
    }
}

fn length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn size(limit: usize) -> u64 {
    u64::try_from(limit).unwrap_or(u64::MAX)
}

impl Way {
    fn trouble(&self, trouble: Trouble) -> Refusal {
        Refusal::Dashboard { address: self.dashboard.as_str().to_owned(), trouble }
    }
}

//! Requests, through gloo-net.

use gloo_net::http::{Method, RequestBuilder, Response};
use leptos::leptos_dom::helpers::set_timeout_with_handle;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use tyk_policy::answer::{Answer, NoAnswer};
use tyk_policy::request::{self, ApiKey, Request};

use super::stream::{CutOff, bytes_of};
use web_sys::{
    AbortController, AbortSignal, ReferrerPolicy, RequestCache, RequestCredentials, RequestMode, RequestRedirect,
    ResponseType,
};

/// How long an answer may take, in seconds.
pub const PATIENCE: u32 = 30;

/// So much of an answer is taken, in bytes: two thousand APIs with their definitions on one page.
const LARGEST_ANSWER: usize = 64 * 1024 * 1024;

/// A call that can be stopped.
#[derive(Clone)]
pub struct Call {
    controller: Option<AbortController>,
    end: Rc<Cell<Option<NoAnswer>>>,
}

impl Default for Call {
    fn default() -> Self {
        Self { controller: AbortController::new().ok(), end: Rc::new(Cell::new(None)) }
    }
}

impl Call {
    /// Stops the call; its answer is then `why`.
    pub fn stop(&self, why: NoAnswer) {
        if let Some(controller) = self.controller.as_ref().filter(|_| self.end.get().is_none()) {
            self.end.set(Some(why));
            controller.abort();
        }
    }

    fn signal(&self) -> Option<AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }
}

/// Sends exactly this request, once, without cookies, cache, referrer or redirects.
///
/// # Errors
/// Why there is no answer. An answer of any status is an answer.
pub async fn send(request: &Request, key: &ApiKey, call: &Call) -> Result<Answer, NoAnswer> {
    // A call that was stopped before it began goes nowhere.
    if let Some(why) = call.end.get() {
        return Err(why);
    }
    let stopped = call.clone();
    let timer = set_timeout_with_handle(
        move || stopped.stop(NoAnswer::TimedOut(PATIENCE)),
        Duration::from_secs(u64::from(PATIENCE)),
    );
    let answer = exchange(request, key, call).await;
    if let Ok(timer) = timer {
        timer.clear();
    }
    answer.map_err(|cause| call.end.get().unwrap_or(cause))
}

async fn exchange(request: &Request, key: &ApiKey, call: &Call) -> Result<Answer, NoAnswer> {
    let response = start(request, key, call).await.map_err(|_| NoAnswer::Unreachable)?;
    if response.type_() == ResponseType::Opaqueredirect {
        return Err(NoAnswer::Redirected);
    }
    let body = text_of(&response).await?;
    Ok(Answer { status: response.status(), body })
}

async fn start(request: &Request, key: &ApiKey, call: &Call) -> Result<Response, gloo_net::Error> {
    let method = match request.method {
        request::Method::Get => Method::GET,
        request::Method::Post => Method::POST,
        request::Method::Put => Method::PUT,
        request::Method::Delete => Method::DELETE,
    };
    let mut builder = RequestBuilder::new(&request.url)
        .method(method)
        .header("Authorization", &request.authorization.header_value(key))
        .mode(RequestMode::Cors)
        .credentials(RequestCredentials::Omit)
        .cache(RequestCache::NoStore)
        .redirect(RequestRedirect::Manual)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(call.signal().as_ref());
    if let Some(content_type) = request.content_type() {
        builder = builder.header("Content-Type", content_type);
    }
    match &request.body {
        Some(body) => builder.body(body.as_str())?.send().await,
        None => builder.send().await,
    }
}

/// The body as text.
async fn text_of(response: &Response) -> Result<String, NoAnswer> {
    let Some(stream) = response.body() else { return Ok(String::new()) };
    match bytes_of(&stream, LARGEST_ANSWER).await {
        // Broken UTF-8 is shown as what it is, and is no JSON.
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        Err(CutOff::TooLarge) => Err(NoAnswer::TooLarge),
        Err(CutOff::Broken) => Err(NoAnswer::Broken),
    }
}

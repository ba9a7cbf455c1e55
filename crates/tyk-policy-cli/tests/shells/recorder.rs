//! A server that keeps what it is sent, by the first part of its path: each command has a part of its own.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use tyk_policy::request::{AuthorizationForm, Request};

use crate::http::{self, Message};
use crate::listener::listen;

/// What "the same request" means (curl.md section 13).
#[derive(Clone, PartialEq, Eq)]
pub struct Essence {
    method: String,
    target: String,
    /// The headers with a key, names in lower case.
    keys: Vec<(String, String)>,
    content_types: Vec<String>,
    body: Vec<u8>,
}

impl std::fmt::Debug for Essence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let body = String::from_utf8_lossy(&self.body);
        let shown: String = body.chars().take(2_000).collect();
        writeln!(f, "{} {} {:?} {:?}", self.method, self.target, self.keys, self.content_types)?;
        write!(f, "{} bytes: {}", self.body.len(), shown.escape_debug())
    }
}

impl Essence {
    /// What the model says.
    pub fn of_request(request: &Request, key: &str, origin: &str) -> Self {
        let name = match request.authorization {
            AuthorizationForm::GatewaySecret => "x-tyk-authorization",
            AuthorizationForm::Key | AuthorizationForm::Bearer => "authorization",
        };
        let prefix = if request.authorization == AuthorizationForm::Bearer { "Bearer " } else { "" };
        Self {
            method: request.method.as_str().to_owned(),
            target: request.url.strip_prefix(origin).unwrap().to_owned(),
            keys: vec![(name.to_owned(), format!("{prefix}{key}"))],
            content_types: request.content_type().map(str::to_owned).into_iter().collect(),
            body: request.body.clone().unwrap_or_default().into_bytes(),
        }
    }

    /// What arrived.
    fn of_message(message: &Message) -> Self {
        let keys = message.headers().map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()));
        Self {
            method: message.word(0).to_owned(),
            target: message.word(1).to_owned(),
            keys: keys.filter(|(name, _)| name.ends_with("authorization")).collect(),
            content_types: message.values("content-type").into_iter().map(str::to_owned).collect(),
            body: message.body.clone(),
        }
    }
}

/// The server.
pub struct Recorder {
    pub origin: String,
    calls: Arc<Mutex<BTreeMap<String, Vec<Essence>>>>,
}

impl Recorder {
    pub fn start() -> Self {
        Self::answering(|_| {})
    }

    /// One that does something before it answers.
    pub fn answering(before: impl Fn(&Message) + Send + Sync + 'static) -> Self {
        // A dashboard, a gateway and the maker of keys say it in words of their own.
        let answer = "{\"Status\":\"OK\",\"Message\":\"5f0000000000000000000001\",\"status\":\"ok\",\"key\":\"gold\",\"key_id\":\"k1\"}\n";
        Self::with(before, answer)
    }

    /// One with an answer of its own.
    pub fn saying(answer: &'static str) -> Self {
        Self::with(|_| {}, answer)
    }

    fn with(before: impl Fn(&Message) + Send + Sync + 'static, answer: &'static str) -> Self {
        let calls = Arc::new(Mutex::new(BTreeMap::<_, Vec<_>>::new()));
        let kept = Arc::clone(&calls);
        let origin = listen(move |message, stream| {
            let part = message.word(1).split('/').nth(1).unwrap_or_default().to_owned();
            kept.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .entry(part)
                .or_default()
                .push(Essence::of_message(&message));
            before(&message);
            http::answer(stream, 200, &[], answer.as_bytes())
        });
        Self { origin, calls }
    }

    /// What came for one command.
    pub fn take(&self, part: &str) -> Vec<Essence> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner).remove(part).unwrap_or_default()
    }

    /// For how many commands something came that nobody has taken.
    pub fn left(&self) -> usize {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

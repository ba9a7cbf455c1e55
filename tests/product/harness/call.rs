//! One call as a server saw it, and what makes two calls the same.

use std::fmt;

use super::http::Message;

/// A recorded request.
#[derive(Clone)]
pub struct Call(Message);

/// What "the same request" means (curl.md section 13): user agents and what they accept may differ, this may not.
#[derive(PartialEq, Eq)]
pub struct Essence {
    method: String,
    path: String,
    host: Vec<String>,
    authorization: Vec<String>,
    content_type: Vec<String>,
    body: Vec<u8>,
}

impl Call {
    pub fn new(message: Message) -> Self {
        Self(message)
    }

    pub fn method(&self) -> &str {
        self.0.word(0)
    }

    pub fn path(&self) -> &str {
        self.0.word(1)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.0.header(name)
    }

    pub fn body(&self) -> &[u8] {
        &self.0.body
    }

    /// The body as text, which every body of the product is.
    #[track_caller]
    pub fn text(&self) -> &str {
        std::str::from_utf8(self.body()).expect("the body is UTF-8")
    }

    /// What is compared.
    pub fn essence(&self) -> Essence {
        let values = |name: &str| {
            let named = self.0.headers().filter(|(each, _)| each.eq_ignore_ascii_case(name));
            named.map(|(_, value)| value.to_owned()).collect()
        };
        Essence {
            method: self.method().to_owned(),
            path: self.path().to_owned(),
            host: values("host"),
            authorization: values("authorization"),
            content_type: values("content-type"),
            body: self.body().to_owned(),
        }
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.essence().fmt(f)
    }
}

/// The body as text, so that a failed comparison can be read.
impl fmt::Debug for Essence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { method, path, host, authorization, content_type, body } = self;
        writeln!(f, "{method} {path} to {host:?}, Authorization {authorization:?}, Content-Type {content_type:?}")?;
        write!(f, "{}", String::from_utf8_lossy(body).escape_debug())
    }
}

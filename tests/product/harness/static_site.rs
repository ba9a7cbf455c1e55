//! The built page on a plain web server, below a path, as a team would host it: no header but the type of the file.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::http;
use super::listener::listen;
use super::path_named;

/// A running server.
pub struct StaticSite {
    pub origin: String,
    /// The page's address.
    pub page: String,
    missed: Arc<Mutex<Vec<String>>>,
}

impl StaticSite {
    /// Serves the built page below `path`, which starts and ends with a slash.
    pub fn below(path: &'static str) -> Self {
        Self::start(path, None)
    }

    /// Serves the built page with this text as its `config.json`.
    pub fn with_settings(text: &str) -> Self {
        Self::start("/", Some(text.to_owned()))
    }

    fn start(path: &'static str, settings: Option<String>) -> Self {
        let dist = path_named("POLICY_BUILDER_DIST");
        let missed = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&missed);
        let origin = listen(move |call, stream| {
            let asked = call.word(1);
            if let Some(settings) = settings.as_ref().filter(|_| asked.strip_prefix(path) == Some("config.json")) {
                return http::answer(stream, 200, &[("Content-Type", "application/json")], settings.as_bytes());
            }
            let Some((file, content)) = asked.strip_prefix(path).and_then(|name| file(&dist, name)) else {
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(asked.to_owned());
                return http::answer(stream, 404, &[("Content-Type", "text/plain")], b"not here");
            };
            http::answer(stream, 200, &[("Content-Type", kind(&file))], &content)
        });
        Self { page: format!("{origin}{path}"), origin, missed }
    }

    /// The paths that were asked for and are not there.
    pub fn missed(&self) -> Vec<String> {
        self.missed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// A file of the page with its name. Names come from the page itself, so that no more care is needed.
fn file(dist: &Path, name: &str) -> Option<(String, Vec<u8>)> {
    let name = if name.is_empty() { "index.html" } else { name };
    fs::read(dist.join(name)).ok().map(|content| (name.to_owned(), content))
}

fn kind(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

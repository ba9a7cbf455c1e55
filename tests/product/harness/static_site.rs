//! The built page on a plain web server, below a path, as a team would host it: no header but the type of the file.

use std::fs;
use std::mem::take;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::http;
use super::listener::listen;
use super::{path_named, wait_for};

/// A running server.
pub struct StaticSite {
    pub origin: String,
    /// The page's address.
    pub page: String,
    state: Arc<Mutex<State>>,
}

/// What it serves, and what it was asked.
struct State {
    folder: PathBuf,
    /// Texts that stand in place of files of these names.
    texts: Vec<(String, String)>,
    /// Status and `Location` of what is answered in place of files of these names.
    refused: Vec<(String, u16, String)>,
    /// Nobody gets an answer.
    is_gone: bool,
    /// Calls are taken, and nothing is ever said to them.
    is_silent: bool,
    /// Browsers may keep what they have without asking for it again.
    is_kept: bool,
    /// Answers are held back until it was asked for so many files.
    held_until: usize,
    asked: Vec<String>,
    missed: Vec<String>,
}

impl StaticSite {
    /// Serves the built page below `path`, which starts and ends with a slash.
    pub fn below(path: &'static str) -> Self {
        Self::start(path, path_named("POLICY_BUILDER_DIST"), &[])
    }

    /// Serves the page of this folder.
    pub fn of(folder: &Path) -> Self {
        Self::start("/", folder.to_owned(), &[])
    }

    /// Serves the built page with this text as its `config.json`.
    pub fn with_settings(text: &str) -> Self {
        Self::start("/", path_named("POLICY_BUILDER_DIST"), &[("config.json", text)])
    }

    fn start(path: &'static str, folder: PathBuf, texts: &[(&str, &str)]) -> Self {
        let texts = texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let state = State {
            folder,
            texts,
            refused: Vec::new(),
            is_gone: false,
            is_silent: false,
            is_kept: false,
            held_until: 0,
            asked: Vec::new(),
            missed: Vec::new(),
        };
        let state = Arc::new(Mutex::new(state));
        let shared = Arc::clone(&state);
        let origin = listen(move |call, stream| {
            let asked = call.word(1);
            locked(&shared).asked.push(asked.to_owned());
            if locked(&shared).is_gone {
                return Ok(());
            }
            while locked(&shared).is_silent {
                thread::park();
            }
            if asked != path {
                wait_for("all that is asked for at once", || {
                    let state = locked(&shared);
                    if state.asked.len() > state.held_until { Ok(()) } else { Err(format!("{:?}", state.asked)) }
                });
            }
            let refused = asked.strip_prefix(path).and_then(|name| locked(&shared).refused(name));
            if let Some((status, location)) = refused {
                let headers = [("Content-Type", "text/html"), ("Location", location.as_str())];
                return http::answer(stream, status, &headers, b"not now");
            }
            let found = asked.strip_prefix(path).and_then(|name| locked(&shared).file(name));
            let Some((file, content)) = found else {
                locked(&shared).missed.push(asked.to_owned());
                return http::answer(stream, 404, &[("Content-Type", "text/plain")], b"not here");
            };
            let mut headers = vec![("Content-Type", kind(&file))];
            if locked(&shared).is_kept {
                headers.push(("Cache-Control", "max-age=3600"));
            }
            http::answer(stream, 200, &headers, &content)
        });
        Self { page: format!("{origin}{path}"), origin, state }
    }

    /// The paths that were asked for and are not there.
    pub fn missed(&self) -> Vec<String> {
        locked(&self.state).missed.clone()
    }

    /// The paths that were asked for since the last time.
    pub fn asked(&self) -> Vec<String> {
        take(&mut locked(&self.state).asked)
    }

    /// How often this path was asked for since `asked` was.
    pub fn asked_so_far(&self, path: &str) -> usize {
        locked(&self.state).asked.iter().filter(|asked| *asked == path).count()
    }

    /// Serves this text in place of the file.
    pub fn put(&self, name: &str, text: &str) {
        locked(&self.state).texts.insert(0, (name.to_owned(), text.to_owned()));
    }

    /// From now on answers for the file with this status, and with this address to go to.
    pub fn refuse(&self, name: &str, status: u16, location: &str) {
        locked(&self.state).refused.insert(0, (name.to_owned(), status, location.to_owned()));
    }

    /// Runs this script in the page before its own.
    #[track_caller]
    pub fn begin_with(&self, script: &str) {
        let (_, page) = locked(&self.state).file("index.html").expect("the page");
        let page = String::from_utf8(page).expect("the page is text");
        self.put("index.html", &page.replace("<body>", "<body><script src=\"first.js\"></script>"));
        self.put("first.js", script);
    }

    /// Answers for no file but the page itself until so many were asked for.
    pub fn hold_until(&self, count: usize) {
        locked(&self.state).held_until = count;
    }

    /// From now on browsers may keep what they get, as they do by their own rules where a server says nothing of it.
    pub fn let_browsers_keep(&self) {
        locked(&self.state).is_kept = true;
    }

    /// From now on nobody gets an answer, as where there is no network.
    pub fn go_away(&self) {
        locked(&self.state).is_gone = true;
    }

    /// From now on calls are taken and nothing is said to them, as where a network passes nothing on.
    pub fn fall_silent(&self) {
        locked(&self.state).is_silent = true;
    }
}

impl State {
    /// A file of the page with its name. Names come from the page itself, so that no more care is needed.
    fn file(&self, name: &str) -> Option<(String, Vec<u8>)> {
        let name = if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.to_owned() };
        let text = self.texts.iter().find(|(each, _)| *each == name).map(|(_, text)| text.clone().into_bytes());
        let content = text.or_else(|| fs::read(self.folder.join(&name)).ok())?;
        Some((name, content))
    }

    fn refused(&self, name: &str) -> Option<(u16, String)> {
        let found = self.refused.iter().find(|(each, ..)| each == name);
        found.map(|(_, status, location)| (*status, location.clone()))
    }
}

fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn kind(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

//! The configurations in `hosting/`, as they are shipped, in the web servers that they are for.

mod answers;
mod container;
mod dashboard;
mod session;
mod strict;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tempfile::TempDir;
use tyk_policy::doctor::proxy::Server as Program;

use crate::harness::{WebServer, path_named};

/// What a configuration is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setup {
    /// The page alone.
    Static,
    /// The page, and the way to the dashboard's `/api/`.
    SameOrigin,
}

/// Each program with each of its configurations.
fn all() -> impl Iterator<Item = (Program, Setup)> {
    WebServer::ALL.into_iter().flat_map(|program| [Setup::Static, Setup::SameOrigin].map(|setup| (program, setup)))
}

/// The text that is shipped.
fn shipped(program: Program, setup: Setup) -> &'static str {
    match (program, setup) {
        (Program::Nginx, Setup::Static) => include_str!("../../../hosting/nginx/static.conf"),
        (Program::Nginx, Setup::SameOrigin) => include_str!("../../../hosting/nginx/same-origin.conf"),
        (Program::Caddy, Setup::Static) => include_str!("../../../hosting/caddy/static.Caddyfile"),
        (Program::Caddy, Setup::SameOrigin) => include_str!("../../../hosting/caddy/same-origin.Caddyfile"),
        (Program::Apache, Setup::Static) => include_str!("../../../hosting/apache/static.conf"),
        (Program::Apache, Setup::SameOrigin) => include_str!("../../../hosting/apache/same-origin.conf"),
        (Program::Traefik, _) => panic!("Traefik serves no files"),
    }
}

/// What a path of the dashboard's own is written into, and with it.
fn with_own_path(program: Program) -> (&'static str, &'static str) {
    match program {
        Program::Nginx => ("policy_builder_dashboard$request_uri", "policy_builder_dashboard/tyk$request_uri"),
        Program::Caddy => ("_PATH:}", "_PATH:/tyk}"),
        Program::Apache => ("http://127.0.0.1:3000", "http://127.0.0.1:3000/tyk"),
        Program::Traefik => panic!("Traefik serves no files"),
    }
}

/// The text for a dashboard with https at `localhost`.
fn with_https(program: Program) -> String {
    let text = shipped(program, Setup::SameOrigin);
    match program {
        Program::Nginx => text
            .replace("http://policy_builder_dashboard", "https://policy_builder_dashboard")
            .replace("proxy_ssl_name 127.0.0.1", "proxy_ssl_name localhost"),
        Program::Caddy | Program::Apache => text.replace("http://127.0.0.1:3000", "https://127.0.0.1:3000"),
        Program::Traefik => panic!("Traefik serves no files"),
    }
}

/// A text of the program with the folder of the page and the dashboard in their marked places.
fn filled(text: &str, root: &Path, dashboard: &str) -> String {
    let dashboard = dashboard.trim_start_matches("http://");
    let text = text.replace("/srv/policy-builder/page", &root.display().to_string());
    // Caddy logs calls only where it is told to; here it is, as its owner may.
    text.replace("\n\troute {\n", "\n\tlog\n\troute {\n").replace("127.0.0.1:3000", dashboard)
}

/// Runs the program with its text.
#[track_caller]
fn start(program: Program, setup: Setup, root: &Path, dashboard: &str) -> WebServer {
    WebServer::start(program, &filled(shipped(program, setup), root, dashboard))
}

/// The built page as an owner puts it somewhere, readable for all.
struct Site {
    /// The folder of the page itself, or of what the page lies in.
    root: TempDir,
}

impl Site {
    /// The page with this text as its `config.json`, below a path, which may be empty.
    fn new(path: &str, settings: &str) -> Self {
        let root = tempfile::Builder::new().prefix("site").tempdir().expect("a temporary folder");
        let page = root.path().join(path);
        fs::create_dir_all(&page).expect("the folder of the page");
        for folder in page.ancestors().take_while(|folder| folder.starts_with(root.path())) {
            fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).expect("the mode is set");
        }
        for entry in fs::read_dir(path_named("POLICY_BUILDER_DIST")).expect("the built page").flatten() {
            fs::copy(entry.path(), page.join(entry.file_name())).expect("a file of the page is copied");
        }
        assert!(!page.join("config.json.br").exists(), "an owner's settings would not be what is given out");
        fs::write(page.join("config.json"), settings).expect("the settings are written");
        Self { root }
    }

    /// The names of the page's files, without the compressed ones beside them.
    fn files(&self) -> Vec<String> {
        let names = fs::read_dir(self.root.path()).expect("the page").flatten();
        let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
        names.filter(|name| !name.ends_with(".br") && !name.ends_with(".gz")).collect()
    }

    /// Whether there is a file of this name.
    fn has(&self, name: &str) -> bool {
        self.root.path().join(name).exists()
    }
}

/// Whether a part of the file's name is 16 hex digits: the hash of its content.
fn is_hashed(name: &str) -> bool {
    name.split(['-', '.']).any(|part| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

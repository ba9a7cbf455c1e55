//! The built page, served as it stands; only `index.html` is told what stands at its address.

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::services::ServeDir;

use super::headers;
use crate::page::{Files, INDEX};

/// What takes the place of the page's worker, which would keep a page that another start of this server tells something else.
const NO_WORKER: &str = include_str!("../../../../hosting/offline-off/worker.js");

/// A built page.
#[derive(Clone, Debug)]
pub struct Page {
    files: Files,
    /// A meta tag that says what stands at the page's own address.
    meta: String,
}

impl Page {
    /// This page, which is told what stands at its address by a meta tag of this name and content.
    pub fn of(files: Files, (name, content): (&str, &str)) -> Self {
        Self { files, meta: format!("<meta name=\"{name}\" content=\"{}\">", escaped(content)) }
    }

    /// The page's files. There is no listing, and what is not there is 404.
    pub fn router(self) -> Router {
        let router = Router::new()
            .route("/", get(index))
            .route("/index.html", get(index))
            .route("/worker.js", get(async || ([(header::CONTENT_TYPE, "text/javascript")], NO_WORKER)));
        let router = match &self.files {
            Files::Folder(folder) => {
                let files = ServeDir::new(folder).append_index_html_on_directories(false);
                router.fallback_service(files.precompressed_br().precompressed_gzip())
            }
            #[cfg(feature = "embedded-page")]
            Files::Embedded => router.fallback(super::embedded::file),
        };
        router.layer(middleware::from_fn(headers::add)).with_state(self)
    }
}

/// Read anew each time, so that a page that was built again is shown at the next visit.
async fn index(State(page): State<Page>) -> Response {
    match page.files.read(INDEX) {
        Some(html) => {
            let html = String::from_utf8_lossy(&html);
            ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], at_home(&html, &page.meta)).into_response()
        }
        None => {
            let way_out = "The page is not built at the moment. Run `cargo xtask build`, then load this again.\n";
            (StatusCode::SERVICE_UNAVAILABLE, way_out).into_response()
        }
    }
}

/// Tells the page what stands at its own address.
fn at_home(html: &str, meta: &str) -> String {
    html.replacen("</head>", &format!("{meta}</head>"), 1)
}

/// A text as the value of an attribute in double quotes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_told_once_what_stands_at_its_address() {
        let html = "<html><head><title>x</title></head><body>&lt;/head></head></body></html>";
        assert_eq!(
            at_home(html, "<meta>"),
            "<html><head><title>x</title><meta></head><body>&lt;/head></head></body></html>"
        );
    }

    #[test]
    fn an_address_stays_in_its_attribute() {
        assert_eq!(escaped("https://d.example/a&b\"><script>"), "https://d.example/a&amp;b&quot;&gt;&lt;script&gt;");
    }
}

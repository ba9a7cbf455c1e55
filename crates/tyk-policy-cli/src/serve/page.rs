//! The built page: its folder, served as it stands; only `index.html` is told what stands at its address.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::services::ServeDir;

use super::headers;
use crate::failure::Failure;

/// A built page.
#[derive(Clone, Debug)]
pub struct Page {
    dist: PathBuf,
    /// A meta tag that says what stands at the page's own address.
    meta: String,
}

impl Page {
    /// The page in the folder `dist`, which is told what stands at its address by a meta tag of this name and content.
    ///
    /// # Errors
    /// There is no `index.html` in it.
    pub fn at(dist: &Path, (name, content): (&str, &str)) -> Result<Self, Failure> {
        let meta = format!("<meta name=\"{name}\" content=\"{}\">", escaped(content));
        let page = Self { dist: dist.to_owned(), meta };
        if page.index().is_file() { Ok(page) } else { Err(Failure::PageNotBuilt(dist.to_owned())) }
    }

    /// The folder's files. There is no listing, and what is not there is 404.
    pub fn router(self) -> Router {
        let files = ServeDir::new(&self.dist).append_index_html_on_directories(false);
        Router::new()
            .route("/", get(index))
            .route("/index.html", get(index))
            .fallback_service(files)
            .layer(middleware::from_fn(headers::add))
            .with_state(self)
    }

    fn index(&self) -> PathBuf {
        self.dist.join("index.html")
    }
}

/// Read anew each time, so that a page that was built again is shown at the next visit.
async fn index(State(page): State<Page>) -> Response {
    match tokio::fs::read_to_string(page.index()).await {
        Ok(html) => ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], at_home(&html, &page.meta)).into_response(),
        Err(_) => {
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

//! The built page: its folder, served as it stands; only `index.html` is told where it is.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use local_dashboard::SAMPLE_KEY;
use tower_http::services::ServeDir;

use super::headers;
use crate::failure::Failure;

/// A built page.
#[derive(Clone, Debug)]
pub struct Page {
    dist: PathBuf,
}

impl Page {
    /// The page in the folder `dist`.
    ///
    /// # Errors
    /// There is no `index.html` in it.
    pub fn at(dist: &Path) -> Result<Self, Failure> {
        let page = Self { dist: dist.to_owned() };
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
        Ok(html) => ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], at_home(&html)).into_response(),
        Err(_) => {
            let way_out = "The page is not built at the moment. Run `cargo xtask build`, then load this again.\n";
            (StatusCode::SERVICE_UNAVAILABLE, way_out).into_response()
        }
    }
}

/// Tells the page that the dashboard at its own address is the local stand-in, and which key it takes.
fn at_home(html: &str) -> String {
    html.replacen("</head>", &format!("<meta name=\"local-dashboard\" content=\"{SAMPLE_KEY}\"></head>"), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_told_once_that_it_is_at_home() {
        let html = at_home("<html><head><title>x</title></head><body>&lt;/head></head></body></html>");
        assert_eq!(
            html,
            "<html><head><title>x</title><meta name=\"local-dashboard\" content=\"local-sample-key-for-trying-out\"></head>\
             <body>&lt;/head></head></body></html>"
        );
    }
}

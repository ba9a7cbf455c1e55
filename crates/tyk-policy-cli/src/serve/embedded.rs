//! The files of the page that is part of this program.

use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};

use crate::page::Files;

/// The encodings in which the page's build leaves its files, best first, with the endings of their names.
const ENCODINGS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

/// Answers with the file of this name, in the best encoding that the browser takes.
pub async fn file(uri: Uri, headers: HeaderMap) -> Response {
    let name = uri.path().trim_start_matches('/');
    let Some(kind) = kind(name) else { return StatusCode::NOT_FOUND.into_response() };
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let headers = [(CONTENT_TYPE, kind), (VARY, "accept-encoding")];
    for (encoding, ending) in ENCODINGS {
        if !takes(accepted, encoding) {
            continue;
        }
        if let Some(content) = Files::Embedded.read(&format!("{name}.{ending}")) {
            return (headers, [(CONTENT_ENCODING, encoding)], content).into_response();
        }
    }
    match Files::Embedded.read(name) {
        Some(content) => (headers, content).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The type of a file; nothing for a name that no file of the page has.
fn kind(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    Some(match ending {
        "bin" => "application/octet-stream",
        "css" => "text/css",
        "js" => "text/javascript",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        _ => return None,
    })
}

/// Whether a browser takes an encoding (RFC 9110, section 12.5.3): it is named, and not with a weight of nothing.
fn takes(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        let is_named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        is_named && !parts.any(|part| matches!(part.strip_prefix("q="), Some("0" | "0.0" | "0.00" | "0.000")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_taken_if_it_is_named_with_a_weight() {
        assert!(takes("gzip, deflate, br;q=0.5", "br") && takes("GZIP", "gzip"));
        assert!(!takes("gzip;q=0, brotli", "gzip") && !takes("gzip;q=0, brotli", "br") && !takes("", "br"));
    }

    #[test]
    fn the_compressed_files_themselves_are_no_files_of_the_page() {
        assert_eq!((kind("a.wasm"), kind("a.wasm.br"), kind("a")), (Some("application/wasm"), None, None));
    }
}

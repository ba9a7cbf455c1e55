//! The headers of every answer of the page.

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

/// What the page may load and call. `connect-src` is open because the user names the dashboard; nothing else is.
pub const PAGE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self' https: http:; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

/// What no script of the page may ask the browser for: all that the page has no use for. It copies, so `clipboard-write`
/// is left to it; calls of dashboards in private networks need `local-network` and its kin, which nobody may deny.
pub const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), clipboard-read=(), display-capture=(), encrypted-media=(), \
    fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), \
    idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), \
    picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), screen-wake-lock=(), \
    serial=(), storage-access=(), usb=(), window-management=(), xr-spatial-tracking=()";

const HEADERS: [(HeaderName, &str); 6] = [
    (CONTENT_SECURITY_POLICY, PAGE_POLICY),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (X_FRAME_OPTIONS, "DENY"),
];

/// A file whose name holds the hash of its content never changes; every other one is asked for again.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

/// Adds the headers to the answer.
pub async fn add(request: Request, next: Next) -> Response {
    let is_hashed = is_hashed(request.uri().path());
    let mut response = next.run(request).await;
    let is_there = matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED | StatusCode::PARTIAL_CONTENT);
    let caching = if is_hashed && is_there { FOR_EVER } else { ASK_AGAIN };
    let headers = response.headers_mut();
    for (name, value) in HEADERS.into_iter().chain([(CACHE_CONTROL, caching)]) {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Whether a part of the file's name is 16 hex digits, as the page's build names its files.
fn is_hashed(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or_default();
    file.split(['-', '_', '.']).any(|part| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod places;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_16_hex_digits_is_hashed() {
        assert!(is_hashed("/policy-builder-0123456789abcdef_bg.wasm"));
        assert!(is_hashed("/deeper/tokens-0123456789abcdef.css"));
        for path in [
            "/",
            "/index.html",
            "/favicon.svg",
            "/0123456789abcdef/x.css",
            "/x-0123456789abcde.js",
            "/x-0123456789abcdeg.js",
        ] {
            assert!(!is_hashed(path), "{path}");
        }
    }

    #[test]
    fn the_policy_allows_neither_inline_scripts_nor_eval() {
        assert!(!PAGE_POLICY.contains("'unsafe-inline'") && !PAGE_POLICY.contains("'unsafe-eval'"));
    }

    #[test]
    fn copying_and_calls_into_private_networks_are_left_to_the_page() {
        for feature in ["clipboard-write", "local-network", "local-network-access", "loopback-network"] {
            assert!(!PERMISSIONS.split(", ").any(|denied| denied == format!("{feature}=()")), "{feature}");
        }
        assert!(PERMISSIONS.split(", ").all(|denied| denied.ends_with("=()")), "{PERMISSIONS}");
    }
}

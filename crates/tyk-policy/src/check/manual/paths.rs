//! The manual of allowed paths and methods.

use super::Manual;

pub(super) static PATTERN_EMPTY: Manual = Manual::new(
    "Tyk looks for the pattern anywhere in the path of a request. Nothing is found everywhere, so an empty pattern \
     opens every path with these methods, or none where the Gateway matches from the start of a path.",
    "policy-model.md 4.3 and 12.2 S12; tyk gateway/mw_granular_access.go",
    entry!(
        r#""allowed_urls": [{"url": "", "methods": ["GET"]}],
      "limit": null"#
    ),
    entry!(
        r#""allowed_urls": [{"url": "^/orders$", "methods": ["GET"]}],
      "limit": null"#
    ),
);

pub(super) static PATTERN_INVALID: Manual = Manual::new(
    "Paths are regular expressions of Go, which know less than those of other languages: no look-ahead and no \
     back-reference. Tyk skips a pattern that it cannot read, so the path stays closed; before 5.3.5 and 5.5.1 it let \
     every request through instead.",
    "policy-model.md 4.3 and 12.2 S12; tyk gateway/mw_granular_access.go, pull requests 6437 and 6469",
    entry!(
        r#""allowed_urls": [{"url": "^/orders/(?=open)", "methods": ["GET"]}],
      "limit": null"#
    ),
    entry!(
        r#""allowed_urls": [{"url": "^/orders/(open)", "methods": ["GET"]}],
      "limit": null"#
    ),
);

pub(super) static PATTERN_LOOSE: Manual = Manual::new(
    "A pattern is looked for anywhere in the path unless it says where it starts and ends. /orders therefore also \
     opens /orders/42/refund and /admin/orders.",
    "policy-model.md 4.3 and 12.4 M8; tyk internal/httputil/mux.go",
    entry!(
        r#""allowed_urls": [{"url": "/orders", "methods": ["GET"]}],
      "limit": null"#
    ),
    entry!(
        r#""allowed_urls": [{"url": "^/orders$", "methods": ["GET"]}],
      "limit": null"#
    ),
);

pub(super) static METHODS_MISSING: Manual = Manual::new(
    "An entry opens a path for the methods that it names. With none it opens nothing, and as soon as the list of \
     paths has an entry, everything that it does not open gets 403 \"Access to this resource has been disallowed\".",
    "policy-model.md 4.3 and 12.2 S13; tyk gateway/mw_granular_access.go",
    entry!(
        r#""allowed_urls": [{"url": "^/orders$", "methods": []}],
      "limit": null"#
    ),
    entry!(
        r#""allowed_urls": [{"url": "^/orders$", "methods": ["GET"]}],
      "limit": null"#
    ),
);

pub(super) static METHOD_NOT_UPPER: Manual = Manual::new(
    "HTTP methods are written in capitals, and Tyk compares them letter by letter. \"get\" never equals the GET of a \
     request, so the path stays closed.",
    "policy-model.md 4.3 and 12.2 S13; tyk gateway/mw_granular_access.go",
    entry!(
        r#""allowed_urls": [{"url": "^/orders$", "methods": ["get"]}],
      "limit": null"#
    ),
    entry!(
        r#""allowed_urls": [{"url": "^/orders$", "methods": ["GET"]}],
      "limit": null"#
    ),
);

pub(super) static METHOD_UNUSUAL: Manual = Manual::new(
    "Almost no client ever sends such a method, so the entry opens nothing. It is usually a slip of the pen for one \
     of the common methods.",
    "policy-model.md 4.3 and 12.2 S13; RFC 9110 section 9",
    entry!(
        r#""allowed_urls": [{"url": "^/orders$", "methods": ["GETS"]}],
      "limit": null"#
    ),
    entry!(
        r#""allowed_urls": [{"url": "^/orders$", "methods": ["TRACE"]}],
      "limit": null"#
    ),
);

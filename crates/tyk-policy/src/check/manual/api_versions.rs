//! The manual of the versions of an API.

use super::{Known, Manual};
use crate::answer::ApiKind;

/// An API with two versions.
const VERSIONED: Known = Known::Api("orders", &["v1", "v2"], ApiKind::Classic);

pub(super) static VERSION_UNKNOWN: Manual = Manual::new(
    "On an API with versions, a request passes only if its version is in this list. A name that the API does not have \
     lets nobody in, and everything that is not in the list gets 403.",
    "policy-model.md 4.2 and 12.2 S17; tyk gateway/mw_access_rights.go",
    entry!(r#""versions": ["v3"], "allowed_urls": [], "limit": null"#),
    entry!(r#""versions": ["v2"], "allowed_urls": [], "limit": null"#),
)
.knowing(VERSIONED);

pub(super) static NO_VERSION: Manual = Manual::new(
    "An empty list does not mean all versions. On a Classic API with versions it means none: every request gets 403 \
     \"Access to this API has been disallowed\".",
    "policy-model.md 4.2 and 12.2 S17; tyk gateway/mw_access_rights.go",
    entry!(r#""versions": [], "allowed_urls": [], "limit": null"#),
    entry!(r#""versions": ["v1"], "allowed_urls": [], "limit": null"#),
)
.knowing(VERSIONED);

pub(super) static DEFAULT_IN_LOWER_CASE: Manual = Manual::new(
    "Tyk calls the version of an API without versions \"Default\", with a capital, and compares letter by letter. \
     With \"default\" a request to an API with versions gets 403.",
    "policy-model.md 4.2 and 12.4 M7; tyk gateway/mw_access_rights.go",
    entry!(r#""versions": ["default"], "allowed_urls": [], "limit": null"#),
    entry!(r#""versions": ["Default"], "allowed_urls": [], "limit": null"#),
);

pub(super) static SEVERAL_VERSIONS: Manual = Manual::new(
    "The Gateway takes several versions. The form in the Dashboard allows one for each API and policy, so the others \
     may be lost when somebody opens and saves the policy there.",
    "policy-model.md 4.2 and 12.3 D9; Dashboard release notes 5.3.6 and 5.6.0",
    entry!(r#""versions": ["v1", "v2"], "allowed_urls": [], "limit": null"#),
    entry!(r#""versions": ["v1"], "allowed_urls": [], "limit": null"#),
);

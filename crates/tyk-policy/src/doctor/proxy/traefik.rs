//! Traefik, as YAML for its file provider. It serves no files, so that the page's own server stays.

use super::Setup;
use super::values::{HEADERS, MAX_AGE, METHODS, Values};

pub(super) fn text(values: &Values<'_>) -> String {
    let Values { page, path, .. } = values;
    let is_prefixed = !path.is_empty();
    let is_named = values.setup == Setup::AllowOrigin;
    let used: Vec<_> = [(is_named, "tyk-page"), (is_prefixed, "tyk-path")]
        .into_iter()
        .filter_map(|(is_used, name)| is_used.then_some(name))
        .collect();
    let mut uses = String::new();
    let mut middlewares = String::new();
    if !used.is_empty() {
        uses = format!("\n      middlewares: [{}]", used.join(", "));
        middlewares.push_str("  middlewares:\n");
    }
    if is_named {
        middlewares += &format!(
            "    tyk-page:
      headers:
        accessControlAllowOriginList: [\"{page}\"]
        accessControlAllowMethods: [{METHODS}]
        accessControlAllowHeaders: [{HEADERS}]
        accessControlMaxAge: {MAX_AGE}
        addVaryHeader: true
"
        );
    }
    if is_prefixed {
        middlewares += &format!("    tyk-path:\n      addPrefix:\n        prefix: \"{path}\"\n");
    }
    let secured = if values.is_secured { "\n      tls: {}" } else { "" };
    let (page_router, page_service) = match values.setup {
        Setup::AllowOrigin => ("", String::new()),
        Setup::SameOrigin => ("\n    tyk-page:\n      rule: PathPrefix(`/`)\n      service: tyk-page", page_of(page)),
    };
    let origin = values.origin();
    format!(
        "http:
  routers:
    tyk-dashboard:
      rule: PathPrefix(`/api/`)
      service: tyk-dashboard{uses}{secured}{page_router}
{middlewares}  services:
    tyk-dashboard:
      loadBalancer:
        passHostHeader: false
        servers:
          - url: \"{origin}\"
{page_service}"
    )
}

/// The service that has the page's files: where the page comes from now, or a server beside Traefik.
fn page_of(page: &str) -> String {
    let url = if page.is_empty() { "http://127.0.0.1:8000" } else { page };
    format!(
        "    tyk-page:\n      loadBalancer:\n        passHostHeader: false\n        servers:\n          - url: \"{url}\"\n"
    )
}

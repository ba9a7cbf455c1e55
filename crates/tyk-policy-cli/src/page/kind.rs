//! What a page may call, which its own Content-Security-Policy says: no server has to be trusted with it.

use relay::Dashboard;
use serde_json::json;

/// What `connect-src` says on a page as it was built: whoever uses it names the dashboard.
const ANY: &str = "connect-src 'self' https: http:;";

/// What a page may call.
#[derive(Clone, Debug)]
pub enum Kind {
    /// Whatever its user names.
    Open,
    /// This dashboard, and the origin that the page comes from.
    Fixed(Dashboard),
    /// The origin that it comes from, for its own files: it shows the request and cannot send it.
    Preview,
}

impl Kind {
    /// The page of this kind; nothing if it does not say what it may call, or says it twice.
    pub fn narrowed(&self, page: &str) -> Option<String> {
        let may_call = match self {
            Self::Open => return Some(page.to_owned()),
            Self::Fixed(dashboard) => format!("connect-src 'self' {};", origin(dashboard)),
            Self::Preview => "connect-src 'self';".to_owned(),
        };
        (page.matches(ANY).count() == 1).then(|| page.replace(ANY, &may_call))
    }

    /// The settings of the page (`config.json`); nothing where they stay as they are.
    pub fn settings(&self) -> Option<String> {
        let settings = match self {
            Self::Open => return None,
            Self::Fixed(dashboard) => json!({ "address": dashboard.as_str() }),
            Self::Preview => json!({ "send": false }),
        };
        Some(format!("{settings}\n"))
    }

    /// What tells this kind of a version from the others, so that a kept copy of one does not pass for another.
    pub fn mark(&self) -> String {
        match self {
            Self::Open => String::new(),
            Self::Fixed(dashboard) => format!("-{}", origin(dashboard)),
            Self::Preview => "-preview".to_owned(),
        }
    }
}

/// Scheme, host and port: a source of a Content-Security-Policy (CSP level 3, section 2.3.1).
fn origin(dashboard: &Dashboard) -> String {
    let scheme = if dashboard.is_https() { "https" } else { "http" };
    format!("{scheme}://{}", dashboard.authority())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<meta content=\"default-src 'none'; connect-src 'self' https: http:; base-uri 'none'\">";

    #[test]
    fn a_page_for_one_dashboard_names_its_origin_and_no_path() {
        let kind = Kind::Fixed(Dashboard::at("https://dash.example:3000/tyk/").unwrap());
        let page = kind.narrowed(PAGE).unwrap();
        assert!(page.contains("; connect-src 'self' https://dash.example:3000; base-uri"), "{page}");
        assert_eq!(kind.settings().unwrap(), "{\"address\":\"https://dash.example:3000/tyk\"}\n");
        assert_eq!(kind.mark(), "-https://dash.example:3000");
    }

    #[test]
    fn a_page_for_previews_may_call_nothing_but_its_own_origin() {
        assert!(Kind::Preview.narrowed(PAGE).unwrap().contains("; connect-src 'self'; base-uri"));
        assert_eq!(Kind::Preview.settings().unwrap(), "{\"send\":false}\n");
    }

    #[test]
    fn a_page_that_does_not_say_what_it_may_call_is_not_narrowed_silently() {
        for page in ["", &PAGE.repeat(2)] {
            assert_eq!(Kind::Preview.narrowed(page), None);
            assert_eq!(Kind::Open.narrowed(page).as_deref(), Some(page));
        }
    }
}

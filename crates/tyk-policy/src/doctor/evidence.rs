//! What a page can find out about a call that failed, and what follows from it at once.

use super::space::Space;
use crate::request::Address;

/// What the page could find out, without ever sending the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The page's origin, such as `https://tools.example`; `null` for a page that was opened from a file.
    pub page: String,
    /// The dashboard that was called.
    pub dashboard: Address,
    /// What `navigator.onLine` says.
    pub is_online: bool,
    /// What the browser says of calls into the local network, or to this machine.
    pub permission: Permission,
    /// Whether a `securitypolicyviolation` event for this address was seen.
    pub blocked_by_policy: bool,
    /// What became of a plain GET of the address in mode `no-cors`, without the key.
    pub probe: Probe,
    /// How long the call that failed took, in milliseconds.
    pub elapsed_ms: u32,
    /// After how many milliseconds it was given up.
    pub patience_ms: u32,
    /// Whether the page comes from `tyk-policy serve`, or otherwise from the origin that it calls.
    pub is_relay: bool,
    /// Whether the dashboard answered another call of the page a moment before, such as the search for a name.
    pub has_answered: bool,
}

/// What the browser says of a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// The user allowed it.
    Granted,
    /// The user will be asked, or is being asked.
    Prompt,
    /// The user, or whoever manages the browser, forbade it.
    Denied,
    /// The browser knows no such permission.
    Unknown,
}

/// What became of the call that tries whether anybody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Probe {
    /// Somebody answered. What they said is not to be seen.
    Answered,
    /// It failed.
    Failed,
    /// No answer came in time.
    TimedOut,
    /// It was not made.
    NotTried,
}

/// A call that failed within this many milliseconds was hardly out on a network.
const AT_ONCE_MS: u32 = 20;

/// The evidence with what follows from it.
pub(super) struct Facts<'a> {
    pub evidence: &'a Evidence,
    /// Page and dashboard are one origin, so that no rule about others stands between them.
    pub is_same_origin: bool,
    /// An https page calls an http address on another machine, which browsers block.
    pub is_mixed: bool,
    /// Where the called host is.
    pub space: Space,
    /// Where the page's host is; a file is on this machine.
    pub page_space: Space,
    /// The call took hardly any time.
    pub is_at_once: bool,
    /// The call took as long as it was given.
    pub is_out_of_time: bool,
}

impl<'a> Facts<'a> {
    pub(super) fn of(evidence: &'a Evidence) -> Self {
        let Evidence { page, dashboard, elapsed_ms, patience_ms, .. } = evidence;
        let is_same_origin = evidence.is_relay || is_origin_of(page, dashboard);
        let page_host = page.split_once("://").map_or("localhost", |(_, host)| host);
        let page_space = Space::of(page_host);
        let space = if is_same_origin { page_space } else { Space::of(dashboard.host()) };
        Self {
            evidence,
            is_same_origin,
            is_mixed: !is_same_origin && is_blocked_as_mixed(page, dashboard.scheme(), dashboard.host()),
            space,
            page_space,
            is_at_once: *elapsed_ms < AT_ONCE_MS,
            is_out_of_time: evidence.probe == Probe::TimedOut || *elapsed_ms >= patience_ms / 10 * 9,
        }
    }

    /// Whether the browser asks before it lets this page call so near, as far as addresses tell.
    pub(super) fn is_guarded(&self) -> bool {
        self.space <= Space::Local && self.space < self.page_space
    }

    /// The same, with names that may stand for a near address.
    pub(super) fn may_be_guarded(&self) -> bool {
        self.is_guarded() || (self.space == Space::Unknown && self.page_space >= Space::Unknown)
    }

    /// The origin of the dashboard.
    pub(super) fn dashboard_origin(&self) -> String {
        origin(&self.evidence.dashboard)
    }
}

/// Whether browsers block a page of this origin from calling that host: https to plain http on another machine.
pub(super) fn is_blocked_as_mixed(page: &str, scheme: &str, host: &str) -> bool {
    page.starts_with("https:") && scheme == "http" && Space::of(host) != Space::Loopback
}

fn origin(address: &Address) -> String {
    format!("{}://{}", address.scheme(), address.host())
}

/// Whether the address is at this origin. A browser writes an origin in small letters, without the port of its scheme.
fn is_origin_of(page: &str, address: &Address) -> bool {
    let origin = origin(address).to_ascii_lowercase();
    let usual_port = if address.scheme() == "https" { ":443" } else { ":80" };
    origin.strip_suffix(usual_port).unwrap_or(&origin) == page
}

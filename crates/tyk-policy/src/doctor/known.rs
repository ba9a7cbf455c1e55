//! What is known.

use std::fmt;

use super::evidence::{Facts, Permission, Probe};

/// Something that the page found out, with the names that its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    /// The browser says that it is offline.
    Offline,
    /// The browser reported a breach of the page's Content-Security-Policy.
    BlockedByPolicy,
    /// Page and dashboard are one origin.
    SameOrigin,
    /// The page and the dashboard are two origins.
    OtherOrigin {
        /// The page's origin, or `null`.
        page: String,
        /// The dashboard's origin.
        dashboard: String,
    },
    /// The page is https, the dashboard http on another machine.
    Mixed,
    /// The user forbade calls into the local network.
    PermissionDenied,
    /// The host answers a call without the key.
    Answers(String),
    /// The host answered this page a moment before.
    AnsweredBefore(String),
    /// The host does not answer a call without the key, either.
    Fails(String),
    /// Nothing came from the host for so many seconds.
    Silent(String, u32),
    /// The call failed after so many milliseconds, before an answer can have been there.
    AtOnce(u32),
}

/// What the facts say, what is about the page first.
pub(super) fn of(facts: &Facts<'_>) -> Vec<Known> {
    let evidence = facts.evidence;
    let mut known = Vec::new();
    if !evidence.is_online {
        known.push(Known::Offline);
    }
    if evidence.blocked_by_policy {
        known.push(Known::BlockedByPolicy);
    }
    if facts.is_same_origin {
        known.push(Known::SameOrigin);
    } else if evidence.dashboard.fault().is_none() {
        known.push(Known::OtherOrigin { page: evidence.page.clone(), dashboard: facts.dashboard_origin() });
    }
    if facts.is_mixed {
        known.push(Known::Mixed);
    }
    if evidence.permission == Permission::Denied && facts.may_be_guarded() {
        known.push(Known::PermissionDenied);
    }
    let host = || {
        let own = evidence.page.split_once("://").map(|(_, host)| host).filter(|_| facts.is_same_origin);
        own.unwrap_or(evidence.dashboard.host()).to_owned()
    };
    if evidence.has_answered {
        known.push(Known::AnsweredBefore(host()));
    }
    match evidence.probe {
        Probe::Answered => known.push(Known::Answers(host())),
        Probe::Failed => known.push(Known::Fails(host())),
        Probe::TimedOut | Probe::NotTried => {}
    }
    if facts.is_out_of_time {
        known.push(Known::Silent(host(), evidence.elapsed_ms.div_ceil(1000)));
    } else if facts.is_at_once {
        known.push(Known::AtOnce(evidence.elapsed_ms));
    }
    known
}

impl fmt::Display for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Offline => f.write_str("The browser says that it is offline."),
            Self::BlockedByPolicy => f.write_str("The browser reports that this page's own rules blocked the call."),
            Self::SameOrigin => f.write_str("This page calls the server that it came from."),
            Self::OtherOrigin { page, dashboard } if page == "null" => {
                write!(f, "This page was opened from a file, the dashboard is {dashboard}.")
            }
            Self::OtherOrigin { page, dashboard } => {
                write!(f, "This page is from {page}, the dashboard is {dashboard}: two origins.")
            }
            Self::Mixed => f.write_str("This page is https, the dashboard http."),
            Self::PermissionDenied => f.write_str("The browser is set to forbid this page the local network."),
            Self::Answers(host) => write!(f, "{host} answers this browser, so host, port and certificate are right."),
            Self::AnsweredBefore(host) => write!(f, "{host} answered another call of this page a moment before."),
            Self::Fails(host) => write!(f, "{host} does not answer a call without the key, either."),
            Self::Silent(host, seconds) => write!(f, "Nothing came from {host} for {seconds} seconds."),
            Self::AtOnce(milliseconds) => write!(f, "The call failed at once, after {milliseconds} ms."),
        }
    }
}

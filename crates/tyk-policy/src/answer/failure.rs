//! What went wrong, as data, with its sentences beside it.

use std::fmt;

use super::Reply;

/// An answer of whoever stands at the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body as text.
    pub body: String,
}

/// Why there is no answer at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// The browser could not or would not make the call; it does not say why.
    Unreachable,
    /// Nothing came within this many seconds.
    TimedOut(u32),
    /// The user stopped it.
    Cancelled,
    /// The address sends the call on to another place, which would carry the key there.
    Redirected,
}

/// Why a call did not do what it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// There is no answer.
    NoAnswer(NoAnswer),
    /// 401.
    NotAuthorised,
    /// 403 with the text of a refused body.
    Malformed,
    /// 403 otherwise: the key's user lacks a right.
    NotPermitted,
    /// 400 with the text of a name in use.
    NameInUse,
    /// 400 otherwise.
    Refused,
    /// 404 or 405: the address is another service, or another part of this one.
    WrongAddress,
    /// 413.
    TooLarge,
    /// 5xx.
    ServerFailed(u16),
    /// A success that is not the Dashboard's JSON.
    NotTheDashboard,
    /// A success whose `Status` says otherwise.
    StatusNotOk,
    /// Any other status.
    OtherStatus(u16),
}

impl Failure {
    /// What an answer that is no success means.
    #[must_use]
    pub fn of(answer: &Answer) -> Self {
        let body = answer.body.as_bytes();
        let says = |part: &str| body.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part.as_bytes()));
        match answer.status {
            200..=299 => Self::NotTheDashboard,
            400 if says("name has already been used") => Self::NameInUse,
            400 => Self::Refused,
            401 => Self::NotAuthorised,
            403 if says("malformed") => Self::Malformed,
            403 => Self::NotPermitted,
            404 | 405 => Self::WrongAddress,
            413 => Self::TooLarge,
            status @ 500..=599 => Self::ServerFailed(status),
            status => Self::OtherStatus(status),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn way_out(&self) -> &'static str {
        match self {
            Self::NoAnswer(NoAnswer::Unreachable) => {
                "It can be: the address is wrong or the dashboard is down; the dashboard does not let pages of another origin call it \
                 (Tyk's never does by itself); its certificate is not trusted; this page is https and the dashboard http. \
                 The curl command works in all of these cases but the first."
            }
            Self::NoAnswer(NoAnswer::TimedOut(_)) => {
                "Look in the dashboard whether the policy is there before you send it again: it may have arrived."
            }
            Self::NoAnswer(NoAnswer::Cancelled) => {
                "Look in the dashboard whether the policy is there: it may have arrived before you stopped."
            }
            Self::NoAnswer(NoAnswer::Redirected) => {
                "Use the address that it leads to: often https instead of http. The key was not sent on."
            }
            Self::NotAuthorised => "Check the API key, or try the other authorization form (bare key or Bearer).",
            Self::Malformed => {
                "A field has a type that Tyk does not take. Mend the findings with rule R1, then send again."
            }
            Self::NotPermitted => "Give the key's user write access to policies, or use the key of an admin user.",
            Self::NameInUse => "Type another name, then send again.",
            Self::Refused => "Mend what the dashboard names, then send again.",
            Self::WrongAddress => {
                "Check the address: it is the Dashboard's, often with port 3000, and not the Gateway's or the portal's."
            }
            Self::TooLarge => "A proxy in front of the dashboard limits the size of a body. Ask for a higher limit.",
            Self::ServerFailed(_) => "Look into the dashboard's log. The policy was probably not stored.",
            Self::NotTheDashboard => "Check the address: a login page or another web site answered.",
            Self::StatusNotOk => "The policy was not stored. Mend what the dashboard names, then send again.",
            Self::OtherStatus(_) => "Check the address and what stands between this page and the dashboard.",
        }
    }
}

/// The sentence: what happened.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoAnswer(NoAnswer::Unreachable) => {
                f.write_str("No answer came from the dashboard, and the browser does not say why.")
            }
            Self::NoAnswer(NoAnswer::TimedOut(seconds)) => {
                write!(f, "The dashboard did not answer within {seconds} seconds.")
            }
            Self::NoAnswer(NoAnswer::Cancelled) => f.write_str("You stopped the call before an answer came."),
            Self::NoAnswer(NoAnswer::Redirected) => {
                f.write_str("The address leads on to another place; nothing was sent there.")
            }
            Self::NotAuthorised => f.write_str("The dashboard does not know this API key (401)."),
            Self::Malformed => f.write_str("The dashboard could not read the policy (403, request body malformed)."),
            Self::NotPermitted => f.write_str("The key's user may not create policies (403)."),
            Self::NameInUse => f.write_str("Another policy already has this name (400)."),
            Self::Refused => f.write_str("The dashboard refused the policy (400)."),
            Self::WrongAddress => f.write_str("There is no policy endpoint at this address (404 or 405)."),
            Self::TooLarge => f.write_str("The policy is too large for something on the way (413)."),
            Self::ServerFailed(status) => write!(f, "The dashboard failed while it stored the policy ({status})."),
            Self::NotTheDashboard => f.write_str("Something answered, but it is not the Dashboard's API."),
            Self::StatusNotOk => f.write_str("The dashboard answered, but not with Status OK."),
            Self::OtherStatus(status) => write!(f, "The address answered with status {status}."),
        }
    }
}

impl Answer {
    /// What the dashboard itself said, if its answer has the envelope and a message.
    #[must_use]
    pub fn message(&self) -> Option<String> {
        Reply::read(&self.body).and_then(|reply| reply.message_text().map(str::to_owned))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(status: u16, body: &str) -> Failure {
        Failure::of(&Answer { status, body: body.to_owned() })
    }

    #[test]
    fn one_status_with_two_meanings_is_decided_by_its_text() {
        assert_eq!(failure(403, r#"{"Message":"Request body malformed."}"#), Failure::Malformed);
        assert_eq!(failure(403, "access denied: You do not have permission to access  /x"), Failure::NotPermitted);
        assert_eq!(
            failure(400, "This policy name has already been used. Enter a unique policy name."),
            Failure::NameInUse
        );
        assert_eq!(failure(400, "Invalid Policy ID"), Failure::Refused);
    }

    #[test]
    fn a_page_of_html_with_200_is_not_the_dashboard() {
        assert_eq!(failure(200, "<!doctype html>"), Failure::NotTheDashboard);
    }
}

//! The sentences of a failure: what happened, and the way out.

use std::fmt;

use super::{Call, Cause, Failure, NoAnswer};

impl Failure {
    /// What to do about it.
    #[must_use]
    pub fn way_out(&self) -> &'static str {
        let words = self.call.words();
        match &self.cause {
            // The connection may have broken on the way back, too.
            Cause::NoAnswer(NoAnswer::Unreachable) if self.call == Call::DeletePolicy => words.doubt,
            Cause::NoAnswer(NoAnswer::Unreachable) => {
                "It can be: the address is wrong or the dashboard is down; the dashboard does not let pages of another origin call it \
                 (Tyk's never does by itself); its certificate is not trusted; this page is https and the dashboard http. \
                 The curl command works in all of these cases but the first."
            }
            Cause::NoAnswer(NoAnswer::Redirected) => {
                "Use the address that it leads to: often https instead of http. The key was not sent on."
            }
            Cause::NoAnswer(_) => words.doubt,
            Cause::NotAuthorised => "Check the API key, or try the other authorization form (bare key or Bearer).",
            Cause::Malformed => {
                "A field has a type that Tyk does not take. Mend the findings with rule R1, then send again."
            }
            Cause::ForeignOrganisation if self.call.sends_policy() => {
                "Take org_id out of the policy, or use a key of that organisation."
            }
            Cause::ForeignOrganisation => "Use a key of that organisation.",
            Cause::NotPermitted => words.right,
            Cause::NameInUse => "Type another name, or change the policy that has this one.",
            Cause::IdInUse => "Type another id, or leave it out: then the dashboard gives one.",
            Cause::IdCharacters => "Write the id with letters, digits and . _ - ~ only, or leave it out.",
            Cause::NotAnId => "Before 5.12 a dashboard knows a policy by its database id only: 24 hex digits.",
            Cause::Refused(_) | Cause::StatusNotOk => words.mend,
            Cause::NoSuchPolicy if self.call == Call::UpdatePolicy => {
                "It was deleted, or it is another organisation's. Send yours as a new policy."
            }
            Cause::NoSuchPolicy => "It was deleted, or it is another organisation's. Ask for the list again.",
            Cause::WrongAddress if self.call == Call::ListMcps => {
                "Dashboards before 5.13 have none: then there are no MCP proxies. Otherwise check the address."
            }
            Cause::WrongAddress => {
                "Check the address: it is the Dashboard's, often with port 3000, and not the Gateway's or the portal's."
            }
            Cause::Gateway => "Type the Dashboard's address, often the same host with port 3000.",
            Cause::TooLarge(_) => {
                "A proxy in front of the dashboard limits the size of a body, usually to 1 MB. Ask for a higher limit."
            }
            Cause::TooManyCalls => "Wait a minute, then try again.",
            Cause::ServerFailed(_) => words.log,
            Cause::ProxyFailed { said: Some(_), .. } => "Do what it says, then try again.",
            // What the proxy gave up, the dashboard may have done.
            Cause::ProxyFailed { status: 504, .. } => words.doubt,
            Cause::ProxyFailed { .. } => {
                "Look whether the dashboard runs, and whether the proxy has its right address."
            }
            Cause::WebPage(_) | Cause::Empty | Cause::NotTheDashboard => {
                "Check the address: a login page or another web site answered."
            }
            Cause::OtherStatus(_) => "Check the address and what stands between this page and the dashboard.",
        }
    }
}

/// The sentence: what happened.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.call.words();
        f.write_str(match &self.cause {
            Cause::NoAnswer(NoAnswer::TimedOut(seconds)) => {
                return write!(f, "The dashboard did not answer within {seconds} seconds.");
            }
            Cause::NotPermitted => return write!(f, "The key's user may not {} (403).", words.may),
            Cause::Refused(status) => return write!(f, "{} ({status}).", words.refused),
            Cause::WrongAddress => return write!(f, "There is no {} at this address (404 or 405).", words.place),
            Cause::ServerFailed(status) => {
                return write!(f, "The dashboard failed while it {} ({status}).", words.did);
            }
            Cause::TooLarge(bytes) => return too_large(*bytes, f),
            Cause::ProxyFailed { status, said: Some(said) } => {
                return write!(f, "No answer came from the dashboard ({status}): “{said}”");
            }
            Cause::ProxyFailed { status, said: None } => {
                return write!(f, "A proxy on the way got no answer from the dashboard ({status}).");
            }
            Cause::WebPage(status) => {
                return write!(f, "A web page answered, but it is not the Dashboard's API ({status}).");
            }
            Cause::OtherStatus(status) => return write!(f, "The address answered with status {status}."),
            Cause::NoAnswer(NoAnswer::Unreachable) => {
                "No answer came from the dashboard, and the browser does not say why."
            }
            Cause::NoAnswer(NoAnswer::Cancelled) => "You stopped the call before an answer came.",
            Cause::NoAnswer(NoAnswer::Redirected) => "The address leads on to another place; nothing was sent there.",
            Cause::NoAnswer(NoAnswer::TooLarge) => "The answer is larger than what is read of one.",
            Cause::NoAnswer(NoAnswer::Broken) => "The answer stopped before its end.",
            Cause::NotAuthorised => "The dashboard does not know this API key (401).",
            Cause::Malformed => "The dashboard could not read the policy (403, request body malformed).",
            Cause::ForeignOrganisation if self.call.sends_policy() => {
                "The policy names another organisation than that of the key's user (403)."
            }
            Cause::ForeignOrganisation => "The policy is another organisation's (403).",
            Cause::NameInUse => "Another policy already has this name (400).",
            Cause::IdInUse => "Another policy already has this id (400).",
            Cause::IdCharacters => "The policy's id has characters that the dashboard does not take (400).",
            Cause::NotAnId => "The dashboard does not take this for the id of a policy (400).",
            Cause::NoSuchPolicy => "The dashboard has no policy with this id (404).",
            Cause::Gateway => "A Tyk Gateway seems to have answered, and not the Dashboard.",
            Cause::TooManyCalls => "There were too many calls: the dashboard, or a proxy, asks for a pause (429).",
            Cause::Empty => "The answer is empty, which is not the Dashboard's API.",
            Cause::NotTheDashboard => "Something answered, but it is not the Dashboard's API.",
            Cause::StatusNotOk => "The dashboard answered, but not with Status OK.",
        })
    }
}

/// The size in words, rounded up: what is too large is not to look as if it fitted.
fn too_large(bytes: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let tenths = bytes.div_ceil(100_000);
    match bytes {
        0 => f.write_str("The policy")?,
        1..=999_999 => write!(f, "The policy of {} KB", bytes.div_ceil(1_000))?,
        _ => write!(f, "The policy of {}.{} MB", tenths / 10, tenths % 10)?,
    }
    f.write_str(" is too large for something on the way (413).")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_that_is_too_large_is_said_with_its_size() {
        let says = |bytes| Failure { call: Call::CreatePolicy, cause: Cause::TooLarge(bytes) }.to_string();
        assert_eq!(says(0), "The policy is too large for something on the way (413).");
        assert!(says(1_001).starts_with("The policy of 2 KB is"));
        assert!(says(1_048_577).starts_with("The policy of 1.1 MB is"));
        assert!(says(12_000_000).starts_with("The policy of 12.0 MB is"));
    }

    #[test]
    fn a_call_whose_end_nobody_knows_says_where_to_look_before_it_is_made_again() {
        let way_out = |call, why| Failure { call, cause: Cause::NoAnswer(why) }.way_out();
        for why in [NoAnswer::TimedOut(30), NoAnswer::Cancelled, NoAnswer::Broken, NoAnswer::TooLarge] {
            for call in [Call::CreatePolicy, Call::UpdatePolicy, Call::DeletePolicy] {
                assert!(way_out(call, why).starts_with("Look "), "{call:?}");
            }
            assert_eq!(way_out(Call::ReadPolicy, why), "Ask again.");
        }
        assert!(
            way_out(Call::DeletePolicy, NoAnswer::Unreachable).starts_with("Look whether the policy is still there")
        );
    }

    #[test]
    fn a_failing_list_of_apis_does_not_speak_of_policies() {
        for status in [400, 403, 404, 413, 418, 429, 500, 502, 504] {
            let answer = super::super::Answer { status, body: String::new() };
            for call in [Call::ListApis, Call::ListMcps] {
                let failure = Failure::of(call, &answer);
                let says = format!("{failure} {}", failure.way_out());
                assert!(!says.contains("polic") && !says.contains("stored"), "{says}");
            }
        }
    }
}

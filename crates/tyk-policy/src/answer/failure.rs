//! What went wrong, as data. Its sentences are in `sentence`, the fields that it points at in `fields`.

use super::{Answer, Call};
use crate::draft::{Json, Object};
use crate::read;

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
    /// The answer is larger than what is read.
    TooLarge,
    /// The answer stopped before its end.
    Broken,
}

/// Why a call did not do what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// There is no answer.
    NoAnswer(NoAnswer),
    /// 401.
    NotAuthorised,
    /// 403 with the text of a refused body.
    Malformed,
    /// 403 with the text of an object of somebody else.
    ForeignOrganisation,
    /// 403 otherwise: the key's user lacks a right.
    NotPermitted,
    /// 400 with the text of a name in use.
    NameInUse,
    /// 400 with the text of an id in use.
    IdInUse,
    /// 400 with the text of an id with other characters than allowed.
    IdCharacters,
    /// 400 with the text of an id that can be none.
    NotAnId,
    /// Refused with this status for another reason, which the answer says.
    Refused(u16),
    /// 404 of the Dashboard itself: no policy has this id.
    NoSuchPolicy,
    /// 404 or 405: the address is another service, or another part of this one.
    WrongAddress,
    /// A Gateway answered.
    Gateway,
    /// 413. How many bytes were sent; 0 if that is not known.
    TooLarge(usize),
    /// 429.
    TooManyCalls,
    /// 5xx.
    ServerFailed(u16),
    /// 502, 503 or 504: what stands in front of the dashboard got no answer from it.
    ProxyFailed {
        /// The status.
        status: u16,
        /// What it says, if it says so in the Dashboard's form.
        said: Option<String>,
    },
    /// A page of HTML.
    WebPage(u16),
    /// A success without a body.
    Empty,
    /// A success that is not the Dashboard's JSON.
    NotTheDashboard,
    /// A success whose `Status` says otherwise.
    StatusNotOk,
    /// Any other status.
    OtherStatus(u16),
}

/// A call that did not do what it should, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What was asked.
    pub call: Call,
    /// What went wrong.
    pub cause: Cause,
}

impl Failure {
    /// What an answer means that does not hold what was asked for.
    #[must_use]
    pub fn of(call: Call, answer: &Answer) -> Self {
        Self { call, cause: cause(call, answer) }
    }

    /// The same, where so many bytes were sent: the sentence of a body that is too large says so.
    #[must_use]
    pub fn having_sent(self, bytes: usize) -> Self {
        match self.cause {
            Cause::TooLarge(_) => Self { cause: Cause::TooLarge(bytes), ..self },
            _ => self,
        }
    }

    /// Whether the browser hides why there is no answer, so that it is to be looked for (see [`crate::doctor`]).
    #[must_use]
    pub fn hides_its_cause(&self) -> bool {
        matches!(self.cause, Cause::NoAnswer(NoAnswer::Unreachable | NoAnswer::TimedOut(_)))
    }

    /// Whether the other form of the authorization header is worth a try.
    #[must_use]
    pub fn offers_other_form(&self) -> bool {
        self.cause == Cause::NotAuthorised
    }
}

fn cause(call: Call, answer: &Answer) -> Cause {
    let object = match read::json(&answer.body) {
        Ok(Json::Object(object)) => object,
        _ => Object::default(),
    };
    let text = |name: &str| object.get(name).and_then(Json::as_text);
    // The form of dashboard-api.md section 3; the Gateway writes the same names in lower case (section 8).
    let is_in_form = text("Status").is_some() || text("Message").is_some();
    let says = |part: &str| answer.says(part);
    if says("attempted administrative access") || (text("status").is_some() && !is_in_form) {
        return Cause::Gateway;
    }
    match answer.status {
        200..=299 if answer.body.trim().is_empty() => Cause::Empty,
        // Answers of other statuses are often pages, too, but the status itself says more.
        200..=299 | 400 | 401 | 403 if answer.body.trim_start().starts_with('<') => Cause::WebPage(answer.status),
        200..=299 if is_in_form && text("Status").is_none_or(|status| !is_ok(status)) => Cause::StatusNotOk,
        200..=299 => Cause::NotTheDashboard,
        300..=399 => Cause::NoAnswer(NoAnswer::Redirected),
        400 if says("name has already been used") => Cause::NameInUse,
        400 if says("policy id") && says("already") => Cause::IdInUse,
        400 if says("allowed characters") => Cause::IdCharacters,
        400 if says("invalid policy id") || says("not in hex") => Cause::NotAnId,
        400 => Cause::Refused(400),
        401 => Cause::NotAuthorised,
        403 if call.sends_policy() && says("malformed") => Cause::Malformed,
        403 if says("not owned by") => Cause::ForeignOrganisation,
        403 => Cause::NotPermitted,
        404 if is_in_form && call.names_policy() => Cause::NoSuchPolicy,
        // "Could not retrieve object list."
        404 if is_in_form && call == Call::ListPolicies => Cause::Refused(404),
        404 | 405 => Cause::WrongAddress,
        413 if call.sends_policy() => Cause::TooLarge(0),
        429 => Cause::TooManyCalls,
        status @ 502..=504 => Cause::ProxyFailed { status, said: answer.message() },
        status @ 500..=599 => Cause::ServerFailed(status),
        status => Cause::OtherStatus(status),
    }
}

/// Whether the text of `Status` says that all is well.
pub(super) fn is_ok(status: &str) -> bool {
    status.eq_ignore_ascii_case("ok")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cause(call: Call, status: u16, body: &str) -> Cause {
        Failure::of(call, &Answer { status, body: body.to_owned() }).cause
    }

    #[test]
    fn one_status_with_two_meanings_is_decided_by_its_text() {
        let create = |status, body| cause(Call::CreatePolicy, status, body);
        assert_eq!(create(403, r#"{"Message":"Request body malformed."}"#), Cause::Malformed);
        assert_eq!(create(403, "access denied: You do not have permission to access  /x"), Cause::NotPermitted);
        assert_eq!(
            create(403, "Object not owned by this organisation, write is forbidden"),
            Cause::ForeignOrganisation
        );
        assert_eq!(
            create(400, "This policy name has already been used. Enter a unique policy name."),
            Cause::NameInUse
        );
        assert_eq!(create(400, "This policy ID has already been used."), Cause::IdInUse);
        assert_eq!(create(400, "Invalid Policy ID: Allowed characters: a-z, A-Z"), Cause::IdCharacters);
        assert_eq!(create(400, "Invalid policy ID."), Cause::NotAnId);
        assert_eq!(create(400, "Policy ID is not in hex format."), Cause::NotAnId);
        assert_eq!(create(400, "something else"), Cause::Refused(400));
    }

    #[test]
    fn a_404_in_the_dashboards_form_means_the_policy_and_any_other_the_address() {
        let form = r#"{"Message":"Could not retrieve portal object.","Meta":null,"Status":"Error"}"#;
        for call in [Call::ReadPolicy, Call::UpdatePolicy, Call::DeletePolicy] {
            assert_eq!(cause(call, 404, form), Cause::NoSuchPolicy);
            assert_eq!(cause(call, 404, "404 page not found"), Cause::WrongAddress);
            assert_eq!(
                cause(call, 405, form),
                Cause::WrongAddress,
                "a method that is not taken says nothing of a policy"
            );
        }
        assert_eq!(cause(Call::CreatePolicy, 404, form), Cause::WrongAddress);
        assert_eq!(cause(Call::ListPolicies, 404, form), Cause::Refused(404));
    }

    #[test]
    fn a_gateway_is_known_by_its_text_and_by_its_lower_case_names() {
        let refusal = r#"{"status":"error","message":"Attempted administrative access with invalid or missing key!"}"#;
        assert_eq!(cause(Call::CreatePolicy, 403, refusal), Cause::Gateway);
        assert_eq!(cause(Call::ListApis, 404, r#"{"status":"error","message":"Not found"}"#), Cause::Gateway);
        assert_eq!(cause(Call::ReadPolicy, 200, r#"{"status":"pass","version":"5.8"}"#), Cause::Gateway);
        assert_ne!(cause(Call::ReadPolicy, 404, r#"{"status":404,"error":"Not Found"}"#), Cause::Gateway);
    }

    #[test]
    fn a_page_of_html_is_no_answer_of_the_dashboard_but_a_status_that_says_more_counts_first() {
        assert_eq!(cause(Call::ListApis, 200, " <!doctype html>"), Cause::WebPage(200));
        assert_eq!(cause(Call::CreatePolicy, 401, "<html>"), Cause::WebPage(401));
        assert_eq!(cause(Call::CreatePolicy, 413, "<html>"), Cause::TooLarge(0));
        assert_eq!(cause(Call::CreatePolicy, 502, "<html>"), Cause::ProxyFailed { status: 502, said: None });
    }
}

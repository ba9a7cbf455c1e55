//! The answers to a policy that is stored, changed or deleted.

use super::{Answer, Call, Failure, Reply};
use crate::draft::{Json, Object};
use crate::write::{self, Layout};

/// A policy that the dashboard has stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Created {
    /// Its id; nothing if the dashboard said OK and named none.
    pub id: Option<String>,
    /// The whole envelope.
    pub reply: Reply,
}

/// What the answer to a new policy means.
///
/// # Errors
/// What the dashboard refused, or why the answer is none of its.
pub fn created(answer: &Answer) -> Result<Created, Failure> {
    let reply = reply(Call::CreatePolicy, answer)?;
    Ok(Created { id: reply.new_id().map(str::to_owned), reply })
}

/// What the answer to a changed policy means.
///
/// # Errors
/// What the dashboard refused, or why the answer is none of its.
pub fn updated(answer: &Answer) -> Result<Reply, Failure> {
    reply(Call::UpdatePolicy, answer)
}

/// What the answer to the end of a policy means.
///
/// # Errors
/// What the dashboard refused, or why the answer is none of its.
pub fn deleted(answer: &Answer) -> Result<Reply, Failure> {
    reply(Call::DeletePolicy, answer)
}

fn reply(call: Call, answer: &Answer) -> Result<Reply, Failure> {
    let reply = Reply::read(&answer.body).filter(|reply| answer.is_success() && reply.is_ok());
    reply.ok_or_else(|| Failure::of(call, answer))
}

/// The bodies of the keys that use a policy: with `apply_policies`, in the full form of dashboard-api.md section 5, and
/// with the older `apply_policy_id`.
#[must_use]
pub fn keys_for(policy_id: &str) -> [String; 2] {
    let rest = || {
        [
            ("access_rights", Json::Object(Object::default())),
            ("allowance", Json::from(0)),
            ("expires", Json::from(-1)),
            ("is_inactive", Json::from(false)),
            ("org_id", Json::from("")),
            ("per", Json::from(0)),
            ("quota_max", Json::from(-1)),
            ("quota_remaining", Json::from(-1)),
            ("quota_renewal_rate", Json::from(3600)),
            ("quota_renews", Json::from(0)),
            ("rate", Json::from(0)),
        ]
    };
    [("apply_policies", Json::strings(&[policy_id])), ("apply_policy_id", Json::from(policy_id))].map(|first| {
        let members = std::iter::once(first).chain(rest()).map(|(name, value)| (name.to_owned(), value)).collect();
        write::json(&Json::Object(Object::new(members)), Layout::Indented)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Cause;
    use crate::read;

    fn answer(status: u16, body: &str) -> Answer {
        Answer { status, body: body.to_owned() }
    }

    #[test]
    fn the_new_id_is_taken_from_message_else_id_else_meta() {
        let id = |body: &str| created(&answer(200, body)).unwrap().id;
        let hex = "577a8589428a6b0001000017";
        assert_eq!(id(&format!(r#"{{"Status":"OK","Message":"{hex}","Meta":null}}"#)).as_deref(), Some(hex));
        assert_eq!(id(&format!(r#"{{"Status":"OK","Message":"Policy created","ID":"{hex}"}}"#)).as_deref(), Some(hex));
        assert_eq!(
            id(&format!(r#"{{"Status":"OK","Message":"Policy created","Meta":"{hex}"}}"#)).as_deref(),
            Some(hex)
        );
        assert_eq!(id(r#"{"Status":"OK","Message":"Policy created","Meta":""}"#), None);
        assert_eq!(id(r#"{"Status":"OK","Message":"startup-users"}"#).as_deref(), Some("startup-users"));
    }

    #[test]
    fn a_status_that_is_not_ok_is_a_failure_even_with_200() {
        let failure = created(&answer(200, r#"{"Status":"Error","Message":"no"}"#)).unwrap_err();
        assert_eq!(failure, Failure { call: Call::CreatePolicy, cause: Cause::StatusNotOk });
    }

    #[test]
    fn a_change_and_an_end_are_said_with_status_ok() {
        let ok = answer(200, r#"{"Status":"OK","Message":"Data updated","Meta":null}"#);
        assert_eq!(updated(&ok).unwrap().message_text(), Some("Data updated"));
        assert!(deleted(&ok).is_ok());
        let failing = answer(500, r#"{"Status":"OK","Message":"Data updated"}"#);
        assert_eq!(updated(&failing).unwrap_err().cause, Cause::ServerFailed(500));
    }

    #[test]
    fn both_keys_that_use_a_policy_are_json_and_name_it() {
        let [new, old] = keys_for("577a8589428a6b0001000017");
        assert!(new.contains("\"apply_policies\": [\n    \"577a8589428a6b0001000017\"\n  ]"));
        assert!(old.contains("\"apply_policy_id\": \"577a8589428a6b0001000017\""));
        assert!(read::json(&new).is_ok() && read::json(&old).is_ok());
    }
}

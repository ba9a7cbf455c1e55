//! The answer to a new policy.

use super::{Answer, Failure};
use crate::check::is_policy_id;
use crate::draft::{Json, Object};
use crate::read;
use crate::write::{self, Layout};

/// The envelope of a dashboard's write answers. Each field may be absent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reply {
    /// "OK" or "Error".
    pub status: Option<Json>,
    /// The new id, or a text for people.
    pub message: Option<Json>,
    /// Null in most answers; the id in some.
    pub meta: Option<Json>,
    /// Listed by the reference page, seldom there.
    pub id: Option<Json>,
}

impl Reply {
    /// Reads the envelope; nothing if the body is no JSON object.
    #[must_use]
    pub fn read(body: &str) -> Option<Self> {
        let Ok(Json::Object(object)) = read::json(body) else { return None };
        let field = |name: &str| object.get(name).cloned();
        Some(Self { status: field("Status"), message: field("Message"), meta: field("Meta"), id: field("ID") })
    }

    /// The message, if it is a text.
    #[must_use]
    pub fn message_text(&self) -> Option<&str> {
        self.message.as_ref().and_then(Json::as_text)
    }

    /// The four fields with their names, as they are shown.
    #[must_use]
    pub fn fields(&self) -> [(&'static str, Option<String>); 4] {
        let show = |value: &Option<Json>| value.as_ref().map(|value| write::json(value, Layout::Indented));
        [
            ("Status", show(&self.status)),
            ("Message", show(&self.message)),
            ("Meta", show(&self.meta)),
            ("ID", show(&self.id)),
        ]
    }

    fn is_ok(&self) -> bool {
        self.status.as_ref().and_then(Json::as_text).is_some_and(|status| status.eq_ignore_ascii_case("ok"))
    }

    /// The new id: Message if it looks like one, else ID, else Meta.
    fn new_id(&self) -> Option<&str> {
        let candidates = [&self.message, &self.id, &self.meta];
        candidates
            .into_iter()
            .filter_map(|value| value.as_ref().and_then(Json::as_text))
            .find(|text| looks_like_an_id(text))
    }
}

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
    if !(200..300).contains(&answer.status) {
        return Err(Failure::of(answer));
    }
    let Some(reply) = Reply::read(&answer.body) else { return Err(Failure::of(answer)) };
    if reply.is_ok() { Ok(Created { id: reply.new_id().map(str::to_owned), reply }) } else { Err(Failure::StatusNotOk) }
}

/// An id of the Dashboard is 24 hex digits; an own id is one word of the characters of rule R2, and never a sentence.
fn looks_like_an_id(text: &str) -> bool {
    let is_hex = text.len() == 24 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_own = text.bytes().any(|byte| byte.is_ascii_digit() || byte == b'-' || byte == b'_') && is_policy_id(text);
    is_hex || is_own
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
        assert_eq!(failure, Failure::StatusNotOk);
    }

    #[test]
    fn both_keys_that_use_a_policy_are_json_and_name_it() {
        let [new, old] = keys_for("577a8589428a6b0001000017");
        assert!(new.contains("\"apply_policies\": [\n    \"577a8589428a6b0001000017\"\n  ]"));
        assert!(old.contains("\"apply_policy_id\": \"577a8589428a6b0001000017\""));
        assert!(read::json(&new).is_ok() && read::json(&old).is_ok());
    }
}

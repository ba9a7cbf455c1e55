//! The policies that a dashboard has (dashboard-api.md section 3).

use super::{Answer, Call, Failure, object, pages};
use crate::catalogue::{ACCESS_RIGHTS, ACTIVE, DATABASE_ID, Field, ID, IS_INACTIVE, LAST_UPDATED, NAME, ORG_ID, STATE};
use crate::context::KnownPolicy;
use crate::draft::{Draft, Json};
use crate::request::PolicyId;

/// A policy as the dashboard has it, every member kept.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredPolicy {
    /// The policy.
    pub draft: Draft,
}

impl StoredPolicy {
    /// The id that keys refer to: its own, else that of the database. Empty if it has neither.
    #[must_use]
    pub fn id(&self) -> &str {
        key_id(&self.draft)
    }

    /// The id that names it in paths: that of the database, which every version of the Dashboard finds (an own id only
    /// since 5.12.0, and not where it is a word of another path), else its own. Nothing if no path can name it.
    #[must_use]
    pub fn path_id(&self) -> Option<PolicyId> {
        PolicyId::new(self.database_id()).or_else(|| PolicyId::new(self.id()))
    }

    /// The id of the database.
    #[must_use]
    pub fn database_id(&self) -> &str {
        self.text(&DATABASE_ID)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.text(&NAME)
    }

    /// The organisation that it belongs to.
    #[must_use]
    pub fn organisation(&self) -> &str {
        self.text(&ORG_ID)
    }

    /// When it last changed, as it stands: usually the seconds since 1970. Empty if that is not said.
    #[must_use]
    pub fn last_updated(&self) -> &str {
        match self.draft.get(&LAST_UPDATED) {
            Some(Json::Number(seconds)) => seconds.as_str(),
            _ => self.text(&LAST_UPDATED),
        }
    }

    /// What its keys can do, in a word or two. `state` counts before the two older fields (policy-model.md section 9).
    #[must_use]
    pub fn state(&self) -> &'static str {
        let is_on = |field: &Field| self.draft.get(field).and_then(Json::as_bool) == Some(true);
        match self.text(&STATE) {
            "active" => "active",
            "draft" => "draft",
            "deny" => "access denied",
            _ if is_on(&IS_INACTIVE) || !is_on(&ACTIVE) => "inactive",
            _ => "active",
        }
    }

    /// How many APIs its keys may call.
    #[must_use]
    pub fn api_count(&self) -> usize {
        self.draft.access.entries.len()
    }

    /// What a check has to know of it.
    #[must_use]
    pub fn known(&self) -> KnownPolicy {
        KnownPolicy { id: self.id().to_owned(), name: self.name().to_owned() }
    }

    fn text(&self, field: &Field) -> &str {
        text(&self.draft, field)
    }
}

/// The id by which keys refer to a policy that is stored so: its own, else that of the database. Empty if it has neither.
#[must_use]
pub fn key_id(stored: &Draft) -> &str {
    let own = text(stored, &ID);
    if own.is_empty() { text(stored, &DATABASE_ID) } else { own }
}

fn text<'a>(draft: &'a Draft, field: &Field) -> &'a str {
    draft.get(field).and_then(Json::as_text).unwrap_or_default()
}

/// One page of a dashboard's policies.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyPage {
    /// The policies on it.
    pub policies: Vec<StoredPolicy>,
    /// How many pages there are; 0 if all are on this one.
    pub pages: u32,
}

/// The policy in the answer to a question for one.
///
/// # Errors
/// Why the answer is no policy.
pub fn stored(answer: &Answer) -> Result<StoredPolicy, Failure> {
    let policy = object(Call::ReadPolicy, answer)?;
    let is_policy = [&DATABASE_ID, &ID, &NAME, &ACCESS_RIGHTS].iter().any(|field| policy.get(field.name).is_some());
    if is_policy {
        Ok(StoredPolicy { draft: Draft::from_object(policy) })
    } else {
        Err(Failure::of(Call::ReadPolicy, answer))
    }
}

/// The policies in the answer to a question for a list of them.
///
/// # Errors
/// Why the answer is no list of policies.
pub fn policies(answer: &Answer) -> Result<PolicyPage, Failure> {
    let object = object(Call::ListPolicies, answer)?;
    let pages = pages(&object, "Pages");
    let data = object.into_members().into_iter().rev().find(|(name, _)| name == "Data");
    let items = match data {
        Some((_, Json::List(items))) => items,
        // Go's empty list.
        Some((_, Json::Null)) => Vec::new(),
        _ => return Err(Failure::of(Call::ListPolicies, answer)),
    };
    let policy = |item| match item {
        Json::Object(policy) => Some(StoredPolicy { draft: Draft::from_object(policy) }),
        _ => None,
    };
    Ok(PolicyPage { policies: items.into_iter().filter_map(policy).collect(), pages })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Cause;

    fn answer(body: &str) -> Answer {
        Answer { status: 200, body: body.to_owned() }
    }

    fn policy(body: &str) -> StoredPolicy {
        stored(&answer(body)).unwrap()
    }

    #[test]
    fn a_policy_is_known_by_its_own_id_else_by_that_of_the_database() {
        let own = policy(r#"{"_id": "577a8589428a6b0001000017", "id": "gold", "name": "Gold", "org_id": "o"}"#);
        assert_eq!((own.id(), own.database_id(), own.organisation()), ("gold", "577a8589428a6b0001000017", "o"));
        assert_eq!(own.known(), KnownPolicy { id: "gold".to_owned(), name: "Gold".to_owned() });
        let other = policy(r#"{"_id": "577a8589428a6b0001000017", "id": ""}"#);
        assert_eq!(other.id(), "577a8589428a6b0001000017");
    }

    #[test]
    fn paths_name_a_policy_by_the_id_of_the_database_else_by_its_own() {
        let path_id = |body: &str| policy(body).path_id().map(|id| id.as_str().to_owned());
        let database_id = Some("577a8589428a6b0001000017".to_owned());
        assert_eq!(path_id(r#"{"_id": "577a8589428a6b0001000017", "id": "search"}"#), database_id);
        assert_eq!(path_id(r#"{"_id": "577a8589428a6b0001000017", "id": "a/../b"}"#), database_id);
        assert_eq!(path_id(r#"{"_id": "", "id": "gold"}"#), Some("gold".to_owned()));
        assert_eq!(path_id(r#"{"id": ".."}"#), None);
        assert_eq!(path_id(r#"{"name": "Gold"}"#), None);
    }

    #[test]
    fn the_state_counts_before_the_older_fields() {
        for (body, state) in [
            (r#"{"id": "a", "state": "active", "is_inactive": true}"#, "active"),
            (r#"{"id": "a", "state": "draft", "active": true}"#, "draft"),
            (r#"{"id": "a", "state": "deny", "active": true}"#, "access denied"),
            (r#"{"id": "a", "active": true, "is_inactive": false}"#, "active"),
            (r#"{"id": "a", "active": true, "is_inactive": true}"#, "inactive"),
            (r#"{"id": "a", "active": false}"#, "inactive"),
            (r#"{"id": "a", "state": "", "active": true}"#, "active"),
        ] {
            assert_eq!(policy(body).state(), state, "{body}");
        }
    }

    #[test]
    fn the_last_change_is_shown_as_it_stands() {
        assert_eq!(policy(r#"{"id": "a", "last_updated": "1714555800"}"#).last_updated(), "1714555800");
        assert_eq!(policy(r#"{"id": "a", "last_updated": 1714555800}"#).last_updated(), "1714555800");
        assert_eq!(policy(r#"{"id": "a"}"#).last_updated(), "");
    }

    #[test]
    fn apis_are_counted_in_either_form() {
        assert_eq!(policy(r#"{"id": "a", "access_rights": {"x": {}, "y": {}}}"#).api_count(), 2);
        assert_eq!(policy(r#"{"id": "a", "access_rights_array": [{"api_id": "x"}]}"#).api_count(), 1);
    }

    #[test]
    fn a_list_may_be_null_and_its_pages_0_and_what_is_unknown_is_ignored() {
        let page = |body: &str| policies(&answer(body)).map(|page| (page.policies.len(), page.pages));
        assert_eq!(page(r#"{"Data": [{"id": "a"}, null, 1], "Pages": 0, "StatusCode": 200}"#), Ok((1, 0)));
        assert_eq!(page(r#"{"Data": null, "Pages": 3}"#), Ok((0, 3)));
        assert_eq!(page(r#"{"Data": [], "Pages": -1}"#), Ok((0, 0)));
        for (body, cause) in [
            (r#"{"apis": []}"#, Cause::NotTheDashboard),
            ("[]", Cause::NotTheDashboard),
            (r#"{"Status": "Error", "Message": "x"}"#, Cause::StatusNotOk),
            ("", Cause::Empty),
        ] {
            assert_eq!(page(body), Err(Failure { call: Call::ListPolicies, cause }), "{body}");
        }
    }

    #[test]
    fn what_is_no_policy_is_none() {
        for body in ["{}", "[]", "\"x\"", r#"{"Status": "OK", "Message": "x"}"#] {
            assert!(stored(&answer(body)).is_err(), "{body}");
        }
        let not_found = Answer { status: 404, body: r#"{"Status":"Error","Message":"x","id":"a"}"#.to_owned() };
        assert_eq!(stored(&not_found).unwrap_err().cause, Cause::NoSuchPolicy);
    }
}

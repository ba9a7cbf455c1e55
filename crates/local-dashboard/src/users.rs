//! Who may call, and what for: three users, each known by its key (dashboard-api.md section 2).

use axum::http::{HeaderMap, Method, header};

/// The key of the user who may do everything in [`SAMPLE_ORGANISATION`]. Everybody may know it, as they may know the
/// other keys: they open this stand-in and nothing else.
pub const SAMPLE_KEY: &str = "local-sample-key-for-trying-out";

/// The key of a user of [`SAMPLE_ORGANISATION`] who may read policies and APIs, and nothing else: writes are 403.
pub const READ_ONLY_KEY: &str = "local-read-only-key-for-trying-out";

/// The key of the user who may do everything in [`SECOND_ORGANISATION`].
pub const SECOND_ORGANISATION_KEY: &str = "local-second-key-for-trying-out";

/// The organisation that most is tried out in; its digits spell "Sample Org.!".
pub const SAMPLE_ORGANISATION: &str = "53616d706c65204f72672e21";

/// Another organisation, with policies of its own, and APIs of the same names that have other ids; its digits spell
/// "Second Org.!".
pub const SECOND_ORGANISATION: &str = "5365636f6e64204f72672e21";

/// What a user may do with the objects of one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Right {
    None,
    Read,
    Write,
}

/// Somebody with a key.
#[derive(Debug)]
pub struct User {
    key: &'static str,
    /// Whose objects the user sees and makes.
    pub organisation: &'static str,
    policies: Right,
    apis: Right,
    keys: Right,
    mcp: Right,
}

static USERS: [User; 3] = [
    admin(SAMPLE_KEY, SAMPLE_ORGANISATION),
    User {
        key: READ_ONLY_KEY,
        organisation: SAMPLE_ORGANISATION,
        policies: Right::Read,
        apis: Right::Read,
        keys: Right::None,
        mcp: Right::None,
    },
    admin(SECOND_ORGANISATION_KEY, SECOND_ORGANISATION),
];

const fn admin(key: &'static str, organisation: &'static str) -> User {
    User { key, organisation, policies: Right::Write, apis: Right::Write, keys: Right::Write, mcp: Right::Write }
}

impl User {
    /// The user whose bare key is in the header, or stands there behind `Bearer`.
    pub fn who_calls(headers: &HeaderMap) -> Option<&'static Self> {
        let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
        let key = value.strip_prefix("Bearer ").unwrap_or(value);
        USERS.iter().find(|user| user.key == key)
    }

    /// Whether the user has the right that a call needs. What is at no known path needs none: nothing is there.
    pub fn may(&self, method: &Method, path: &str) -> bool {
        let below = |group: &str| path.strip_prefix(group).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let groups = [
            ("/api/portal/policies", self.policies),
            ("/api/apis", self.apis),
            ("/api/keys", self.keys),
            ("/api/mcps", self.mcp),
        ];
        let Some((_, right)) = groups.into_iter().find(|(group, _)| below(group)) else { return true };
        let is_read = [Method::GET, Method::HEAD, Method::OPTIONS].contains(method);
        right >= if is_read { Right::Read } else { Right::Write }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organisations_spell_their_names() {
        for (organisation, name) in [(SAMPLE_ORGANISATION, "Sample Org.!"), (SECOND_ORGANISATION, "Second Org.!")] {
            let digits: String = name.bytes().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(organisation, digits);
        }
    }

    #[test]
    fn a_right_is_for_a_group_and_not_for_what_starts_with_the_same_letters() {
        let [_, reader, _] = &USERS;
        assert!(!reader.may(&Method::GET, "/api/keys/x") && reader.may(&Method::GET, "/api/keys-of-a-piano"));
        assert!(reader.may(&Method::HEAD, "/api/apis") && !reader.may(&Method::DELETE, "/api/apis/"));
    }
}

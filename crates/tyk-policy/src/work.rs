//! The text of a saved work: what somebody was editing, to be opened again later.

use std::fmt;

use crate::draft::{Json, Object};
use crate::envelope::{self, Closed};
use crate::write::{self, Layout};

/// The member that says the version, and the newest version.
const VERSION: (&str, i64) = ("policy-builder-work", 1);

/// Something that was edited. It has no place for a key.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// What its owner calls it; empty if it has no name yet.
    pub name: String,
    /// The policy as JSON, or what stood in the JSON editor while no policy could be read from it.
    pub text: String,
    /// Whether a policy can be read from the text.
    pub is_readable: bool,
    /// The last policy that was read, as JSON, where none can be read from the text; otherwise empty.
    pub last_read: String,
    /// When it last changed, in milliseconds since 1970; a whole number, below 2^53.
    pub changed: f64,
    /// Where it came from, in words; empty if it was new.
    pub opened_from: String,
}

/// Why a saved work cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkFault {
    /// It is of a version that is not known here yet.
    Newer,
    /// It is no saved work, or was damaged.
    Broken,
}

/// What is in the way and the way out.
impl fmt::Display for WorkFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Newer => "This work was saved by a newer Policy Builder. Reload the page to get the newest one.",
            Self::Broken => "This work cannot be read any more. Delete it, and open the policy from elsewhere.",
        })
    }
}

impl Work {
    /// The text that is saved.
    #[must_use]
    pub fn to_text(&self) -> String {
        let (version_name, version) = VERSION;
        let members = vec![
            (version_name, Json::from(version)),
            ("name", Json::from(self.name.as_str())),
            ("text", Json::from(self.text.as_str())),
            ("is_readable", Json::from(self.is_readable)),
            ("last_read", Json::from(self.last_read.as_str())),
            ("changed", Json::whole(self.changed).unwrap_or(Json::Null)),
            ("opened_from", Json::from(self.opened_from.as_str())),
        ];
        write::json(&Json::object(members), Layout::Indented)
    }

    /// Reads what was saved. Members that are not known here are passed over; what is missing counts as empty, but the text
    /// must be there.
    ///
    /// # Errors
    /// It is of a newer version, or cannot be read.
    pub fn read(text: &str) -> Result<Self, WorkFault> {
        let (name, newest) = VERSION;
        let object = envelope::open(text, name, newest.unsigned_abs()).map_err(|closed| match closed {
            Closed::Newer(_) => WorkFault::Newer,
            Closed::Broken => WorkFault::Broken,
        })?;
        Ok(Self {
            name: text_of(&object, "name").unwrap_or_default(),
            text: text_of(&object, "text").ok_or(WorkFault::Broken)?,
            is_readable: object.get("is_readable").and_then(Json::as_bool).unwrap_or_default(),
            last_read: text_of(&object, "last_read").unwrap_or_default(),
            changed: object.get("changed").and_then(Json::as_number).unwrap_or_default(),
            opened_from: text_of(&object, "opened_from").unwrap_or_default(),
        })
    }
}

fn text_of(object: &Object, name: &str) -> Option<String> {
    object.get(name).and_then(Json::as_text).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work() -> Work {
        Work {
            name: "Gold, \"new\"".to_owned(),
            text: "{\n  \"name\": \"half".to_owned(),
            is_readable: false,
            last_read: "{}".to_owned(),
            changed: 1_732_000_000_123.0,
            opened_from: "gold.json".to_owned(),
        }
    }

    #[test]
    fn a_work_is_read_again_as_it_was_saved() {
        let readable = Work { is_readable: true, ..work() };
        for work in [work(), readable, Work::default()] {
            assert_eq!(Work::read(&work.to_text()), Ok(work));
        }
    }

    #[test]
    fn a_time_that_is_none_is_saved_as_the_beginning() {
        let timeless = Work { changed: f64::NAN, ..work() };
        assert_eq!(Work::read(&timeless.to_text()), Ok(Work { changed: 0.0, ..work() }));
    }

    #[test]
    fn members_that_are_not_known_yet_are_passed_over_and_missing_ones_are_empty() {
        let read = Work::read(r#"{"policy-builder-work": 1, "text": "{}", "colour": {"red": 1}, "name": 5}"#);
        assert_eq!(read, Ok(Work { text: "{}".to_owned(), ..Work::default() }));
    }

    #[test]
    fn a_work_of_a_newer_version_or_none_at_all_says_so() {
        let newer = work().to_text().replace("\"policy-builder-work\": 1", "\"policy-builder-work\": 2");
        assert_eq!(Work::read(&newer), Err(WorkFault::Newer));
        let whole = work().to_text();
        for text in ["", "{}", "[]", "null", &whole[..whole.len() - 1], r#"{"policy-builder-work": 1}"#] {
            assert_eq!(Work::read(text), Err(WorkFault::Broken), "{text}");
        }
    }
}

//! An answer as it came, and the envelope in it.

use super::failure::is_ok;
use crate::check::is_policy_id;
use crate::draft::Json;
use crate::read;
use crate::write::{self, Layout, deceives};

/// An answer of whoever stands at the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body as text.
    pub body: String,
}

impl Answer {
    /// What the dashboard itself said, if its answer has the envelope and a message: a sentence, so it is cut where it is
    /// none, and nothing in it deceives the eye.
    #[must_use]
    pub fn message(&self) -> Option<String> {
        const LONGEST: usize = 500;
        let reply = Reply::read(&self.body)?;
        let text = reply.message_text()?;
        let mut said: String =
            text.chars().take(LONGEST).map(|c| if deceives(c) { char::REPLACEMENT_CHARACTER } else { c }).collect();
        if text.chars().nth(LONGEST).is_some() {
            said.push('…');
        }
        Some(said)
    }

    /// The body's beginning, at most so many bytes of it, and whether something was cut.
    #[must_use]
    pub fn excerpt(&self, most: usize) -> (String, bool) {
        let end = self.body.floor_char_boundary(most);
        let begin = self.body.get(..end).unwrap_or_default();
        (begin.to_owned(), begin.len() < self.body.len())
    }

    /// Whether a text in small letters stands near the body's beginning, in any letters.
    pub(super) fn says(&self, part: &str) -> bool {
        const FAR_ENOUGH: usize = 4_000;
        let begin = self.body.as_bytes().get(..FAR_ENOUGH).unwrap_or(self.body.as_bytes());
        begin.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part.as_bytes()))
    }

    /// Whether the status is one of success.
    pub(super) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

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

    pub(super) fn is_ok(&self) -> bool {
        self.status.as_ref().and_then(Json::as_text).is_some_and(is_ok)
    }

    /// The new id: Message if it looks like one, else ID, else Meta.
    pub(super) fn new_id(&self) -> Option<&str> {
        let candidates = [&self.message, &self.id, &self.meta];
        candidates
            .into_iter()
            .filter_map(|value| value.as_ref().and_then(Json::as_text))
            .find(|text| looks_like_an_id(text))
    }
}

/// An id of the Dashboard is 24 hex digits; an own id is one word of the characters of rule R2, and never a sentence.
fn looks_like_an_id(text: &str) -> bool {
    let is_hex = text.len() == 24 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_own = text.bytes().any(|byte| byte.is_ascii_digit() || byte == b'-' || byte == b'_') && is_policy_id(text);
    is_hex || is_own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_cut_between_characters_and_says_so() {
        let answer = Answer { status: 200, body: "aéb".to_owned() };
        assert_eq!(answer.excerpt(10), ("aéb".to_owned(), false));
        assert_eq!(answer.excerpt(4), ("aéb".to_owned(), false));
        assert_eq!(answer.excerpt(2), ("a".to_owned(), true));
        assert_eq!(answer.excerpt(0), (String::new(), true));
    }

    #[test]
    fn a_message_is_a_sentence_however_long_it_came_and_does_not_deceive_the_eye() {
        let message = |text: &str| {
            let body = format!(r#"{{"Status":"Error","Message":"{text}"}}"#);
            Answer { status: 400, body }.message()
        };
        assert_eq!(message("no").as_deref(), Some("no"));
        assert_eq!(message("a\u{202e}b").as_deref(), Some("a\u{fffd}b"));
        let long = message(&"é".repeat(10_000)).unwrap();
        assert_eq!(long.chars().count(), 501);
        assert!(long.ends_with("é…"));
    }
}

//! The request of a curl command.

use std::fmt;

use super::spliced::Spliced;
use crate::draft::{Json, Object};

/// The request of one curl command.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Command {
    /// The method: the given one, or the one that follows from the other options.
    pub(super) method: String,
    /// The URL as it is written, with the variables that the text itself sets.
    pub(super) url: Option<String>,
    /// The headers, names and values as they are written.
    pub(super) headers: Vec<(String, String)>,
    /// The body.
    pub(super) body: Body,
    /// Where the word curl stands.
    pub(super) at: usize,
}

/// What a curl command sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// Nothing, or a form of several parts.
    None,
    /// This text.
    Text(Spliced),
    /// The content of a file.
    File(String),
    /// The standard input.
    Input,
}

impl fmt::Debug for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |(name, value): &(String, String)| {
            (name.clone(), if is_secret(name) { "***".to_owned() } else { value.clone() })
        };
        let headers: Vec<_> = self.headers.iter().map(shown).collect();
        f.debug_struct("Command")
            .field("method", &self.method)
            .field("url", &self.url)
            .field("headers", &headers)
            .field("body", &self.body)
            .field("at", &self.at)
            .finish()
    }
}

/// Whether the value of a header with this name lets its owner in.
fn is_secret(name: &str) -> bool {
    ["authorization", "x-tyk-authorization", "cookie", "admin-auth"]
        .iter()
        .any(|known| name.eq_ignore_ascii_case(known))
}

impl Command {
    /// The command as a list, in the order of its members.
    pub(super) fn to_json(&self) -> Json {
        let header = |(name, value): &(String, String)| Json::List(vec![text(name), text(value)]);
        Json::List(vec![
            text(&self.method),
            self.url.as_deref().map_or(Json::Null, Json::from),
            Json::List(self.headers.iter().map(header).collect()),
            self.body.to_json(),
            number(self.at),
        ])
    }

    /// The way back; nothing for any other value.
    pub(super) fn from_json(value: &Json) -> Option<Self> {
        let [method, url, headers, body, at] = value.as_list()? else { return None };
        let header = |item: &Json| match item.as_list()? {
            [name, value] => Some((owned(name)?, owned(value)?)),
            _ => None,
        };
        Some(Self {
            method: owned(method)?,
            url: owned(url),
            headers: headers.as_list()?.iter().filter_map(header).collect(),
            body: Body::from_json(body),
            at: offset(at)?,
        })
    }
}

impl Body {
    fn to_json(&self) -> Json {
        let member = match self {
            Self::None => return Json::Null,
            Self::Input => return Json::Bool(true),
            Self::File(name) => ("file", text(name)),
            Self::Text(spliced) => ("text", spliced.to_json()),
        };
        Json::Object(Object::new(vec![(member.0.to_owned(), member.1)]))
    }

    fn from_json(value: &Json) -> Self {
        match value.as_object().and_then(|object| object.iter().next()) {
            Some(("file", name)) => owned(name).map_or(Self::None, Self::File),
            Some((_, spliced)) => Spliced::from_json(spliced).map_or(Self::None, Self::Text),
            None if value.as_bool().is_some() => Self::Input,
            None => Self::None,
        }
    }
}

fn text(text: &str) -> Json {
    Json::from(text)
}

fn owned(value: &Json) -> Option<String> {
    value.as_text().map(str::to_owned)
}

/// A byte offset, a line or a column as JSON.
pub(super) fn number(number: usize) -> Json {
    Json::from(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The way back.
pub(super) fn offset(value: &Json) -> Option<usize> {
    value.as_integer().and_then(|number| usize::try_from(number).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_comes_back_from_json_as_it_was() {
        for body in [Body::None, Body::Input, Body::File("a.json".into()), Body::Text(Spliced::default())] {
            let command = Command {
                method: "POST".into(),
                url: Some("http://h".into()),
                headers: vec![("a".into(), "b".into())],
                body,
                at: 7,
            };
            assert_eq!(Command::from_json(&command.to_json()), Some(command));
        }
    }

    #[test]
    fn a_key_is_not_in_what_is_printed_for_developers() {
        let headers = vec![("Authorization".to_owned(), "5f2a".to_owned()), ("X".to_owned(), "y".to_owned())];
        let command = Command { method: String::new(), url: None, headers, body: Body::None, at: 0 };
        let printed = format!("{command:?}");
        assert!(printed.contains("***") && !printed.contains("5f2a"), "{printed}");
    }
}

//! What is no JSON: curl commands and YAML, taken apart.
//!
//! Their readers are large, and few texts need them. So they are a feature of this library, and the page loads them apart,
//! only when a text asks for them; what they found then crosses over as a JSON text.

use super::command::{Command, number, offset};
#[cfg(feature = "foreign")]
use super::curl;
use super::document::{Document, YamlFault};
use super::json::json;
use super::places::Offsets;
#[cfg(feature = "foreign")]
use super::yaml;
use crate::draft::{Json, Object};
use crate::write::{self, Layout};

/// A text that is no JSON, taken apart as far as it can be.
#[derive(Debug, Default)]
pub struct Foreign(pub(super) Taken);

/// What was found.
#[derive(Debug, Default)]
pub(super) enum Taken {
    /// Neither a curl command nor YAML.
    #[default]
    Nothing,
    /// Curl commands.
    Curl(Vec<Command>),
    /// Documents of YAML.
    Yaml(Vec<Document>),
    /// It may have been meant as YAML.
    NotYaml(YamlFault),
}

impl Foreign {
    /// Takes a text apart.
    #[cfg(feature = "foreign")]
    #[must_use]
    pub fn take_apart(text: &str) -> Self {
        // A resource may hold a script with a command in it; a command never names the version of a resource.
        let names_version = text.lines().any(|line| line.starts_with("apiVersion:"));
        let commands = if names_version { Vec::new() } else { curl::commands(text) };
        if !commands.is_empty() {
            return Self(Taken::Curl(commands));
        }
        Self(yaml::documents(text).map_or_else(Taken::NotYaml, Taken::Yaml))
    }

    /// What was found, as the text of one JSON object. Places in YAML are left behind.
    #[must_use]
    pub fn to_json(&self) -> String {
        let member = match &self.0 {
            Taken::Nothing => return "{}".to_owned(),
            Taken::Curl(commands) => ("curl", Json::List(commands.iter().map(Command::to_json).collect())),
            Taken::Yaml(documents) => {
                ("yaml", Json::List(documents.iter().map(|document| document.value.clone()).collect()))
            }
            Taken::NotYaml(YamlFault { message, line, column }) => {
                ("fault", Json::List(vec![Json::from(message.as_str()), number(*line), number(*column)]))
            }
        };
        write::json(&Json::Object(Object::new(vec![(member.0.to_owned(), member.1)])), Layout::Flush)
    }

    /// The way back; nothing was found in a text of any other kind.
    #[must_use]
    pub fn from_json(text: &str) -> Self {
        Self(json(text).ok().and_then(|value| taken(&value)).unwrap_or_default())
    }
}

fn taken(value: &Json) -> Option<Taken> {
    let (name, found) = value.as_object()?.iter().next()?;
    let items = found.as_list()?;
    Some(match (name, items) {
        ("curl", commands) => Taken::Curl(commands.iter().filter_map(Command::from_json).collect()),
        ("yaml", documents) => {
            let document = |value: &Json| Document { value: value.clone(), offsets: Offsets::default() };
            Taken::Yaml(documents.iter().map(document).collect())
        }
        (_, [message, line, column]) => Taken::NotYaml(YamlFault {
            message: message.as_text()?.to_owned(),
            line: offset(line)?,
            column: offset(column)?,
        }),
        _ => return None,
    })
}

#[cfg(all(test, feature = "foreign"))]
mod tests {
    use super::*;

    fn crossed(text: &str) -> Foreign {
        Foreign::from_json(&Foreign::take_apart(text).to_json())
    }

    #[test]
    fn what_was_taken_apart_crosses_over_as_it_was() {
        let Taken::Curl(commands) = crossed("curl -H 'a: b' -d '{\"a\": \"it'\\''s\"}' http://h").0 else {
            panic!("no curl")
        };
        let Taken::Curl(before) = Foreign::take_apart("curl -H 'a: b' -d '{\"a\": \"it'\\''s\"}' http://h").0 else {
            panic!("no curl")
        };
        assert_eq!(commands, before);
        let Taken::Yaml(documents) = crossed("a: 1.50\n---\nb: {a: 1, a: 2}").0 else { panic!("no YAML") };
        let values: Vec<_> = documents.iter().map(|document| write::json(&document.value, Layout::Flush)).collect();
        assert_eq!(values, ["\n{\n\"a\": 1.50\n}\n", "\n{\n\"b\": {\n\"a\": 1,\n\"a\": 2\n}\n}\n"]);
        let Taken::NotYaml(fault) = crossed("a: [").0 else { panic!("no fault") };
        assert!(fault.line > 0 && !fault.message.is_empty());
    }

    #[test]
    fn any_other_text_says_nothing() {
        for text in ["", "{}", "[]", "{\"curl\": 1}", "{\"fault\": []}", "x"] {
            assert!(matches!(Foreign::from_json(text).0, Taken::Nothing), "{text}");
        }
    }
}

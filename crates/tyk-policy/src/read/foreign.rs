//! What is no JSON: curl commands and YAML, taken apart.
//!
//! Their readers are large, and few texts need them: the page loads them only when a text asks for them.

use super::command::Command;
use super::curl;
use super::document::{Document, YamlFault};
use super::yaml;

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
}

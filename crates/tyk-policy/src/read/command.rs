//! The request of a curl command.

use std::fmt;

use super::spliced::Spliced;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_not_in_what_is_printed_for_developers() {
        let headers = vec![("Authorization".to_owned(), "5f2a".to_owned()), ("X".to_owned(), "y".to_owned())];
        let command = Command { method: String::new(), url: None, headers, body: Body::None, at: 0 };
        let printed = format!("{command:?}");
        assert!(printed.contains("***") && !printed.contains("5f2a"), "{printed}");
    }
}

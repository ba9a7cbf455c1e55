//! The request as a curl command for POSIX shells (curl.md sections 1, 2, 6, 10).

use super::command::{self, CommandForm, LONGEST_ARGUMENT};
use super::quote::{posix, posix_if_needed, posix_with_variable};
use super::{ApiKey, AuthorizationForm, PLACEHOLDER_HOST, Request};
use crate::write::Layout;

/// How the command is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Short options.
    #[default]
    Classic,
    /// Long options.
    Current,
    /// As the 2.2 tutorial prints it, the pipe included.
    Tutorial,
    /// As the newest reference page prints it.
    Reference,
}

/// Whether the command holds the key itself or the variable that stands for it, and who puts it in (curl.md section 11).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeyShown<'a> {
    /// The variable, such as `$TYK_API_KEY` in double quotes, so that the shell puts the key in. While curl runs, others on the
    /// machine can see it in the list of processes.
    #[default]
    Variable,
    /// The key itself. The other of the two places where it is revealed.
    Revealed(&'a ApiKey),
    /// The variable, which curl itself reads (curl 8.3): the same in every shell, and not in the list of processes.
    Expanded,
    /// The variable, which the shell prints into curl's input (curl 7.55): not in the list of processes.
    Piped,
}

impl KeyShown<'_> {
    /// The ways that do not show the key, in the order of the control.
    pub const HIDDEN: [KeyShown<'static>; 3] = [KeyShown::Variable, KeyShown::Expanded, KeyShown::Piped];

    /// The word on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Variable => "variable",
            Self::Revealed(_) => "revealed",
            Self::Expanded => "expanded",
            Self::Piped => "piped",
        }
    }

    /// What the page calls it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Variable => "Variable of the shell",
            Self::Revealed(_) => "The key itself",
            Self::Expanded => "Variable that curl reads (8.3+)",
            Self::Piped => "Variable, through a pipe",
        }
    }

    /// Whether the header stands in the command as one word.
    pub(super) fn is_in_header(self) -> bool {
        matches!(self, Self::Variable | Self::Revealed(_))
    }
}

impl Style {
    /// All styles, in the order of the control.
    pub const ALL: [Self; 4] = [Self::Classic, Self::Current, Self::Tutorial, Self::Reference];

    /// The word on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Classic => "classic",
            Self::Current => "current",
            Self::Tutorial => "tutorial",
            Self::Reference => "reference",
        }
    }

    /// What the page calls it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Classic => "Classic",
            Self::Current => "Current",
            Self::Tutorial => "As in the tutorial",
            Self::Reference => "As in the reference",
        }
    }

    /// The authorization form that the style brings of its own, as its document prints it.
    #[must_use]
    pub fn own_authorization(self) -> Option<AuthorizationForm> {
        match self {
            Self::Classic | Self::Current => None,
            Self::Tutorial => Some(AuthorizationForm::Key),
            Self::Reference => Some(AuthorizationForm::Bearer),
        }
    }

    /// How the body stands in its document.
    #[must_use]
    pub fn layout(self) -> Layout {
        match self {
            Self::Classic | Self::Current | Self::Tutorial => Layout::Indented,
            Self::Reference => Layout::Flush,
        }
    }
}

impl Request {
    /// Whether the body fits into one argument, as the command has it. Send has no such limit.
    #[must_use]
    pub fn fits_a_command(&self) -> bool {
        self.body.as_ref().is_none_or(|body| body.len() <= LONGEST_ARGUMENT)
    }

    /// The curl command that sends exactly this request. No prompt sign, no final newline.
    #[must_use]
    pub fn curl(&self, style: Style, key: KeyShown<'_>) -> String {
        match style {
            Style::Classic | Style::Current => {
                command::posix::text(self, &CommandForm { style, key, ..CommandForm::default() })
            }
            Style::Tutorial => self.tutorial(key),
            Style::Reference => self.reference(key),
        }
    }

    fn tutorial(&self, key: KeyShown<'_>) -> String {
        let method = self.method.as_str();
        let authorization = self.document_header("authorization", key);
        let mut command = format!("curl -X {method} -H {authorization} \\\n ");
        if let Some(body) = &self.body {
            command += &format!("-H \"Content-Type: application/json\" \\\n -d {} \\\n ", posix(body));
        }
        command + &self.document_url() + " | python -mjson.tool"
    }

    fn reference(&self, key: KeyShown<'_>) -> String {
        let (method, url) = (self.method.as_str(), self.document_url());
        let authorization = self.document_header("Authorization", key);
        let mut command = format!("curl --request {method} \\\n--url {url} \\\n--header {authorization}");
        if let Some(body) = &self.body {
            command += &format!(" \\\n--header 'Content-Type: application/json' \\\n--data {}", posix(body));
        }
        command
    }

    /// The header with the key, its name as the document prints it.
    fn document_header(&self, name: &str, key: KeyShown<'_>) -> String {
        let form = self.authorization;
        let name = if form == AuthorizationForm::GatewaySecret { form.header_name() } else { name };
        let before = format!("{name}: {}", form.prefix());
        match key {
            KeyShown::Revealed(key) => posix(&format!("{before}{}", key.reveal())),
            KeyShown::Variable | KeyShown::Expanded | KeyShown::Piped => posix_with_variable(&before, form.variable()),
        }
    }

    /// The documents print the URL without quotes; so do we where no shell could read anything into it. Their own
    /// placeholder stays as they print it, too: it has to be replaced before the command is run.
    fn document_url(&self) -> String {
        if let Some(path) = self.url.strip_prefix(PLACEHOLDER_HOST) {
            return format!("{PLACEHOLDER_HOST}{path}");
        }
        posix_if_needed(&self.url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::{Address, Method};

    fn request() -> Request {
        Request {
            method: Method::Post,
            url: Address::new("http://localhost:3000").join("/api/portal/policies"),
            authorization: AuthorizationForm::Key,
            body: Some("{\"name\": \"Bob's\"}".to_owned()),
        }
    }

    #[test]
    fn the_classic_style_has_short_options() {
        assert_eq!(
            request().curl(Style::Classic, KeyShown::Variable),
            "curl --globoff -X POST \\\n  'http://localhost:3000/api/portal/policies' \\\n  -H \"Authorization: $TYK_API_KEY\" \\\n  \
             -H 'Content-Type: application/json' \\\n  -d '{\"name\": \"Bob'\\''s\"}'"
        );
    }

    #[test]
    fn the_current_style_has_long_options() {
        assert_eq!(
            request().curl(Style::Current, KeyShown::Variable),
            "curl --globoff --request POST \\\n  --url 'http://localhost:3000/api/portal/policies' \\\n  \
             --header \"Authorization: $TYK_API_KEY\" \\\n  --header 'Content-Type: application/json' \\\n  \
             --data-raw '{\"name\": \"Bob'\\''s\"}'"
        );
    }

    #[test]
    fn a_call_without_a_body_says_nothing_of_one_in_any_style() {
        let request = Request { method: Method::Delete, body: None, ..request() };
        for style in Style::ALL {
            let command = request.curl(style, KeyShown::Variable);
            assert!(command.contains("DELETE") && !command.contains("Content-Type"), "{command}");
            assert!(!command.contains("-d") && !command.contains("--data"), "{command}");
        }
        assert_eq!(
            request.curl(Style::Reference, KeyShown::Variable),
            "curl --request DELETE \\\n--url http://localhost:3000/api/portal/policies \\\n--header \"Authorization: $TYK_API_KEY\""
        );
    }

    #[test]
    fn the_key_stands_in_the_command_only_when_it_is_revealed() {
        let key = ApiKey::new("s3cret'");
        let hidden = request().curl(Style::Current, KeyShown::Variable);
        let revealed = request().curl(Style::Current, KeyShown::Revealed(&key));
        assert!(!hidden.contains("s3cret"));
        assert!(revealed.contains(r"'Authorization: s3cret'\'''"));
    }

    #[test]
    fn a_document_url_is_quoted_as_soon_as_a_shell_could_read_it() {
        let mut request = request();
        request.url = "http://localhost:3000/a&b/api/portal/policies".to_owned();
        assert!(
            request
                .curl(Style::Tutorial, KeyShown::Variable)
                .contains("'http://localhost:3000/a&b/api/portal/policies'")
        );
    }
}

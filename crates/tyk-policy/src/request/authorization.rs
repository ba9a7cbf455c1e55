//! The API key and the two forms of its header (dashboard-api.md section 2).

use std::fmt;

/// The shell variable that stands for the key in every command that does not reveal it.
pub const KEY_VARIABLE: &str = "TYK_API_KEY";

/// The same for the secret of a Gateway, under the name that the Gateway itself reads it from.
pub const SECRET_VARIABLE: &str = "TYK_GW_SECRET";

/// A dashboard user's API key. A secret: it has no `Display`, its `Debug` is stars, and only this module and the
/// writers of commands see its text.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ApiKey(String);

impl ApiKey {
    /// What was typed or pasted, without the blanks and line breaks around it.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self(typed.trim().to_owned())
    }

    /// Why the key cannot stand in a header, if so (RFC 9110 section 5.5: visible ASCII; blanks inside are a slip of pasting).
    #[must_use]
    pub fn fault(&self) -> Option<KeyFault> {
        if self.0.is_empty() {
            Some(KeyFault::Missing)
        } else if !self.0.bytes().all(|byte| byte.is_ascii_graphic()) {
            Some(KeyFault::Characters)
        } else {
            None
        }
    }

    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(***)")
    }
}

/// Why a key cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// Nothing was typed.
    Missing,
    /// A blank, a line break or a character outside ASCII stands in it.
    Characters,
}

impl fmt::Display for KeyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => {
                "Paste the API key of a dashboard user (in the Dashboard: Users, then the user's API key)."
            }
            Self::Characters => {
                "The API key has a blank, a line break or a letter with an accent in it: paste it again."
            }
        })
    }
}

/// How the key stands in the `Authorization` header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AuthorizationForm {
    /// The bare key, which every version of the Dashboard accepts.
    #[default]
    Key,
    /// `Bearer` and the key, as the newest reference page prints it.
    Bearer,
    /// The secret of an open source Gateway in its own header. Calls with it go to the Gateway's own interface, whose paths
    /// are others (dashboard-api.md section 8).
    GatewaySecret,
}

impl AuthorizationForm {
    /// Both forms for a dashboard, in the order of the control.
    pub const ALL: [Self; 2] = [Self::Key, Self::Bearer];

    /// What stands in front of the key.
    #[must_use]
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Key | Self::GatewaySecret => "",
            Self::Bearer => "Bearer ",
        }
    }

    /// What the page calls it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Key => "Bare key",
            Self::Bearer => "Bearer",
            Self::GatewaySecret => "Gateway secret",
        }
    }

    /// The word on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Bearer => "bearer",
            Self::GatewaySecret => "gateway",
        }
    }

    /// The name of the header.
    #[must_use]
    pub fn header_name(self) -> &'static str {
        match self {
            Self::Key | Self::Bearer => "Authorization",
            Self::GatewaySecret => "x-tyk-authorization",
        }
    }

    /// The shell variable that stands for the key.
    #[must_use]
    pub fn variable(self) -> &'static str {
        match self {
            Self::Key | Self::Bearer => KEY_VARIABLE,
            Self::GatewaySecret => SECRET_VARIABLE,
        }
    }

    /// The header up to the key.
    pub(super) fn header_before_key(self) -> String {
        format!("{}: {}", self.header_name(), self.prefix())
    }

    /// The value of the header, to be sent. One of the two places where the key is revealed.
    #[must_use]
    pub fn header_value(self, key: &ApiKey) -> String {
        format!("{}{}", self.prefix(), key.reveal())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_never_shows_itself() {
        assert_eq!(format!("{:?}", ApiKey::new("secret")), "ApiKey(***)");
    }

    #[test]
    fn a_key_that_would_break_the_header_is_refused() {
        assert_eq!(ApiKey::new(" \n").fault(), Some(KeyFault::Missing));
        assert_eq!(ApiKey::new("a\r\nX-Evil: 1").fault(), Some(KeyFault::Characters));
        assert_eq!(ApiKey::new("a b").fault(), Some(KeyFault::Characters));
        assert_eq!(ApiKey::new("kéy").fault(), Some(KeyFault::Characters));
        assert_eq!(ApiKey::new("5a3b\n").fault(), None);
    }

    #[test]
    fn the_header_is_the_bare_key_or_bearer_and_the_key() {
        let key = ApiKey::new("abc");
        assert_eq!(AuthorizationForm::Key.header_value(&key), "abc");
        assert_eq!(AuthorizationForm::Bearer.header_value(&key), "Bearer abc");
    }
}

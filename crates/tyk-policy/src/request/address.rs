//! The address of a dashboard, as it was typed, made whole (dashboard-api.md section 1).

use std::fmt;

/// The host that stands in the request while no address is typed, as the reference page prints it.
pub const PLACEHOLDER_HOST: &str = "https://{tenant}";

/// The base address of a dashboard. Without a trailing slash and without a trailing `/api`; a sub-path is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Default for Address {
    fn default() -> Self {
        Self::new("")
    }
}

impl Address {
    /// What was typed, made whole. Nothing is refused here; [`Address::fault`] says what is wrong with it.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let trimmed = typed.trim().trim_end_matches('/');
        let base = trimmed.strip_suffix("/api").unwrap_or(trimmed).trim_end_matches('/');
        Self(if base.is_empty() { PLACEHOLDER_HOST.to_owned() } else { base.to_owned() })
    }

    /// The address with `path`, which starts with a slash, behind it.
    #[must_use]
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host with its port, for "POST to …".
    #[must_use]
    pub fn host(&self) -> &str {
        let behind_scheme = self.scheme_and_rest().map_or(self.0.as_str(), |(_, rest)| rest);
        behind_scheme.split('/').next().unwrap_or_default()
    }

    /// `http` or `https`; empty if there is no scheme.
    #[must_use]
    pub fn scheme(&self) -> &str {
        self.scheme_and_rest().map_or("", |(scheme, _)| scheme)
    }

    /// The sub-path behind the host: empty, or it starts with a slash and ends with none.
    #[must_use]
    pub fn path(&self) -> &str {
        self.scheme_and_rest().and_then(|(_, rest)| rest.strip_prefix(self.host())).unwrap_or_default()
    }

    fn scheme_and_rest(&self) -> Option<(&str, &str)> {
        let (scheme, rest) = self.0.split_once(':')?;
        Some((scheme, rest.strip_prefix("//")?))
    }

    /// Why nothing can be sent there, if so.
    #[must_use]
    pub fn fault(&self) -> Option<AddressFault> {
        if self.0 == PLACEHOLDER_HOST {
            return Some(AddressFault::Missing);
        }
        let Some((scheme, rest)) = self.scheme_and_rest() else { return Some(AddressFault::NoScheme) };
        if !matches!(scheme, "http" | "https") {
            return Some(AddressFault::Scheme);
        }
        if rest.contains(['{', '}', '<', '>', '$']) {
            return Some(AddressFault::Placeholder);
        }
        if self.host().is_empty() || self.host().starts_with(':') {
            return Some(AddressFault::NoHost);
        }
        if rest.contains('@') {
            return Some(AddressFault::UserInfo);
        }
        if rest.contains(['?', '#']) {
            return Some(AddressFault::Behind);
        }
        let path = self.path();
        // Browser and curl do not agree on which of these they take out of a path.
        if path.split('/').any(|part| matches!(part.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..")) {
            return Some(AddressFault::DotSegment);
        }
        // The page's browser would write anything else as percent codes where curl would send it as it stands; brackets in
        // a path are a list of addresses to a curl without --globoff.
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/!&'()*+,;=%".contains(c);
        let is_plain_in_host = |c: char| is_plain(c) || matches!(c, '[' | ']');
        let odd_in_host = self.host().chars().find(|c| !is_plain_in_host(*c));
        odd_in_host.or_else(|| path.chars().find(|c| !is_plain(*c))).map(AddressFault::Character)
    }
}

/// Why an address cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressFault {
    /// Nothing was typed.
    Missing,
    /// There is no `http://` or `https://`.
    NoScheme,
    /// The scheme is another one.
    Scheme,
    /// There is no host.
    NoHost,
    /// A template's placeholder was left in it.
    Placeholder,
    /// A user or a password stands in front of the host.
    UserInfo,
    /// A query or a fragment stands behind it.
    Behind,
    /// A part of the path is `.` or `..`, written out or as percent codes.
    DotSegment,
    /// A character that cannot stand in an address.
    Character(char),
}

impl fmt::Display for AddressFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("Type the dashboard's address, such as http://localhost:3000."),
            Self::NoScheme => f.write_str("Start the dashboard's address with http:// or https://."),
            Self::Scheme => f.write_str("The dashboard's address must start with http:// or https://."),
            Self::NoHost => f.write_str("The dashboard's address has no host: type one behind the //."),
            Self::Placeholder => {
                f.write_str("The dashboard's address still holds a placeholder: put the real name in.")
            }
            Self::UserInfo => f.write_str("Leave user and password out of the address: the API key is enough."),
            Self::Behind => f.write_str("Leave out what follows ? or # in the dashboard's address."),
            Self::DotSegment => f.write_str("Take the parts . and .. out of the dashboard's address."),
            Self::Character(' ') => f.write_str("The dashboard's address has a blank in it: take it out."),
            Self::Character(character) => {
                write!(f, "The dashboard's address has a `{character}` in it: write it as a percent code.")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trailing_slash_or_api_makes_no_difference_and_a_sub_path_is_kept() {
        for typed in ["https://d.example", "https://d.example/", " https://d.example/api ", "https://d.example/api/"] {
            assert_eq!(Address::new(typed).join("/api/apis"), "https://d.example/api/apis", "{typed}");
        }
        assert_eq!(Address::new("https://d.example/tyk/").join("/api/apis"), "https://d.example/tyk/api/apis");
    }

    #[test]
    fn an_address_comes_apart_into_scheme_host_and_path() {
        let parts = |typed| {
            let address = Address::new(typed);
            [address.scheme(), address.host(), address.path()].map(str::to_owned)
        };
        assert_eq!(parts("https://d.example:81/tyk/eu/"), ["https", "d.example:81", "/tyk/eu"]);
        assert_eq!(parts("http://[::1]:3000"), ["http", "[::1]:3000", ""]);
        assert_eq!(parts("d.example/tyk"), ["", "d.example", ""]);
    }

    #[test]
    fn what_cannot_be_sent_to_says_why() {
        let fault = |typed| Address::new(typed).fault();
        assert_eq!(fault(""), Some(AddressFault::Missing));
        assert_eq!(fault("localhost:3000"), Some(AddressFault::NoScheme));
        assert_eq!(fault("ftp://d.example"), Some(AddressFault::Scheme));
        assert_eq!(fault("http://"), Some(AddressFault::NoScheme));
        assert_eq!(fault("http://:3000"), Some(AddressFault::NoHost));
        assert_eq!(fault("https://{tenant}.example"), Some(AddressFault::Placeholder));
        assert_eq!(fault("https://me:pw@d.example"), Some(AddressFault::UserInfo));
        assert_eq!(fault("https://d.example/?a=b"), Some(AddressFault::Behind));
        assert_eq!(fault("https://d.exa mple"), Some(AddressFault::Character(' ')));
        assert_eq!(fault("https://dé.example"), Some(AddressFault::Character('é')));
        assert_eq!(fault("https://d.example/a/%2E%2e/b"), Some(AddressFault::DotSegment));
        assert_eq!(fault("https://d.example/[1-2]"), Some(AddressFault::Character('[')));
        assert_eq!(fault("http://localhost:3000"), None);
        assert_eq!(fault("http://[::1]:3000/tyk"), None);
    }
}

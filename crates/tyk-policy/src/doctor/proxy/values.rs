//! What a configuration names, taken apart and free of everything that one of the languages could read.

use std::fmt::Display;

use super::super::evidence::is_blocked_as_mixed;
use super::{Server, Setup};
use crate::request::Address;

/// Where the page's files are, if nobody says it.
const FOLDER: &str = "/srv/policy-builder";

/// Values that can stand between double quotes in each of the languages.
pub(super) struct Values<'a> {
    pub setup: Setup,
    /// The page's origin; empty if it has none.
    pub page: &'a str,
    /// The folder of the page's files.
    pub folder: &'a str,
    /// `http` or `https`.
    pub scheme: &'a str,
    /// The dashboard's host, with the port if it was typed.
    pub host: &'a str,
    /// The dashboard's host alone.
    pub name: &'a str,
    /// Its port.
    pub port: u16,
    /// The dashboard's sub-path: empty, or it starts with a slash.
    pub path: &'a str,
    /// Whether the server itself must speak https.
    pub is_secured: bool,
}

impl<'a> Values<'a> {
    /// # Errors
    /// A sentence that says what to correct.
    pub(super) fn of(
        setup: Setup,
        page: &'a str,
        dashboard: &'a Address,
        folder: Option<&'a str>,
    ) -> Result<Self, String> {
        if let Some(fault) = dashboard.fault() {
            return Err(fault.to_string());
        }
        let (scheme, host) = (dashboard.scheme(), dashboard.host());
        let usual_port = if scheme == "https" { 443 } else { 80 };
        let Some((name, port)) = name_and_port(host) else {
            return Err("The dashboard's address has a host that no web server would take: correct it.".to_owned());
        };
        let page = Some(page).filter(|page| is_origin(page)).unwrap_or_default();
        if page.is_empty() && setup == Setup::AllowOrigin {
            return Err("A page that was opened from a file cannot be let in: serve it from a web server.".to_owned());
        }
        Ok(Self {
            setup,
            page,
            folder: folder.filter(|folder| is_folder(folder)).unwrap_or(FOLDER),
            scheme,
            host,
            name,
            port: port.unwrap_or(usual_port),
            path: dashboard.path(),
            // The server is taken to stand beside the dashboard.
            is_secured: setup == Setup::AllowOrigin && is_blocked_as_mixed(page, "http", host),
        })
    }

    /// The port that the server listens on.
    pub(super) fn own_port(&self) -> u16 {
        if self.is_secured { 8443 } else { 8080 }
    }

    /// Whether the server speaks https to the dashboard.
    pub(super) fn is_dashboard_secured(&self) -> bool {
        self.scheme == "https"
    }

    /// The dashboard's address without its path.
    pub(super) fn origin(&self) -> String {
        format!("{}://{}", self.scheme, self.host)
    }

    /// How the server is used when it runs.
    pub(super) fn use_of(&self, server: Server) -> String {
        let address = match server {
            Server::Traefik => "the address of Traefik's entry point".to_owned(),
            _ => {
                format!("{}://NAME-OF-THIS-SERVER:{}", if self.is_secured { "https" } else { "http" }, self.own_port())
            }
        };
        match self.setup {
            Setup::SameOrigin => format!(
                "Open the page at {address}, and type that as the dashboard's address.\n\
                 # Add TLS, as for your other sites, before others use it: the API key comes along here."
            ),
            Setup::AllowOrigin => format!("In the page, type {address} as the dashboard's address."),
        }
    }
}

/// Methods and headers that the page uses; `*` would not cover `Authorization`.
pub(super) const METHODS: &str = "GET, POST, PUT, DELETE, OPTIONS";
pub(super) const HEADERS: &str = "authorization, content-type";
/// How long a browser may keep the answer to its question, in seconds: no browser keeps one for longer than this.
pub(super) const MAX_AGE: &str = "7200";

/// Where Debian keeps the certificates that are trusted.
pub(super) const TRUSTED: &str = "/etc/ssl/certs/ca-certificates.crt";
/// The server's own certificate and its key.
pub(super) const CERTIFICATE: &str = "/etc/ssl/private/tyk-dashboard.crt";
pub(super) const CERTIFICATE_KEY: &str = "/etc/ssl/private/tyk-dashboard.key";

/// The text as one line of comment, which nothing in it can end.
pub(super) fn comment(text: &impl Display) -> String {
    let is_plain = |c: char| c == ' ' || c.is_ascii_graphic();
    let text: String = text.to_string().chars().map(|c| if is_plain(c) { c } else { '?' }).collect();
    format!("# {text}\n")
}

/// A name or an address of letters, digits, `.`, `-` and `_`, or an address in brackets; then perhaps a port.
fn name_and_port(host: &str) -> Option<(&str, Option<u16>)> {
    let name_length = host.find(']').map_or_else(|| host.find(':').unwrap_or(host.len()), |end| end + 1);
    let (name, behind) = host.split_at(name_length);
    let is_name = match name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(inside) => {
            inside.contains(':') && inside.bytes().all(|byte| byte.is_ascii_hexdigit() || b":.".contains(&byte))
        }
        None => name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_')),
    };
    let port = match behind.strip_prefix(':') {
        None if !behind.is_empty() => return None,
        // As in a URL, a colon with nothing behind it is no port.
        None | Some("") => None,
        Some(port) => Some(port.parse().ok().filter(|number| *number > 0 && !port.starts_with('+'))?),
    };
    (is_name && !name.is_empty()).then_some((name, port))
}

/// Whether this is the origin of a page on a web server.
fn is_origin(page: &str) -> bool {
    let host = page.strip_prefix("https://").or_else(|| page.strip_prefix("http://"));
    host.is_some_and(|host| name_and_port(host).is_some())
}

fn is_folder(folder: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~+@:, ".contains(&byte);
    !folder.trim().is_empty() && folder.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_a_name_or_an_address_with_perhaps_a_port() {
        for (host, parts) in [
            ("d.example", Some(("d.example", None))),
            ("my_host:3000", Some(("my_host", Some(3000)))),
            ("d.example:", Some(("d.example", None))),
            ("[::1]", Some(("[::1]", None))),
            ("[::ffff:1.2.3.4]:3000", Some(("[::ffff:1.2.3.4]", Some(3000)))),
            ("", None),
            ("d.example:0", None),
            ("d.example:+80", None),
            ("[]", None),
            ("d.example:70000", None),
            ("d.example:80;", None),
            ("d';x", None),
            ("a]:80", None),
            ("[::1]x", None),
        ] {
            assert_eq!(name_and_port(host), parts, "{host}");
        }
    }

    #[test]
    fn a_comment_is_one_line_whatever_it_is_about() {
        assert_eq!(comment(&"a\nb\u{2028}c\u{85}é"), "# a?b?c??\n");
    }
}

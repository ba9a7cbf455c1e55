//! curl's options: what those mean that shape a request, and which of the others swallow the next word (curl 8.17).

/// What an option does to the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Names the method.
    Method,
    /// Adds a header.
    Header,
    /// Adds a key as a header of its own.
    Bearer,
    /// Adds to the body; a value that starts with `@` names a file.
    Data,
    /// Adds to the body as it is.
    RawData,
    /// Adds to the body and makes it JSON.
    Json,
    /// Adds to the body in percent codes.
    EncodedData,
    /// Makes the body a form of several parts.
    Form,
    /// Names the URL.
    Url,
    /// Sends a file.
    Upload,
    /// Puts the data into the URL.
    Get,
    /// Asks for the headers only.
    Head,
    /// Starts another request.
    Next,
    /// Takes a value that does not shape the request.
    Value,
    /// Anything else, which stands alone.
    Flag,
}

impl Meaning {
    /// Whether a value belongs to it.
    pub(super) fn takes_value(self) -> bool {
        !matches!(self, Self::Get | Self::Head | Self::Next | Self::Flag)
    }
}

/// The option with this long name, without its dashes. Abbreviations are not looked for: which ones are unambiguous
/// depends on curl's version.
pub(super) fn long(name: &str) -> Meaning {
    // `--expand-` puts curl's own variables into the value of any option (curl 8.3).
    match name.strip_prefix("expand-").unwrap_or(name) {
        "request" => Meaning::Method,
        "header" => Meaning::Header,
        "oauth2-bearer" => Meaning::Bearer,
        "data" | "data-ascii" | "data-binary" => Meaning::Data,
        "data-raw" => Meaning::RawData,
        "data-urlencode" => Meaning::EncodedData,
        "json" => Meaning::Json,
        "form" | "form-string" => Meaning::Form,
        "url" => Meaning::Url,
        "upload-file" => Meaning::Upload,
        "get" => Meaning::Get,
        "head" => Meaning::Head,
        "next" => Meaning::Next,
        name if WITH_VALUE.contains(&name) => Meaning::Value,
        _ => Meaning::Flag,
    }
}

/// The option with this letter.
pub(super) fn short(letter: u8) -> Meaning {
    match letter {
        b'X' => Meaning::Method,
        b'H' => Meaning::Header,
        b'd' => Meaning::Data,
        b'F' => Meaning::Form,
        b'T' => Meaning::Upload,
        b'G' => Meaning::Get,
        b'I' => Meaning::Head,
        b':' => Meaning::Next,
        _ if b"ACDEKPQUYbcemortuwxyz".contains(&letter) => Meaning::Value,
        _ => Meaning::Flag,
    }
}

/// The long names of all other options that take a value.
#[rustfmt::skip]
const WITH_VALUE: &[&str] = &[
    "abstract-unix-socket", "alt-svc", "aws-sigv4", "cacert", "capath", "cert", "cert-type", "ciphers", "config",
    "connect-timeout", "connect-to", "continue-at", "cookie", "cookie-jar", "create-file-mode", "crlfile", "curves",
    "delegation", "dns-interface", "dns-ipv4-addr", "dns-ipv6-addr", "dns-servers", "doh-url", "dump-header", "ech",
    "egd-file", "engine", "etag-compare", "etag-save", "expect100-timeout", "ftp-account", "ftp-alternative-to-user",
    "ftp-method", "ftp-port", "ftp-ssl-ccc-mode", "happy-eyeballs-timeout-ms", "haproxy-clientip", "hostpubmd5",
    "hostpubsha256", "hsts", "interface", "ip-tos", "ipfs-gateway", "keepalive-cnt", "keepalive-time", "key",
    "key-type", "knownhosts", "krb", "krb4", "libcurl", "limit-rate", "local-port", "login-options", "mail-auth",
    "mail-from", "mail-rcpt", "max-filesize", "max-redirs", "max-time", "netrc-file", "noproxy", "output",
    "output-dir", "parallel-max", "parallel-max-host", "pass", "pinnedpubkey", "preproxy", "proto", "proto-default",
    "proto-redir", "proxy", "proxy-cacert", "proxy-capath", "proxy-cert", "proxy-cert-type", "proxy-ciphers",
    "proxy-crlfile", "proxy-header", "proxy-key", "proxy-key-type", "proxy-pass", "proxy-pinnedpubkey",
    "proxy-service-name", "proxy-tls13-ciphers", "proxy-tlsauthtype", "proxy-tlspassword", "proxy-tlsuser",
    "proxy-user", "proxy1.0", "pubkey", "quote", "random-file", "range", "rate", "referer", "request-target",
    "resolve", "retry", "retry-delay", "retry-max-time", "sasl-authzid", "service-name", "sigalgs", "socks4",
    "socks4a", "socks5", "socks5-gssapi-service", "socks5-hostname", "speed-limit", "speed-time", "ssl-sessions",
    "stderr", "telnet-option", "tftp-blksize", "time-cond", "tls-max", "tls13-ciphers", "tlsauthtype", "tlspassword",
    "tlsuser", "trace", "trace-ascii", "trace-config", "unix-socket", "upload-flags", "url-query", "user",
    "user-agent", "variable", "vlan-priority", "write-out",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_that_takes_a_value_is_known_by_both_its_names() {
        let names = [("max-time", b'm'), ("user", b'u'), ("output", b'o'), ("user-agent", b'A'), ("write-out", b'w')];
        for (name, letter) in names {
            assert_eq!((long(name), short(letter)), (Meaning::Value, Meaning::Value), "{name}");
        }
    }

    #[test]
    fn what_is_not_known_stands_alone() {
        assert_eq!(long("location"), Meaning::Flag);
        assert_eq!(long("head-and-more"), Meaning::Flag);
        assert_eq!(short(b's'), Meaning::Flag);
    }

    #[test]
    fn any_option_can_have_curl_put_its_own_variables_in() {
        assert_eq!(long("expand-header"), Meaning::Header);
        assert_eq!(long("expand-output"), Meaning::Value);
    }
}

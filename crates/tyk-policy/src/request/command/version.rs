//! How old a curl may be.

use std::fmt;

/// A version of curl.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CurlVersion(pub u16, pub u16, pub u16);

/// The first versions with what a command can hold (curl.md sections 6, 11 and 13, and curl's own pages on its options).
impl CurlVersion {
    /// `--globoff`.
    pub const OLDEST: Self = Self(7, 6, 0);
    /// `--data-raw`.
    pub const DATA_RAW: Self = Self(7, 43, 0);
    /// `--header @-`.
    pub const HEADER_FILE: Self = Self(7, 55, 0);
    /// `--fail-with-body`.
    pub const FAIL_WITH_BODY: Self = Self(7, 76, 0);
    /// `--variable` and `--expand-header`.
    pub const VARIABLE: Self = Self(8, 3, 0);

    /// The version in what `curl --version` prints.
    #[must_use]
    pub fn parse(printed: &str) -> Option<Self> {
        let mut parts = printed.split_whitespace().nth(1)?.split(['.', '-']).map(str::parse);
        Some(Self(parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?))
    }
}

impl fmt::Display for CurlVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read_from_what_curl_prints() {
        let printed = "curl 7.88.1 (x86_64-pc-linux-gnu) libcurl/7.88.1 OpenSSL/3.0.19";
        assert_eq!(CurlVersion::parse(printed), Some(CurlVersion(7, 88, 1)));
        assert_eq!(CurlVersion::parse("curl 8.10.0-DEV (x)"), Some(CurlVersion(8, 10, 0)));
        assert_eq!(CurlVersion::parse("wget"), None);
        assert!(CurlVersion::VARIABLE > CurlVersion(7, 88, 1));
    }
}

//! Stub.
use std::fmt;
/// A version of Tyk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    major: u8,
    minor: u8,
    patch: Option<u8>,
}
impl Version {
    /// Older than all.
    pub const OLDEST: Self = Self { major: 0, minor: 0, patch: None };
    /// The newest.
    pub const NEWEST: Self = Self { major: 5, minor: 14, patch: None };
    /// Reads one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix('v').unwrap_or(text);
        let mut parts = text.split('.').map(|part| part.parse().ok());
        let (major, minor) = (parts.next()??, parts.next()??);
        let patch = match parts.next() {
            None => None,
            Some(patch) => Some(patch?),
        };
        Some(Self { major, minor, patch })
    }
    /// Whether it has what there is since `since`.
    #[must_use]
    pub fn has(self, since: Self) -> bool {
        (self.major, self.minor, self.patch.unwrap_or(u8::MAX)) >= (since.major, since.minor, since.patch.unwrap_or(0))
    }
}
impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)?;
        self.patch.map_or(Ok(()), |patch| write!(f, ".{patch}"))
    }
}

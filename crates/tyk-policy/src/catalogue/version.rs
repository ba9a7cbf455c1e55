//! Releases of the Gateway, as far as a field's age needs them (policy-model.md section 2, columns "since").

use std::fmt;

/// A release: `5.3` stands for a whole minor release, `5.3.6` for one patch of it.
///
/// In order, a minor release comes before its patches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    /// The first number.
    pub major: u8,
    /// The second number.
    pub minor: u8,
    /// The third number; nothing where the minor release as a whole is meant.
    pub patch: Option<u8>,
}

impl Version {
    /// Older than every release that has a tag.
    pub const OLDEST: Self = Self::new(0, 0);

    /// The newest minor release that the catalogue knows.
    pub const NEWEST: Self = Self::new(5, 14);

    /// The minor releases from 2.2 on, oldest first.
    pub const KNOWN: &[Self] = &[
        Self::new(2, 2),
        Self::new(2, 3),
        Self::new(2, 4),
        Self::new(2, 5),
        Self::new(2, 6),
        Self::new(2, 7),
        Self::new(2, 8),
        Self::new(2, 9),
        Self::new(3, 0),
        Self::new(3, 1),
        Self::new(3, 2),
        Self::new(4, 0),
        Self::new(4, 1),
        Self::new(4, 2),
        Self::new(4, 3),
        Self::new(5, 0),
        Self::new(5, 1),
        Self::new(5, 2),
        Self::new(5, 3),
        Self::new(5, 4),
        Self::new(5, 5),
        Self::new(5, 6),
        Self::new(5, 7),
        Self::new(5, 8),
        Self::new(5, 9),
        Self::new(5, 10),
        Self::new(5, 11),
        Self::new(5, 12),
        Self::new(5, 13),
        Self::NEWEST,
    ];

    /// A minor release as a whole.
    #[must_use]
    pub const fn new(major: u8, minor: u8) -> Self {
        Self { major, minor, patch: None }
    }

    /// One patch of this minor release.
    #[must_use]
    pub const fn patch(self, patch: u8) -> Self {
        Self { patch: Some(patch), ..self }
    }

    /// Reads `5.3`, `5.3.6` or `v5.14.0`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        // Rust's own reader would take a plus sign, too.
        let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok()).flatten();
        let mut parts = text.strip_prefix('v').unwrap_or(text).split('.');
        let version = Self::new(number(parts.next()?)?, number(parts.next()?)?);
        let version = match parts.next() {
            Some(patch) => version.patch(number(patch)?),
            None => version,
        };
        parts.next().is_none().then_some(version)
    }

    /// Whether this release has what came with `since`. Given without a patch, it is the newest patch: 2.9 has what
    /// came with 2.9.6.
    #[must_use]
    pub fn has(self, since: Self) -> bool {
        let (own, other) = ((self.major, self.minor), (since.major, since.minor));
        own > other || own == other && self.patch.is_none_or(|patch| patch >= since.patch.unwrap_or(0))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::OLDEST {
            return f.write_str("the beginning");
        }
        write!(f, "{}.{}", self.major, self.minor)?;
        self.patch.map_or(Ok(()), |patch| write!(f, ".{patch}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_with_or_without_patch_and_with_a_leading_v() {
        assert_eq!(Version::parse("5.3"), Some(Version::new(5, 3)));
        assert_eq!(Version::parse("5.3.6"), Some(Version::new(5, 3).patch(6)));
        assert_eq!(Version::parse("v5.14.0"), Some(Version::new(5, 14).patch(0)));
        for text in ["", "5", "5.", ".3", "5.3.", "5.3.6.1", "+5.3", "5.-3", "5.300", "master", "5.3-rc1", "vv5.3"] {
            assert_eq!(Version::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_version_is_written_as_it_is_read() {
        for text in ["2.2", "5.3.6", "5.14.0"] {
            assert_eq!(Version::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Version::OLDEST.to_string(), "the beginning");
    }

    #[test]
    fn a_version_without_patch_is_its_newest_patch() {
        let since = Version::new(2, 9).patch(6);
        let has = |text: &str| Version::parse(text).unwrap().has(since);
        assert_eq!(
            ["2.8", "2.9.5", "2.9", "2.9.6", "2.9.10", "3.0.0"].map(has),
            [false, false, true, true, true, true]
        );
        assert!(Version::new(2, 9).patch(0).has(Version::new(2, 9)));
        assert!(Version::new(2, 2).has(Version::OLDEST));
        assert!(!Version::OLDEST.has(Version::new(2, 2)));
    }

    #[test]
    fn known_releases_stand_in_order_and_end_with_the_newest() {
        assert!(Version::KNOWN.is_sorted());
        assert_eq!(Version::KNOWN.last(), Some(&Version::NEWEST));
    }
}

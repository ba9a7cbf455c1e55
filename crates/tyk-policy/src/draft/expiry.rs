//! The life of keys as a choice (policy-model.md section 8).

use super::{Json, Section};
use crate::catalogue::KEY_EXPIRES_IN;

/// What the policy says of the life of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpiryChoice {
    /// The field is absent: keys never expire.
    NotSet,
    /// The field is 0 or below: keys never expire.
    Never,
    /// Keys expire after so many seconds.
    After,
}

impl ExpiryChoice {
    /// All choices, in the order of the control.
    pub const ALL: [Self; 3] = [Self::NotSet, Self::Never, Self::After];

    /// Which choice a value stands for.
    #[must_use]
    pub fn of(value: Option<&Json>) -> Self {
        match value {
            None | Some(Json::Null) => Self::NotSet,
            Some(value) if value.as_integer().is_some_and(|seconds| seconds <= 0) => Self::Never,
            Some(_) => Self::After,
        }
    }

    /// What the control calls it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::NotSet => "Not set",
            Self::Never => "Never",
            Self::After => "After",
        }
    }

    /// Writes the choice. What stood there before comes back with the choice of a time.
    pub fn write(self, section: &mut Section) {
        let before = Self::of(section.get(&KEY_EXPIRES_IN));
        if before == self {
            return;
        }
        if before == Self::After {
            section.keep(&KEY_EXPIRES_IN);
        }
        let value = match self {
            Self::NotSet => None,
            Self::Never => Some(Json::from(0)),
            Self::After => Some(section.kept(&KEY_EXPIRES_IN)),
        };
        section.set(&KEY_EXPIRES_IN, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::SectionName;
    use crate::draft::Draft;

    #[test]
    fn never_is_written_as_zero_and_a_time_comes_back_when_it_is_chosen_again() {
        let mut expiry = Draft::default().section(SectionName::Expiry).clone();
        expiry.set(&KEY_EXPIRES_IN, Some(Json::from(60)));
        ExpiryChoice::Never.write(&mut expiry);
        assert_eq!(expiry.get(&KEY_EXPIRES_IN), Some(&Json::from(0)));
        ExpiryChoice::After.write(&mut expiry);
        assert_eq!(expiry.get(&KEY_EXPIRES_IN), Some(&Json::from(60)));
    }
}

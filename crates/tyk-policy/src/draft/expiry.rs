//! The life of keys as a choice (policy-model.md section 8).

use super::Json;
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

    /// What the field becomes with this choice, given what stands there and what stood there when there last was a time.
    #[must_use]
    pub fn written(self, present: Option<&Json>, kept: Option<Json>) -> Option<Json> {
        match self {
            _ if Self::of(present) == self => present.cloned(),
            Self::NotSet => None,
            Self::Never => Some(Json::from(0)),
            Self::After => Some(kept.unwrap_or_else(|| Json::from_number_field(KEY_EXPIRES_IN.example))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_is_written_as_zero_and_a_time_comes_back_when_it_is_chosen_again() {
        let minute = Json::from(60);
        let never = ExpiryChoice::Never.written(Some(&minute), None);
        assert_eq!(never, Some(Json::from(0)));
        assert_eq!(ExpiryChoice::After.written(never.as_ref(), Some(minute.clone())), Some(minute));
        assert_eq!(ExpiryChoice::After.written(None, None), Some(Json::from(2_592_000)));
        assert_eq!(ExpiryChoice::Never.written(Some(&Json::from(-1)), None), Some(Json::from(-1)));
    }
}

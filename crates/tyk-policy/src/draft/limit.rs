//! A limit as a choice of three: not set, unlimited, or a value (policy-model.md section 3).

use super::{Json, Section};
use crate::catalogue::Field;

/// What a limit field says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitChoice {
    /// The field is absent or `null`.
    NotSet,
    /// The field is `-1`, which is how the Dashboard writes "unlimited".
    Unlimited,
    /// Anything else, a half-typed number too.
    Value,
}

impl LimitChoice {
    /// All choices, in the order of the control.
    pub const ALL: [Self; 3] = [Self::NotSet, Self::Unlimited, Self::Value];

    /// Which choice a field's value stands for.
    #[must_use]
    pub fn of(value: Option<&Json>) -> Self {
        match value {
            None | Some(Json::Null) => Self::NotSet,
            Some(value) if value.as_number() == Some(-1.0) => Self::Unlimited,
            Some(_) => Self::Value,
        }
    }

    /// What the control calls it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::NotSet => "Not set",
            Self::Unlimited => "Unlimited",
            Self::Value => "Value",
        }
    }

    /// Writes the choice into a limit and its period. What stood there before comes back with the choice of a value.
    pub fn write(self, section: &mut Section, limit: &Field, period: &Field) {
        for field in [limit, period] {
            let before = Self::of(section.get(field));
            if before == Self::Value {
                section.keep(field);
            }
            let value = match self {
                Self::NotSet => None,
                Self::Unlimited => Some(Json::from(-1)),
                Self::Value if before == Self::Value => continue,
                Self::Value => Some(section.kept(field)),
            };
            section.set(field, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{PER, RATE, SectionName};
    use crate::draft::Draft;

    #[test]
    fn unlimited_writes_minus_one_twice_as_the_dashboard_does() {
        let mut limits = Draft::startup_users().section(SectionName::Limits).clone();
        LimitChoice::Unlimited.write(&mut limits, &RATE, &PER);
        assert_eq!((limits.get(&RATE), limits.get(&PER)), (Some(&Json::from(-1)), Some(&Json::from(-1))));
    }

    #[test]
    fn going_back_to_a_value_shows_what_was_there() {
        let mut limits = Draft::startup_users().section(SectionName::Limits).clone();
        LimitChoice::Unlimited.write(&mut limits, &RATE, &PER);
        LimitChoice::NotSet.write(&mut limits, &RATE, &PER);
        LimitChoice::Value.write(&mut limits, &RATE, &PER);
        assert_eq!((limits.get(&RATE), limits.get(&PER)), (Some(&Json::from(100)), Some(&Json::from(1))));
    }

    #[test]
    fn a_value_where_none_ever_was_is_the_catalogues_example() {
        let mut limits = Draft::default().section(SectionName::Limits).clone();
        LimitChoice::Value.write(&mut limits, &RATE, &PER);
        assert_eq!((limits.get(&RATE), limits.get(&PER)), (Some(&Json::from(1000)), Some(&Json::from(60))));
    }
}

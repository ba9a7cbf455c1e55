//! A limit as a choice of three: not set, unlimited, or a value (policy-model.md section 3).

use super::Json;
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

    /// Which choice a limit and its period stand for. A period without a limit is a value: it must be seen.
    #[must_use]
    pub fn of(limit: Option<&Json>, period: Option<&Json>) -> Self {
        let is_there = |value: Option<&Json>| value.is_some_and(|value| *value != Json::Null);
        match limit {
            Some(Json::Number(number)) if number.as_f64() == Some(-1.0) => Self::Unlimited,
            limit if is_there(limit) || is_there(period) => Self::Value,
            _ => Self::NotSet,
        }
    }

    /// What the control calls it. Throttling without limit is none.
    #[must_use]
    pub fn label(self, limit: &Field) -> &'static str {
        match self {
            Self::NotSet => "Not set",
            Self::Unlimited if meaning_of_minus_one(limit).is_some_and(|says| says.ends_with(" off")) => "Off",
            Self::Unlimited => "Unlimited",
            Self::Value => "Value",
        }
    }

    /// What a limit or its period becomes with this choice, given what stands there and what stood there when there last
    /// was a value.
    #[must_use]
    pub fn written(self, field: &Field, present: Option<&Json>, kept: Option<Json>) -> Option<Json> {
        match self {
            Self::NotSet => None,
            // Where -1 means nothing of its own the number stays.
            Self::Unlimited => match meaning_of_minus_one(field) {
                Some(_) => Some(Json::from(-1)),
                None => present.cloned(),
            },
            Self::Value if Self::of(present, None) == Self::Value => present.cloned(),
            Self::Value => Some(kept.unwrap_or_else(|| Json::from_number_field(field.example))),
        }
    }

    /// The field that goes with a limit; `None` inside where the limit stands alone. Nothing if the field is no limit.
    #[must_use]
    pub fn period(limit: &Field, among: &[&'static Field]) -> Option<Option<&'static Field>> {
        const PAIRS: [(&str, &str); 4] = [
            ("rate", "per"),
            ("quota_max", "quota_renewal_rate"),
            ("throttle_retry_limit", "throttle_interval"),
            ("max_query_depth", ""),
        ];
        let (_, period) = PAIRS.iter().find(|(name, _)| *name == limit.name)?;
        Some(among.iter().copied().find(|field| field.name == *period))
    }

    /// Whether a field is the period of a limit among these, which is edited with it.
    #[must_use]
    pub fn is_period(field: &Field, among: &[&'static Field]) -> bool {
        among.iter().any(|limit| Self::period(limit, among).flatten().is_some_and(|period| period.name == field.name))
    }
}

/// What the catalogue says of -1.
#[must_use]
pub fn meaning_of_minus_one(field: &Field) -> Option<&'static str> {
    field.special.iter().find(|(value, _)| *value == "-1").map(|(_, meaning)| *meaning)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{
        ENDPOINT_LIMIT_FIELDS, ENDPOINT_PER, ENDPOINT_RATE, LIMIT_FIELDS, MAX_QUERY_DEPTH, PER, RATE,
        THROTTLE_INTERVAL, THROTTLE_RETRY_LIMIT,
    };

    #[test]
    fn unlimited_writes_minus_one_twice_as_the_dashboard_does() {
        for field in [&RATE, &PER] {
            assert_eq!(LimitChoice::Unlimited.written(field, Some(&Json::from(7)), None), Some(Json::from(-1)));
        }
        let minute = Json::from(60);
        assert_eq!(LimitChoice::Unlimited.written(&ENDPOINT_PER, Some(&minute), None), Some(minute));
    }

    #[test]
    fn going_back_to_a_value_shows_what_was_there_or_the_catalogues_example() {
        let minus_one = Json::from(-1);
        let back = |kept| LimitChoice::Value.written(&RATE, Some(&minus_one), kept);
        assert_eq!(back(Some(Json::from(100))), Some(Json::from(100)));
        assert_eq!(back(None), Some(Json::from(1000)));
        let typed = Json::from("12x");
        assert_eq!(LimitChoice::Value.written(&RATE, Some(&typed), Some(Json::from(1))), Some(typed));
    }

    #[test]
    fn a_period_without_a_limit_is_not_hidden() {
        assert_eq!(LimitChoice::of(None, Some(&Json::from(10))), LimitChoice::Value);
        assert_eq!(LimitChoice::of(Some(&Json::Null), Some(&Json::Null)), LimitChoice::NotSet);
        assert_eq!(LimitChoice::of(Some(&Json::from(-1)), Some(&Json::from(60))), LimitChoice::Unlimited);
    }

    #[test]
    fn throttling_is_off_where_others_are_unlimited() {
        assert_eq!(LimitChoice::Unlimited.label(&RATE), "Unlimited");
        assert_eq!(LimitChoice::Unlimited.label(&ENDPOINT_RATE), "Unlimited");
        assert_eq!(LimitChoice::Unlimited.label(&THROTTLE_RETRY_LIMIT), "Off");
    }

    #[test]
    fn a_limit_knows_its_period() {
        let period =
            |limit, among: &[&'static Field]| LimitChoice::period(limit, among).map(|found| found.map(|f| f.name));
        assert_eq!(period(&THROTTLE_RETRY_LIMIT, &LIMIT_FIELDS), Some(Some("throttle_interval")));
        assert_eq!(period(&ENDPOINT_RATE, &ENDPOINT_LIMIT_FIELDS), Some(Some("per")));
        assert_eq!(period(&MAX_QUERY_DEPTH, &LIMIT_FIELDS), Some(None));
        assert_eq!(period(&THROTTLE_INTERVAL, &LIMIT_FIELDS), None);
        assert!(LimitChoice::is_period(&THROTTLE_INTERVAL, &LIMIT_FIELDS));
    }
}

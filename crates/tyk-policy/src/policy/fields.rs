//! Fields of an object as the values that Go decodes: what is absent or `null` is the zero value.

use super::{Depth, Limit, Limits, Smoothing, Throttle};
use crate::catalogue::{
    Field, LIMIT_MAX_QUERY_DEPTH, LIMIT_PER, LIMIT_QUOTA_MAX, LIMIT_QUOTA_RENEWAL_RATE, LIMIT_RATE, LIMIT_SMOOTHING,
    LIMIT_THROTTLE_INTERVAL, LIMIT_THROTTLE_RETRY_LIMIT, SMOOTHING_DELAY, SMOOTHING_ENABLED, SMOOTHING_STEP,
    SMOOTHING_THRESHOLD, SMOOTHING_TRIGGER, root_field,
};
use crate::draft::{Draft, Json, Object};

/// Something that has fields: the root of a draft, or an object in it.
#[derive(Clone, Copy)]
pub(super) enum Fields<'a> {
    Root(&'a Draft),
    Of(Option<&'a Object>),
}

impl<'a> Fields<'a> {
    pub(super) fn of(value: Option<&'a Json>) -> Self {
        Self::Of(value.and_then(Json::as_object))
    }

    fn get(self, field: &Field) -> Option<&'a Json> {
        match self {
            // By name: the limits of the root and of an API have the same names and are fields of their own.
            Self::Root(draft) => root_field(field.name).and_then(|field| draft.get(field)),
            Self::Of(object) => object.and_then(|object| object.get(field.name)),
        }
    }

    pub(super) fn text(self, field: &Field) -> String {
        self.optional_text(field).unwrap_or_default()
    }

    /// Nothing if the text is absent, `null` or empty.
    pub(super) fn optional_text(self, field: &Field) -> Option<String> {
        self.get(field).and_then(Json::as_text).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    pub(super) fn flag(self, field: &Field) -> bool {
        self.optional_flag(field).unwrap_or_default()
    }

    pub(super) fn optional_flag(self, field: &Field) -> Option<bool> {
        self.get(field).and_then(Json::as_bool)
    }

    pub(super) fn integer(self, field: &Field) -> i64 {
        self.get(field).and_then(Json::as_integer).unwrap_or_default()
    }

    pub(super) fn number(self, field: &Field) -> f64 {
        self.get(field).and_then(Json::as_number).unwrap_or_default()
    }

    pub(super) fn texts(self, field: &Field) -> Vec<String> {
        self.optional_texts(field).unwrap_or_default()
    }

    /// Nothing if the list is absent or `null`; an empty one if it was written.
    pub(super) fn optional_texts(self, field: &Field) -> Option<Vec<String>> {
        let items = self.get(field).and_then(Json::as_list)?;
        Some(items.iter().map(|item| item.as_text().unwrap_or_default().to_owned()).collect())
    }

    pub(super) fn inside(self, field: &Field) -> Self {
        Self::of(self.get(field))
    }

    pub(super) fn members(self, field: &Field) -> Vec<(String, Json)> {
        let object = self.get(field).and_then(Json::as_object).cloned();
        object.map(Object::into_members).unwrap_or_default()
    }

    /// What each item of a list is.
    pub(super) fn items<T>(self, field: &Field, item: impl Fn(Self) -> T) -> Vec<T> {
        let items = self.get(field).and_then(Json::as_list).unwrap_or_default();
        items.iter().map(|value| item(Self::of(Some(value)))).collect()
    }

    /// A rate, by the names that it has everywhere.
    pub(super) fn rate(self) -> Limit<f64> {
        let (requests, seconds) = (self.number(&LIMIT_RATE), self.number(&LIMIT_PER));
        limit(requests, seconds)
    }

    pub(super) fn depth(self) -> Depth {
        match self.integer(&LIMIT_MAX_QUERY_DEPTH) {
            0 => Depth::NotSet,
            levels if levels > 0 => Depth::Levels(levels),
            _ => Depth::Unlimited,
        }
    }

    /// The limits, which have the same names at the root and for one API.
    pub(super) fn limits(self) -> Limits {
        let retry_limit = self.integer(&LIMIT_THROTTLE_RETRY_LIMIT);
        let throttle = Throttle { interval: self.number(&LIMIT_THROTTLE_INTERVAL), retry_limit };
        let quota = (self.integer(&LIMIT_QUOTA_MAX), self.integer(&LIMIT_QUOTA_RENEWAL_RATE));
        Limits {
            rate: self.rate(),
            throttle: (retry_limit > 0).then_some(throttle),
            smoothing: self.inside(&LIMIT_SMOOTHING).smoothing(),
            quota: limit(quota.0, quota.1.max(0)),
            depth: self.depth(),
        }
    }

    /// Smoothing that is on and whole: Tyk switches one off in which a number is not above 0.
    fn smoothing(self) -> Option<Smoothing> {
        let smoothing = Smoothing {
            threshold: self.integer(&SMOOTHING_THRESHOLD),
            trigger: self.number(&SMOOTHING_TRIGGER),
            step: self.integer(&SMOOTHING_STEP),
            delay: self.integer(&SMOOTHING_DELAY),
        };
        let Smoothing { threshold, trigger, step, delay } = smoothing;
        let is_whole = threshold > 0 && trigger > 0.0 && step > 0 && delay > 0;
        (self.flag(&SMOOTHING_ENABLED) && is_whole).then_some(smoothing)
    }
}

fn limit<N: PartialOrd + Default>(requests: N, seconds: N) -> Limit<N> {
    if requests > N::default() {
        Limit::Requests { requests, seconds }
    } else if requests < N::default() {
        Limit::Unlimited
    } else {
        Limit::NotSet
    }
}

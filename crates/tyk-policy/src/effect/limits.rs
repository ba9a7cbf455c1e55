//! The limits of one counter, each with the field that it comes from.

use super::Place;
use crate::catalogue::{MAX_QUERY_DEPTH, PARTITIONS, QUOTA_MAX, RATE, SMOOTHING, THROTTLE_RETRY_LIMIT};
use crate::check::Path;
use crate::draft::Group;
use crate::policy::{self, Depth, Limit, Smoothing, Throttle};

/// A value and the field that decides it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// The field, as a JSON pointer into the policy. A limit of two fields is found at the first: `/rate`, not `/per`.
    pub from: Path,
}

/// A limit, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limited<T> {
    /// It is in force.
    By(T),
    /// Nothing is limited.
    Off,
    /// The policy does not decide this group: another policy of the key may (policy-model.md section 5).
    LeftToOthers,
}

impl<T> Limited<T> {
    /// The limit, where it is in force.
    #[must_use]
    pub const fn in_force(&self) -> Option<&T> {
        if let Self::By(limit) = self { Some(limit) } else { None }
    }

    /// Off where this limit rests on another one that is not in force.
    fn only_if(self, other: bool) -> Self {
        if other || matches!(self, Self::LeftToOthers) { self } else { Self::Off }
    }
}

impl<T> From<Option<T>> for Limited<T> {
    fn from(limit: Option<T>) -> Self {
        limit.map_or(Self::Off, Self::By)
    }
}

/// A rate limit. Both numbers are above 0 (policy-model.md section 6.1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Requests, as written.
    pub requests: f64,
    /// In so many seconds, as written.
    pub seconds: f64,
}

impl Rate {
    /// The limit that these numbers are, if they are one (rule S3).
    #[must_use]
    pub fn of(limit: &Limit<f64>) -> Option<Self> {
        match *limit {
            Limit::Requests { requests, seconds } if seconds > 0.0 => Some(Self { requests, seconds }),
            _ => None,
        }
    }

    /// Requests and seconds as Tyk's limiters count them: cut to whole numbers (rule S4). 0 requests refuse every request, 0
    /// seconds none.
    #[must_use]
    pub fn counted(self) -> (u64, u64) {
        (cut(self.requests), cut(self.seconds))
    }
}

/// A number cut to a whole one; 0 if it is below 1.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast from a float holds at the ends")]
pub(super) fn cut(number: f64) -> u64 {
    number as u64
}

/// A quota that is enforced (policy-model.md section 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    /// Requests, above 0.
    pub requests: i64,
    /// Seconds from the first request on after which it counts anew; nothing if it never does.
    pub seconds: Option<i64>,
}

/// What one counter of a key allows. Depth counts nothing, and goes with the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Limits {
    /// Beyond it: 429.
    pub rate: Sourced<Limited<Rate>>,
    /// Waiting and trying again before the 429; only with a rate.
    pub throttle: Sourced<Limited<Throttle>>,
    /// An allowance below the rate; only with a rate.
    pub smoothing: Sourced<Limited<Smoothing>>,
    /// Beyond it: 403.
    pub quota: Sourced<Limited<Quota>>,
    /// Levels of a GraphQL query.
    pub depth: Sourced<Limited<i64>>,
}

/// Which groups of limits a policy decides.
#[derive(Clone, Copy)]
pub(super) struct Decided {
    pub rate: bool,
    pub quota: bool,
    pub complexity: bool,
}

impl Limits {
    /// The limits that stand at a place: at the root, or in the `limit` of an API.
    pub(super) fn of(limits: &policy::Limits, at: &Place<'_>, decided: Decided) -> Self {
        let rate = Rate::of(&limits.rate);
        let has_rate = rate.is_some();
        let group = |group: Group, is_decided: bool, name: &'static str| Where {
            from: if is_decided { at.field(name) } else { Path::root().name(PARTITIONS.name).name(group.flag()) },
            is_decided,
        };
        let by_rate = |name| group(Group::Rate, decided.rate, name);
        let depth = if let Depth::Levels(levels) = limits.depth { Some(levels) } else { None };
        Self {
            rate: by_rate(RATE.name).limit(rate),
            throttle: by_rate(THROTTLE_RETRY_LIMIT.name).limit(limits.throttle).only_if(has_rate),
            smoothing: by_rate(SMOOTHING.name).limit(limits.smoothing).only_if(has_rate),
            quota: group(Group::Quota, decided.quota, QUOTA_MAX.name).limit(quota(&limits.quota)),
            depth: group(Group::Complexity, decided.complexity, MAX_QUERY_DEPTH.name).limit(depth),
        }
    }

    /// Whether the values are equal, wherever they come from.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.rate.value == other.rate.value
            && self.throttle.value == other.throttle.value
            && self.smoothing.value == other.smoothing.value
            && self.quota.value == other.quota.value
            && self.depth.value == other.depth.value
    }
}

struct Where {
    from: Path,
    is_decided: bool,
}

impl Where {
    fn limit<T>(self, limit: Option<T>) -> Sourced<Limited<T>> {
        let value = if self.is_decided { limit.into() } else { Limited::LeftToOthers };
        Sourced { value, from: self.from }
    }
}

impl<T> Sourced<Limited<T>> {
    fn only_if(self, other: bool) -> Self {
        Self { value: self.value.only_if(other), from: self.from }
    }
}

fn quota(limit: &Limit<i64>) -> Option<Quota> {
    match *limit {
        Limit::Requests { requests, seconds } => {
            Some(Quota { requests, seconds: Some(seconds).filter(|seconds| *seconds > 0) })
        }
        _ => None,
    }
}

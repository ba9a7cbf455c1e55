//! What counts the requests, and how far.

use crate::effect::{Limits, Quota, Rate};
use crate::policy::{Smoothing, Throttle};

/// How the Gateway counts requests for a rate, which its configuration says (policy-model.md section 6.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Limiter {
    /// Redis keeps the time of each request, the refused ones too: `enable_redis_rolling_limiter`, or several Gateways.
    #[default]
    SlidingLog,
    /// A bucket in the memory of one Gateway, which is filled anew when its period is over. What one Gateway alone does, or
    /// several do for a fast rate.
    Bucket,
    /// Windows that follow each other, counted from the start of the traffic: `enable_fixed_window_rate_limiter`.
    FixedWindow,
    /// The log is looked at behind each request; one too many refuses those of the next period:
    /// `enable_sentinel_rate_limiter`.
    Sentinel,
}

impl Limiter {
    /// All of them, in the order of a control.
    pub const ALL: [Self; 4] = [Self::SlidingLog, Self::Bucket, Self::FixedWindow, Self::Sentinel];

    /// The word on the command line and in links.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SlidingLog => "sliding-log",
            Self::Bucket => "bucket",
            Self::FixedWindow => "fixed-window",
            Self::Sentinel => "sentinel",
        }
    }

    /// What a control calls it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::SlidingLog => "Sliding log in Redis",
            Self::Bucket => "Bucket in one Gateway",
            Self::FixedWindow => "Fixed windows",
            Self::Sentinel => "Sentinel",
        }
    }

    /// The one that Gateways use if their configuration names none: so many of them, with the given `drl_threshold` (5 if it
    /// is not set).
    #[must_use]
    pub fn by_default(gateways: u32, drl_threshold: u32, rate: Rate) -> Self {
        let is_fast = f64::from(gateways) * f64::from(drl_threshold) < rate.requests / rate.seconds;
        if gateways <= 1 || is_fast { Self::Bucket } else { Self::SlidingLog }
    }

    /// Whether smoothing can work with it (section 7b); the Gateway has to allow it besides.
    #[must_use]
    pub const fn can_smooth(self) -> bool {
        matches!(self, Self::SlidingLog | Self::Sentinel)
    }
}

/// A counter: its limiter and its limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counting {
    /// How it counts.
    pub limiter: Limiter,
    /// Beyond it: 429.
    pub rate: Option<Rate>,
    /// Waiting before the 429.
    pub throttle: Option<Throttle>,
    /// An allowance below the rate, if the Gateway allows smoothing.
    pub smoothing: Option<Smoothing>,
    /// Beyond it: 403.
    pub quota: Option<Quota>,
}

impl Counting {
    /// One without limits.
    #[must_use]
    pub const fn none(limiter: Limiter) -> Self {
        Self { limiter, rate: None, throttle: None, smoothing: None, quota: None }
    }

    /// One with the limits of an effect that are in force.
    #[must_use]
    pub fn of(limits: &Limits, limiter: Limiter) -> Self {
        Self {
            limiter,
            rate: limits.rate.value.in_force().copied(),
            throttle: limits.throttle.value.in_force().copied(),
            smoothing: limits.smoothing.value.in_force().copied(),
            quota: limits.quota.value.in_force().copied(),
        }
    }

    /// The throttling, if a request can wait at all: tries without a pause find what the first one found (section 6.3).
    pub(super) fn waiting(&self) -> Option<Throttle> {
        self.throttle
            .filter(|throttle| self.rate.is_some() && throttle.retry_limit > 0 && throttle.interval >= 0.000_001)
    }
}

//! The traffic that is drawn, as its reader shapes it.

use std::sync::Arc;

use leptos::prelude::*;
use tyk_policy::draft::seconds_of;
use tyk_policy::effect::traffic::{Counting, Limiter, Stretch, Timeline, Traffic, Window, simulate};
use tyk_policy::effect::{Effect, Rate, Scope};

use super::super::shown::Shown;
use crate::view::{Chosen, capitalised, memo};

/// So many columns the picture has.
pub(super) const COLUMNS: usize = 96;
/// So many parts a drawn traffic has.
pub(super) const PIECES: usize = 12;

/// How the traffic is shaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Steady,
    Bursts,
    Ramp,
    Drawn,
}

impl Shape {
    pub(super) const ALL: [Self; 4] = [Self::Steady, Self::Bursts, Self::Ramp, Self::Drawn];

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Steady => "Steady",
            Self::Bursts => "Bursts",
            Self::Ramp => "Ramp",
            Self::Drawn => "Drawn",
        }
    }
}

/// What came of it, or what is in the way.
pub(super) type Outcome = Memo<Result<Arc<Timeline>, String>>;

/// All that is chosen of it. Numbers are kept as they are typed.
#[derive(Clone, Copy)]
pub(in super::super) struct Plan {
    pub(super) shape: Chosen<Shape>,
    /// Requests a second: always, between bursts, or at the start of a ramp.
    pub(super) calm: RwSignal<String>,
    /// Requests a second in a burst, or at the end of a ramp.
    pub(super) peak: RwSignal<String>,
    /// The time from burst to burst, and how long one lasts.
    pub(super) every: RwSignal<String>,
    pub(super) lasts: RwSignal<String>,
    pub(super) length: RwSignal<String>,
    /// Requests a second in each part of a drawn traffic.
    pub(super) pieces: RwSignal<Vec<String>>,
    /// The counter, by its position.
    pub(super) counter: RwSignal<String>,
    pub(super) limiter: Chosen<Limiter>,
    /// The part of the time that is seen, in milliseconds; nothing for all of it.
    pub(super) zoom: RwSignal<Option<(u64, u64)>>,
    /// The column that is looked at.
    pub(super) at: RwSignal<usize>,
}

impl Plan {
    /// Bursts that go over the rate of the first counter, long enough to see what becomes of it.
    pub(in super::super) fn new(shown: Shown) -> Self {
        let rate = untrack(|| shown.effect(rate_of_first));
        let (calm, peak) = paces(rate);
        let period = rate.map_or(1, |rate| rate.counted().1).clamp(1, 3_600);
        let every = (period * 4).max(60);
        let text = |number: u64| RwSignal::new(number.to_string());
        let pieces = (0..PIECES as u64).map(|piece| (if piece % 4 == 2 { peak } else { calm }).to_string());
        Self {
            shape: Chosen::new(&Shape::ALL, Shape::Bursts),
            calm: text(calm),
            peak: text(peak),
            every: text(every),
            lasts: text((every / 5).max(1)),
            length: text(every * 5),
            pieces: RwSignal::new(pieces.collect()),
            counter: RwSignal::new("0".to_owned()),
            limiter: Chosen::new(&Limiter::ALL, Limiter::SlidingLog),
            zoom: RwSignal::new(None),
            at: RwSignal::new(0),
        }
    }

    /// The counter with its limits, and how it counts.
    pub(super) fn counting(self, shown: Shown) -> Memo<Counting> {
        memo(move || {
            shown.effect(|effect| {
                let chosen = self.counter.get().parse().ok().and_then(|index: usize| effect.counters.get(index));
                let counter = chosen.or_else(|| effect.counters.first());
                let limiter = self.limiter.get();
                counter.map_or(Counting::none(limiter), |counter| Counting::of(&counter.limits, limiter))
            })
        })
    }

    /// What becomes of it, worked out at each change.
    pub(super) fn outcome(self, counting: Memo<Counting>) -> Outcome {
        memo(move || {
            let counting = counting.get();
            let traffic = self.traffic()?;
            let (from, to) = self.window(traffic.length());
            let timeline = simulate(&traffic, &counting, Window { from, to, buckets: COLUMNS });
            timeline.map(Arc::new).map_err(|fault| sentence(&fault.to_string()))
        })
    }

    /// How long the traffic is, in milliseconds; nothing while that is no length.
    pub(super) fn whole(self) -> Option<u64> {
        self.length.with(|text| milliseconds(text))
    }

    fn traffic(self) -> Result<Traffic, String> {
        let length = self.whole().filter(|length| *length > 0);
        let length = length.ok_or("The length is a time such as 90, 5m or 1h30m.")?;
        let pace = |text: &RwSignal<String>| text.with(|text| number(text));
        let time =
            |text: &RwSignal<String>| text.with(|text| milliseconds(text)).ok_or("A time is such as 90, 5m or 1h30m.");
        let traffic = match self.shape.get() {
            Shape::Steady => Traffic::steady(pace(&self.calm)?, length),
            Shape::Bursts => {
                Traffic::bursts(pace(&self.calm)?, pace(&self.peak)?, time(&self.every)?, time(&self.lasts)?, length)
            }
            Shape::Ramp => Traffic::ramp(pace(&self.calm)?, pace(&self.peak)?, length),
            Shape::Drawn => {
                let paces: Result<Vec<_>, _> =
                    self.pieces.with(|pieces| pieces.iter().map(|text| number(text)).collect());
                let stretch =
                    |(piece, requests)| Stretch { from: length * piece / PIECES as u64, requests, seconds: 1 };
                Traffic::new((0..).zip(paces?).map(stretch).collect(), length)
            }
        };
        traffic.map_err(|fault| sentence(&fault.to_string()))
    }
}

/// The rate of the first counter, if it has one.
fn rate_of_first(effect: &Effect) -> Option<Rate> {
    effect.counters.first().and_then(|counter| counter.limits.rate.value.in_force().copied())
}

/// Requests a second that stay within a rate, and such that do not.
fn paces(rate: Option<Rate>) -> (u64, u64) {
    let Some((requests, seconds)) = rate.map(Rate::counted).filter(|(_, seconds)| *seconds > 0) else {
        return (50, 100);
    };
    let calm = (requests * 4 / 5 / seconds).min(100_000);
    (calm, (requests * 2).div_ceil(seconds).clamp(calm + 1, 200_000))
}

/// What counts together, for a list.
pub(super) fn counters(effect: &Effect) -> Vec<(String, String)> {
    let name = |(index, counter): (usize, &tyk_policy::effect::Counter)| {
        let title = match counter.scope {
            // Its title looks the name up; of two thousand that takes too long.
            Scope::Api(_) => effect.apis.get(index).filter(|api| api.counter == index).map(|api| api.name.clone()),
            _ => None,
        };
        (index.to_string(), title.unwrap_or_else(|| counter.title(effect)))
    };
    effect.counters.iter().enumerate().map(name).collect()
}

fn number(text: &str) -> Result<u32, String> {
    let plain: String = text.chars().filter(|character| !matches!(character, ' ' | ',' | '_')).collect();
    let number = plain.parse::<u32>().ok().filter(|number| *number <= 1_000_000);
    number.ok_or_else(|| "Requests a second are a whole number up to 1,000,000.".to_owned())
}

/// A time as people type it, in milliseconds. A bare number counts seconds.
fn milliseconds(text: &str) -> Option<u64> {
    let seconds = text.trim().parse::<i64>().ok().or_else(|| seconds_of(text))?;
    u64::try_from(seconds).ok()?.checked_mul(1_000)
}

fn sentence(fault: &str) -> String {
    format!("{}.", capitalised(fault))
}

//! The picture itself: columns of what passes, waits and is refused, and the lines over them.

use leptos::ev::Event;
use leptos::prelude::*;

use tyk_policy::effect::traffic::Counting;
use tyk_policy::number::grouped;

use super::draw::{Outlines, cursor, level, outlines};
use super::look::scaled;
use super::plan::{Outcome, Plan};
use super::said::totals;
use crate::browser;
use crate::view::{Element, Item, div, each, element, listen, memo, paragraph, span, text, ul};

/// What a picture is drawn of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Passed,
    Waited,
    ByRate,
    ByQuota,
    Asked,
    Limit,
    Allowance,
    Reset,
}

impl Kind {
    const ALL: [Self; 8] = [
        Self::Passed,
        Self::Waited,
        Self::ByRate,
        Self::ByQuota,
        Self::Asked,
        Self::Limit,
        Self::Allowance,
        Self::Reset,
    ];

    fn class(self) -> &'static str {
        match self {
            Self::Passed => "traffic__passed",
            Self::Waited => "traffic__waited",
            Self::ByRate => "traffic__by-rate",
            Self::ByQuota => "traffic__by-quota",
            Self::Asked => "traffic__asked",
            Self::Limit => "traffic__limit",
            Self::Allowance => "traffic__allowance",
            Self::Reset => "traffic__reset",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Passed => "passes",
            Self::Waited => "passes after waiting",
            Self::ByRate => "429, over the rate",
            Self::ByQuota => "403, over the quota",
            Self::Asked => "comes",
            Self::Limit => "the rate, on average",
            Self::Allowance => "allowance of smoothing",
            Self::Reset => "quota counts anew",
        }
    }

    /// The pattern that fills it, so that not the colour alone tells it from the others.
    fn fill(self) -> Option<&'static str> {
        match self {
            Self::Waited => Some("url(#traffic-waited)"),
            Self::ByRate => Some("url(#traffic-by-rate)"),
            Self::ByQuota => Some("url(#traffic-by-quota)"),
            _ => None,
        }
    }

    fn outline(self, drawn: &Drawn) -> String {
        let Drawn { outlines, limit } = drawn;
        match self {
            Self::Passed => &outlines.passed,
            Self::Waited => &outlines.waited,
            Self::ByRate => &outlines.by_rate,
            Self::ByQuota => &outlines.by_quota,
            Self::Asked => &outlines.asked,
            Self::Limit => limit,
            Self::Allowance => &outlines.stair,
            Self::Reset => &outlines.resets,
        }
        .clone()
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Drawn {
    outlines: Outlines,
    limit: String,
}

/// The picture with its totals and legend.
pub(super) fn picture(plan: Plan, counting: Memo<Counting>, outcome: Outcome) -> Element {
    let drawn = memo(move || {
        let rate = counting.with(|counting| counting.rate);
        let period = rate.map_or(1, |rate| rate.counted().1);
        let per_second = rate.map(|rate| rate.requests / rate.seconds);
        outcome.with(|outcome| {
            outcome.as_ref().map_or_else(
                |_| Drawn::default(),
                |timeline| {
                    let outlines = outlines(timeline, period);
                    Drawn { limit: per_second.map(|rate| level(rate, outlines.top)).unwrap_or_default(), outlines }
                },
            )
        })
    });
    let says =
        text(move || outcome.with(|outcome| outcome.as_ref().map(|timeline| totals(timeline)).unwrap_or_default()));
    let top = text(move || format!("{} a second", grouped(drawn.with(|drawn| drawn.outlines.top))));
    let columns = Kind::ALL.map(|kind| {
        let outline = text(move || drawn.with(|drawn| kind.outline(drawn)));
        let path = element("path").attr("class", kind.class()).attr("d", outline);
        match kind.fill() {
            Some(fill) => path.attr("fill", fill),
            None => path,
        }
        .drawn()
    });
    let cursor =
        element("path").attr("class", "traffic__cursor").attr("d", text(move || cursor(plan.at.get()))).drawn();
    let touch = move || {
        listen(move |event: Event| {
            if let Some((across, down)) = browser::pressed_at(&event) {
                plan.touch(across, scaled(drawn.with_untracked(|drawn| drawn.outlines.top), 1.0 - down));
            }
        })
    };
    let canvas = element("svg")
        .on("pointerdown", touch())
        .on("pointermove", touch())
        .attrs(&[("class", "traffic__canvas"), ("viewBox", "0 0 480 150"), ("preserveAspectRatio", "none")])
        .attrs(&[("role", "img"), ("id", "traffic-picture")])
        .attr("aria-label", says);
    let canvas = patterns().into_iter().chain(columns).chain([cursor]).fold(canvas, Element::child).drawn();
    div("traffic__picture")
        .child(paragraph("traffic__totals").attrs(&[("id", "traffic-totals"), ("role", "status")]).child(says))
        .child(span("traffic__top").attr("aria-hidden", "true").child(top))
        .child(canvas)
        .child(legend(drawn))
}

/// Stripes one way, the other way, and both.
fn patterns() -> Vec<AnyView> {
    let pattern = |id: &'static str, class: &'static str, lines: &'static str| {
        element("pattern")
            .attrs(&[("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse")])
            .attr("id", id)
            .child(element("path").attr("class", class).attr("d", "M0 0h6v6H0z").drawn())
            .child(element("path").attr("class", "traffic__stripe").attr("d", lines).drawn())
            .drawn()
    };
    vec![
        pattern("traffic-waited", "traffic__ground traffic__ground--waited", "M3 0V6"),
        pattern("traffic-by-rate", "traffic__ground traffic__ground--by-rate", "M-1 7L7 -1M-1 1L1 -1M5 7L7 5"),
        pattern("traffic-by-quota", "traffic__ground traffic__ground--by-quota", "M-1 7L7 -1M-1 -1L7 7"),
    ]
}

/// What each colour, pattern and line means, as far as it is in the picture.
fn legend(drawn: Memo<Drawn>) -> Element {
    let items = move || {
        let is_there = |kind: &Kind| drawn.with(|drawn| !kind.outline(drawn).is_empty());
        let item = |kind: Kind| {
            let is_line = matches!(kind, Kind::Asked | Kind::Limit | Kind::Allowance);
            let outline = match kind {
                Kind::Reset => "M9 0V12",
                _ if is_line => "M0 6H18",
                _ => "M0 0H18V12H0z",
            };
            let path = element("path").attr("class", kind.class()).attr("d", outline);
            let path = match kind.fill() {
                Some(fill) => path.attr("fill", fill),
                None => path,
            };
            let swatch = element("svg").attrs(&[
                ("class", "traffic__swatch"),
                ("viewBox", "0 0 18 12"),
                ("aria-hidden", "true"),
            ]);
            let swatch = swatch.child(path.drawn()).drawn();
            Item::new(kind.class(), move || element("li").child(swatch).child(span("").child(kind.label())).into_any())
        };
        Kind::ALL.into_iter().filter(is_there).map(item).collect()
    };
    ul("traffic__legend").attr("aria-label", "Legend").child(each(items))
}

//! Traffic pictures: what becomes of requests over time.

mod controls;
mod draw;
mod look;
mod picture;
mod plan;
mod said;
mod strip;
mod table;

use leptos::prelude::*;

use super::shown::Shown;
use crate::view::{Element, div, either, memo, paragraph, text};
use controls::controls;
use picture::picture;
pub(super) use plan::Plan;
use strip::strip;
use table::table;

/// The controls and the picture, or the reason why there is nothing to draw.
pub(super) fn traffic(shown: Shown, plan: Plan) -> Element {
    let has_counter = memo(move || shown.effect(|effect| !effect.counters.is_empty()));
    let none = || {
        let says = "Nothing is counted: what is in the way stands under “What a key gets”.";
        paragraph("effect__says").child(says).into_any()
    };
    div("effect__part").child(either(move || has_counter.get(), move || drawn(shown, plan).into_any(), none))
}

fn drawn(shown: Shown, plan: Plan) -> Element {
    let counting = plan.counting(shown);
    let outcome = plan.outcome(counting);
    let fault = text(move || outcome.with(|outcome| outcome.as_ref().err().cloned().unwrap_or_default()));
    let is_drawn = memo(move || outcome.with(Result::is_ok));
    let seen = move || {
        div("traffic__seen")
            .child(picture(plan, counting, outcome))
            .child(strip(plan, outcome))
            .child(table(outcome))
            .into_any()
    };
    div("traffic")
        .child(controls(shown, plan))
        .child(paragraph("traffic__fault").attrs(&[("id", "traffic-fault"), ("role", "status")]).child(fault))
        .child(either(move || is_drawn.get(), seen, || ().into_any()))
}

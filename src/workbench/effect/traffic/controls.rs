//! The controls of a traffic: its shape, its numbers, and who counts.

use leptos::prelude::*;
use tyk_policy::effect::traffic::Limiter;

use super::super::shown::Shown;
use super::super::which::which;
use super::plan::{PIECES, Plan, Shape, counters};
use crate::controls::{choice, select};
use crate::view::{Element, div, dynamic, input, label, memo, paragraph, span, text, typed, when};

/// All of them.
pub(super) fn controls(shown: Shown, plan: Plan) -> Element {
    let counters = memo(move || shown.effect(counters));
    let counter =
        which("traffic-counter", "Counter", counters, plan.counter.into(), move |index| plan.counter.set(index));
    let limiters = Limiter::ALL.map(|limiter| (limiter.as_str().to_owned(), limiter.label().to_owned()));
    let value = text(move || plan.limiter.get().as_str().to_owned());
    let choose = move |word: String| {
        if let Some(limiter) = Limiter::ALL.into_iter().find(|limiter| limiter.as_str() == word) {
            plan.limiter.set(limiter);
        }
    };
    let limiter = select("traffic-limiter", "How the Gateway counts", limiters.into(), value, choose);
    let limiter = div("effect__field")
        .child(label("effect__label").attr("for", "traffic-limiter").child("How the Gateway counts"))
        .child(limiter);
    let cannot_smooth = memo(move || {
        let smooths = shown
            .effect(|effect| effect.counters.iter().any(|counter| counter.limits.smoothing.value.in_force().is_some()));
        smooths && !plan.limiter.get().can_smooth()
    });
    let note = || paragraph("pane__note").child("Smoothing does not work with this way of counting.").into_any();
    div("traffic__controls")
        .child(div("traffic__line").child(counter).child(limiter))
        .child(when(move || cannot_smooth.get(), note))
        .child(choice(
            "traffic-shape",
            "Shape of the traffic",
            &Shape::ALL,
            Shape::label,
            move || Some(plan.shape.get()),
            move |shape| plan.shape.set(shape),
        ))
        .child(dynamic(move || {
            let shape = plan.shape.get();
            untrack(|| numbers(plan, shape)).into_any()
        }))
}

/// The numbers of a shape.
fn numbers(plan: Plan, shape: Shape) -> Element {
    let length = || number("traffic-length", "Length", "s", plan.length);
    let line = div("traffic__numbers");
    match shape {
        Shape::Steady => line.child(number("traffic-calm", "Requests", "a second", plan.calm)).child(length()),
        Shape::Bursts => line
            .child(number("traffic-calm", "Between bursts", "a second", plan.calm))
            .child(number("traffic-peak", "In a burst", "a second", plan.peak))
            .child(number("traffic-every", "A burst every", "s", plan.every))
            .child(number("traffic-lasts", "It lasts", "s", plan.lasts))
            .child(length()),
        Shape::Ramp => line
            .child(number("traffic-calm", "From", "a second", plan.calm))
            .child(number("traffic-peak", "To", "a second", plan.peak))
            .child(length()),
        Shape::Drawn => line.child(pieces(plan)).child(length()),
    }
}

/// A number with its label and unit. Times may be typed as people say them.
fn number(id: &'static str, says: &'static str, unit: &'static str, value: RwSignal<String>) -> Element {
    let control = input("input input--literal traffic__number")
        .attrs(&[("type", "text"), ("inputmode", "numeric"), ("autocomplete", "off")])
        .id(id)
        .attr("aria-describedby", "traffic-fault")
        .value(value)
        .on("input", typed(move |text| value.set(text)));
    div("effect__field")
        .child(label("effect__label").attr("for", id).child(says))
        .child(span("number").child(control).child(span("number__unit").child(unit)))
}

/// The parts of a drawn traffic, each with its requests a second.
fn pieces(plan: Plan) -> Element {
    let piece = |index: usize| {
        let value = text(move || plan.pieces.with(|pieces| pieces.get(index).cloned().unwrap_or_default()));
        let set = move |text: String| {
            plan.pieces.update(|pieces| {
                if let Some(piece) = pieces.get_mut(index) {
                    *piece = text;
                }
            });
        };
        input("input input--literal traffic__piece")
            .attrs(&[("type", "text"), ("inputmode", "numeric"), ("autocomplete", "off")])
            .id(format!("traffic-piece-{index}"))
            .attr("aria-label", format!("Requests a second in part {} of {PIECES}", index + 1))
            .attr("aria-describedby", "traffic-fault")
            .value(value)
            .on("input", typed(set))
    };
    div("effect__field traffic__pieces-field")
        .child(span("effect__label").child("Requests a second, part by part"))
        .child(
            div("traffic__pieces")
                .attrs(&[("role", "group"), ("aria-label", "Requests a second, part by part")])
                .children((0..PIECES).map(piece)),
        )
}

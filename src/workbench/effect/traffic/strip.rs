//! Looking along the time: a slider over it, what happens at its place, and the zoom.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::plan::{COLUMNS, Outcome, Plan};
use super::said::{clock, column};
use crate::controls::{plain_button, quiet_button};
use crate::view::{Element, div, element, input, listen, memo, paragraph, span, text, typed, when};

/// The slider, the ends of the time below it, what it points to, and the buttons.
pub(super) fn strip(plan: Plan, outcome: Outcome) -> Element {
    let says = text(move || {
        outcome.with(|outcome| outcome.as_ref().map(|timeline| column(timeline, plan.at.get())).unwrap_or_default())
    });
    let end = move |is_start: bool| {
        text(move || {
            let window = outcome.with(|outcome| outcome.as_ref().map(|timeline| timeline.window).ok());
            window.map(|window| clock(if is_start { window.from } else { window.to })).unwrap_or_default()
        })
    };
    let keys = listen(move |event: KeyboardEvent| match event.key().as_str() {
        "+" | "=" => plan.zoom_by(0.5),
        "-" => plan.zoom_by(2.0),
        "0" => plan.show_all(),
        _ => {}
    });
    let move_to = move |value: String| plan.at.set(value.parse().unwrap_or_default());
    let slider = input("traffic__slider")
        .attrs(&[("type", "range"), ("id", "traffic-at"), ("min", "0"), ("step", "1")])
        .attrs(&[("aria-label", "Time that is looked at"), ("aria-describedby", "traffic-keys")])
        .attr("max", (COLUMNS - 1).to_string())
        .attr("aria-valuetext", says)
        .value(text(move || plan.at.get().to_string()))
        .on("input", typed(move_to))
        .on("keydown", keys);
    let ends = div("traffic__ends")
        .attr("aria-hidden", "true")
        .child(span("").child(end(true)))
        .child(span("").child(end(false)));
    div("traffic__strip")
        .child(slider)
        .child(ends)
        .child(paragraph("traffic__column").id("traffic-column").child(says))
        .child(zoom(plan))
}

fn zoom(plan: Plan) -> Element {
    let is_zoomed = memo(move || plan.zoom.get().is_some());
    let more = move || {
        element("span")
            .class("traffic__pan")
            .child(quiet_button("Earlier", None, move || plan.go_on(false)).id("traffic-earlier"))
            .child(quiet_button("Later", None, move || plan.go_on(true)).id("traffic-later"))
            .child(quiet_button("All of it", None, move || plan.show_all()).id("traffic-all"))
            .into_any()
    };
    div("traffic__zoom")
        .child(plain_button("Zoom in", None, move || plan.zoom_by(0.5)).id("traffic-in"))
        .child(plain_button("Zoom out", None, move || plan.zoom_by(2.0)).id("traffic-out"))
        .child(when(move || is_zoomed.get(), more))
        .child(paragraph("pane__note").id("traffic-keys").child("Keys at the slider: + and − zoom, 0 shows all of it."))
}

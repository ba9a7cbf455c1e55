//! All values of a picture as a table.

use leptos::prelude::*;
use tyk_policy::effect::traffic::Timeline;
use tyk_policy::number::grouped;

use super::plan::Outcome;
use super::said::{clock, span, step};
use crate::controls::disclosure;
use crate::view::{Element, Item, div, dynamic, each, element, text, ul};

/// The disclosure; the table is drawn while it is open.
pub(super) fn table(outcome: Outcome) -> Element {
    let open = RwSignal::new(false);
    let summary = text(move || {
        let rows = outcome.with(|outcome| outcome.as_ref().map_or(0, |timeline| timeline.buckets.len()));
        format!("{rows} rows")
    });
    let content = move || {
        dynamic(move || {
            outcome
                .with(|outcome| outcome.as_ref().map(|timeline| values(timeline)).ok())
                .map_or_else(|| ().into_any(), Element::into_any)
        })
    };
    disclosure("All values as a table", summary, ().into_any(), open, content).id("traffic-table")
}

fn values(timeline: &Timeline) -> Element {
    let cell = |tag: &'static str, says: String| element(tag).child(says);
    let heads = ["From", "Asked", "Pass", "Waited", "429", "403"];
    let head = element("tr").children(heads.map(|head| element("th").attr("scope", "col").child(head)));
    let row = |(index, counts): (usize, &tyk_policy::effect::traffic::Counts)| {
        let numbers = [counts.asked, counts.passed, counts.waited, counts.by_rate, counts.by_quota];
        element("tr")
            .child(cell("th", clock(span(timeline, index).0)).attr("scope", "row"))
            .children(numbers.map(|number| cell("td", grouped(number))))
    };
    let rows = timeline.buckets.iter().enumerate().map(row);
    let table = element("table")
        .class("traffic__values")
        .attr("aria-label", "What becomes of the requests, by time")
        .child(element("thead").child(head))
        .child(element("tbody").children(rows));
    let scroller = div("traffic__scroller").attrs(&[
        ("role", "region"),
        ("tabindex", "0"),
        ("aria-label", "Values of the picture"),
    ]);
    div("traffic__all").child(scroller.child(table)).child(events(timeline))
}

/// The steps of the allowance and the resets of the quota.
fn events(timeline: &Timeline) -> Option<Element> {
    let reset = |at: &u64| (*at, format!("{}: the quota counts anew", clock(*at)));
    let mut events: Vec<_> = timeline.changes.iter().map(|change| (change.at, step(change))).collect();
    events.extend(timeline.resets.iter().map(reset));
    events.sort_by_key(|(at, _)| *at);
    if events.is_empty() {
        return None;
    }
    let events = StoredValue::new(events);
    let items = move || {
        let item = |(index, (_, says)): (usize, (u64, String))| {
            Item::new(index.to_string(), move || element("li").child(says).into_any())
        };
        events.get_value().into_iter().enumerate().map(item).collect()
    };
    Some(ul("traffic__events").attr("aria-label", "Steps and resets").child(each(items)))
}

//! What filters and sorts the list of APIs.

use leptos::prelude::*;
use tyk_policy::catalogue::ACCESS_RIGHTS;

use super::super::access::select_button;
use super::arrange;
use super::showing::{Filter, Order, showing};
use super::words::{apis, grouped};
use crate::browser;
use crate::controls::{id_of, quiet_button, select};
use crate::desk::desk;
use crate::view::{Element, div, input, label, paragraph, text, typed};

/// The id of the filter's input.
const FILTER: &str = "apis-filter";

/// Filter, order and count.
pub(super) fn bar() -> Element {
    let (showing, document) = (showing(), desk().document);
    showing.arrange_by(arrange::arranged);
    forget_with_the_policy(showing.filter);
    let all = move || document.rows.with(Vec::len);
    // A row that was shown for the focus alone need not fit.
    let follow = move |typed: String| {
        document.wanted.set(String::new());
        showing.filter.text.set(typed);
    };
    let input = input("input")
        .id(FILTER)
        .attrs(&[("type", "search"), ("autocomplete", "off"), ("spellcheck", "false")])
        .value(showing.filter.text)
        .on("input", typed(follow));
    let asks = text(move || format!("Filter {} by name, id or path", apis(all())));
    let count = text(move || said(showing.shown.with(Vec::len), all()));
    div("apis__bar")
        .child(div("apis__filter").child(label("picker__label").attr("for", FILTER).child(asks)).child(input))
        .child(order_choice(showing.filter))
        .child(
            div("apis__line")
                .child(paragraph("apis__count").attr("role", "status").child(count))
                .child(select_button(showing))
                .child(quiet_button("To the end, to add more", None, || browser::focus(id_of(&ACCESS_RIGHTS)))),
        )
}

/// Empties the filter when another policy is opened, whose APIs would seem to be missing.
fn forget_with_the_policy(filter: Filter) {
    let desk = desk();
    let follow = RenderEffect::new(move |before: Option<()>| {
        desk.track_sheet();
        if before.is_some() {
            filter.text.set(String::new());
        }
    });
    // It lives as long as the bar does.
    StoredValue::new_local(follow);
}

/// "12 of 2,000 APIs"; nothing while all are shown as they are written.
fn said(shown: usize, all: usize) -> String {
    if shown == all { String::new() } else { format!("{} of {}", grouped(shown), apis(all)) }
}

/// The order. It says that the policy keeps its own.
fn order_choice(filter: Filter) -> Element {
    let word = |order| match order {
        Order::AsWritten => ("written", "As written"),
        Order::ByName => ("name", "By name"),
        Order::ById => ("id", "By id"),
        Order::FindingsFirst => ("findings", "Findings first"),
    };
    let options = Order::ALL.map(|order| (word(order).0.to_owned(), word(order).1.to_owned()));
    let choose = move |value: String| {
        if let Some(order) = Order::ALL.into_iter().find(|order| word(*order).0 == value) {
            filter.order.set(order);
        }
    };
    let value = text(move || word(filter.order.get()).0.to_owned());
    let note = text(move || {
        let is_as_written = filter.order.get() == Order::AsWritten;
        if is_as_written { "" } else { "Sorted on this page only: the JSON keeps its order." }.to_owned()
    });
    div("apis__order")
        .child(label("picker__label").attr("for", "apis-order").child("Order"))
        .child(select("apis-order", "Order of the APIs on this page", options.into(), value, choose))
        .child(paragraph("apis__note").attr("role", "status").child(note))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_said_only_where_some_are_not_shown() {
        assert_eq!([said(12, 2_000), said(2_000, 2_000), said(0, 1)], ["12 of 2,000 APIs", "", "0 of 1 API"]);
    }
}

//! One of many things with names: a list where they are few, a field that finds them where they are many.

use std::rc::Rc;

use leptos::prelude::*;

use crate::controls::{finder, select};
use crate::view::{Element, div, dynamic, label, memo};

/// So many are listed; more are found by typing.
const MOST_LISTED: usize = 40;

/// A choice with its label, by value and name. The first one is meant until another one is chosen.
pub(super) fn which(
    id: &'static str,
    says: &'static str,
    options: Memo<Vec<(String, String)>>,
    value: Signal<String>,
    choose: impl Fn(String) + Clone + Send + Sync + 'static,
) -> Element {
    let is_long = memo(move || options.with(Vec::len) > MOST_LISTED);
    let control = dynamic(move || {
        let choose = choose.clone();
        if is_long.get() {
            return untrack(|| finder(id.to_owned(), options, value, Rc::new(choose))).into_any();
        }
        select(id, says, options.get(), value, choose).into_any()
    });
    div("effect__field").child(label("effect__label").attr("for", id).child(says)).child(control)
}

//! Parts of the page that come, go and change.

use std::time::Duration;

use leptos::prelude::*;

use super::memo;

/// How a part of the page is drawn.
type Draw = Box<dyn Fn() -> AnyView + Send + Sync>;

/// A part of the page that is made anew whenever what the closure reads has changed.
pub fn dynamic(view: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    fn concrete(view: Draw) -> AnyView {
        view.into_any()
    }
    concrete(Box::new(view))
}

/// A part of the page that is there only while a condition holds.
pub fn when(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    one_of(memo(condition), Box::new(view), Box::new(|| ().into_any()))
}

/// One of two parts of the page.
pub fn either(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> AnyView + Send + Sync + 'static,
    otherwise: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    one_of(memo(condition), Box::new(view), Box::new(otherwise))
}

fn one_of(condition: Memo<bool>, view: Draw, otherwise: Draw) -> AnyView {
    // What a part reads while it is drawn does not make it be drawn again: only the condition does.
    dynamic(move || if condition.get() { untrack(&view) } else { untrack(&otherwise) })
}

/// A part of the page that is drawn right behind the first view, so that what is needed first can be used sooner. What a user
/// has typed meanwhile goes before it.
pub fn soon(view: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let is_time = RwSignal::new(false);
    // The page may be gone by then.
    let draw = move || {
        is_time.try_set(true);
    };
    set_timeout(draw, Duration::ZERO);
    when(move || is_time.get(), view)
}

/// One row of a list: what tells it from the others, and how it is drawn the first time.
pub struct Item {
    key: String,
    build: Box<dyn FnOnce() -> AnyView + Send>,
}

impl Item {
    /// A row. Keys come from what the row is, never from where it stands, and no two are equal.
    pub fn new(key: impl Into<String>, build: impl FnOnce() -> AnyView + Send + 'static) -> Self {
        Self { key: key.into(), build: Box::new(build) }
    }
}

/// A list whose rows keep their elements as long as their keys stay.
pub fn each(items: impl Fn() -> Vec<Item> + Send + Sync + 'static) -> AnyView {
    fn concrete(items: Box<dyn Fn() -> Vec<Item> + Send + Sync>) -> AnyView {
        view! { <For each=items key=|item: &Item| item.key.clone() children=|item: Item| (item.build)()/> }.into_any()
    }
    concrete(Box::new(items))
}

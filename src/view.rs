//! The few types that views are made of.
//!
//! Every closure in a view is a type of its own, and the compiler writes the code around it again for each: together half
//! of the page when measured. So what differs is boxed first, and the work is done by functions that exist once.

use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;

/// A value that is worked out anew for each reader.
pub fn derived<T: Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    fn concrete<T: Send + Sync + 'static>(read: Box<dyn Fn() -> T + Send + Sync>) -> Signal<T> {
        Signal::derive(read)
    }
    concrete(Box::new(read))
}

/// A value that is worked out once for each change, and tells its readers only if it differs.
pub fn memo<T: PartialEq + Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    fn concrete<T: PartialEq + Send + Sync + 'static>(read: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
        Memo::new(move |_| read())
    }
    concrete(Box::new(read))
}

/// A text that follows what the closure reads.
pub fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    derived(read)
}

/// A yes or no that follows what the closure reads.
pub fn flag(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    derived(read)
}

/// A yes or no as ARIA wants it: as text, for a missing attribute means something else.
pub fn aria(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<String> {
    fn concrete(flag: Signal<bool>) -> Signal<String> {
        text(move || if flag.get() { "true" } else { "false" }.to_owned())
    }
    concrete(flag(read))
}

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
pub fn when(condition: impl Fn() -> bool + Send + Sync + 'static, view: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
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
    dynamic(move || if condition.get() { view() } else { otherwise() })
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

/// A signal as something to read.
pub fn read<T: Send + Sync + 'static>(signal: RwSignal<T>) -> Signal<T> {
    signal.into()
}

/// What happens at an event.
pub type Listener<E> = Box<dyn FnMut(E) + Send>;

/// What happens at an event of any kind.
pub fn listen<E: 'static>(act: impl FnMut(E) + Send + 'static) -> Listener<E> {
    Box::new(act)
}

/// What happens at a press.
pub fn press(act: impl Fn() + Send + 'static) -> Listener<MouseEvent> {
    Box::new(move |_| act())
}

/// What happens with the text of an input after it changed.
pub fn typed(act: impl Fn(String) + Send + 'static) -> Listener<Event> {
    Box::new(move |event| act(event_target_value(&event)))
}

/// What happens with the state of a box after it changed.
pub fn ticked(act: impl Fn(bool) + Send + 'static) -> Listener<Event> {
    Box::new(move |event| act(event_target_checked(&event)))
}

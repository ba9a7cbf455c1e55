//! A literal text with line numbers. Lines that the last change made are marked for a moment.

mod lines;
mod pieces;
mod sheet;
mod window;

pub use lines::{Lines, Mark};
pub use sheet::Sheet;

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;

use crate::browser;
use crate::later::{Draw, Part, later};
use crate::view::{Element, derived, div, each, either, listen, memo, pre, press, text};
use window::LongText;

later! {
    /// The lines in sight of a long text, which is given by context.
    part fields;
    fn window_view() -> Draw { || window::window(expect_context()).into_any() }
}

/// Above this many lines only those in sight are drawn, without wrapping: so many elements would slow the page.
pub const MOST_LINES: usize = 400;

/// A pane that shows `content` exactly as it is copied and sent. `label` says what it is to those who do not see it.
pub fn code_pane(id: &'static str, label: &'static str, content: Signal<String>) -> Element {
    let is_long = memo(move || content.with(|content| has_more_lines(content, MOST_LINES)));
    let lines = StoredValue::new(Lines::default());
    let items = move || {
        lines.update_value(|lines| content.with(|content| lines.update(content)));
        lines.with_value(|lines| lines.items(|_| None))
    };
    let scrolled = RwSignal::new((0, 0));
    let long = Part::new(|| Box::pin(window_view()));
    let pane = div("code").id(id).attr("role", "region").attr("tabindex", "0");
    let pane = pane.attr("aria-label", format!("{label}. To select all and copy takes the whole."));
    let scroll = listen(move |event: Event| {
        // Nobody else asks where a short text stands.
        if is_long.get_untracked() {
            scrolled.set(browser::scrolled(&event));
        }
    });
    copied_whole(pane, content).on("scroll", scroll).child(either(
        move || is_long.get(),
        move || {
            long.show(|| ());
            long.view_of(move || provide_context(LongText { content, scrolled }))
        },
        move || pre("code__lines").child(each(items)).into_any(),
    ))
}

/// Whether a text has more lines than so many.
#[must_use]
pub fn has_more_lines(text: &str, most: usize) -> bool {
    text.bytes().filter(|byte| *byte == b'\n').take(most).count() == most
}

/// Lets Ctrl A select the whole text, drawn or not, and Ctrl C copy it.
fn copied_whole(pane: Element, content: Signal<String>) -> Element {
    let is_selected = RwSignal::new(false);
    let key_down = listen(move |event: KeyboardEvent| {
        if (event.ctrl_key() || event.meta_key()) && !event.alt_key() && matches!(event.key().as_str(), "a" | "A") {
            event.prevent_default();
            browser::select_content(&event);
            is_selected.set(true);
        }
    });
    let copy = listen(move |event: Event| {
        if is_selected.get_untracked() {
            content.with_untracked(|content| browser::copy_instead(&event, content));
        }
    });
    let forget = move || is_selected.set(false);
    let class = derived(move || is_selected.get());
    pane.class(text(move || if class.get() { "code code--selected" } else { "code" }.to_owned()))
        .on("keydown", key_down)
        .on("copy", copy)
        .on("pointerdown", press(forget))
        .on("focusout", press(forget))
}

//! The editor of the body: what is valid flows into the form, what is not is said at its line.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use tyk_policy::check::Severity;
use tyk_policy::read::Position;

use super::boxes::{boxes, show_what_is_there};
use super::fault::{Fault, is_long, policy_in};
use super::remarks::{Remark, remarks};
use crate::browser::{self, Shortcut};
use crate::controls::{code_pane, icon, severity_icon};
use crate::desk::{Desk, desk};
use crate::view::{Element, Item, button, div, each, either, li, memo, paragraph, press, read, span, text, ul, when};

/// How long nobody may have typed before the lines are looked through for what there is to say of them.
const PAUSE: Duration = Duration::from_millis(150);

/// The lines in sight of a long text, or the box; below it what is in the way, what there is to say, and how it is used.
pub(super) fn editor() -> Element {
    let desk = desk();
    let json = desk.preview.json;
    show_what_is_there(desk);
    on_cleanup(move || {
        json.take(desk);
        json.is_inside.set(false);
        json.is_open.set(false);
    });
    let is_watched = move || {
        let is_asked = json.is_open.get() || json.is_inside.get() || desk.unreadable.with(Option::is_some);
        !is_asked && json.typed.with(|text| is_long(text))
    };
    let fault = memo(move || desk.unreadable.with(|text| text.as_ref().and_then(|text| policy_in(text).err())));
    let found = RwSignal::new(Vec::new());
    let said = memo(move || fault.with(|fault| fault.as_ref().map(at_its_line)).unwrap_or_else(|| found.get()));
    follow(desk, is_watched, found);
    div("json")
        .child(either(
            is_watched,
            move || code_pane("json", "JSON body", read(json.typed)).into_any(),
            move || boxes(said.into()).into_any(),
        ))
        .child(fault_line(fault))
        .child(when(move || !is_watched(), move || list(said, desk).into_any()))
        .child(note(desk, is_watched))
}

/// Keeps the text what is sent while nobody is in it, and looks through its lines after each change.
fn follow(desk: Desk, is_watched: impl Fn() -> bool + Copy + Send + Sync + 'static, found: RwSignal<Vec<Remark>>) {
    let json = desk.preview.json;
    let shown = RenderEffect::new(move |_: Option<()>| {
        desk.preview.shown.track();
        desk.unreadable.track();
        if !json.is_inside.get() {
            untrack(|| show_what_is_there(desk));
        }
    });
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let looked_through = RenderEffect::new(move |_: Option<()>| {
        json.typed.track();
        desk.reports.track();
        let is_watched = is_watched();
        if let Some(earlier) = pending.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
        let look = move || {
            let text = json.typed.get_untracked();
            found.try_set(if is_watched { Vec::new() } else { untrack(|| remarks(desk, &text)) });
        };
        pending.set_value(set_timeout_with_handle(look, PAUSE).ok());
    });
    on_cleanup(move || {
        if let Some(earlier) = pending.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
    });
    StoredValue::new_local((shown, looked_through));
}

/// The mark of a fault that is at one place. Its sentence stands below the box.
fn at_its_line(fault: &Fault) -> Vec<Remark> {
    let remark = |place: Position| Remark { line: place.line, severity: Severity::Error, says: fault.says.clone() };
    fault.place.map(remark).into_iter().collect()
}

/// Why the text cannot be read; empty while it can.
fn fault_line(fault: Memo<Option<Fault>>) -> Element {
    let says = text(move || {
        fault.with(|fault| fault.as_ref().map_or_else(String::new, |fault| format!("Not read: {}", fault.says)))
    });
    paragraph("json__fault").attrs(&[("id", "json-fault"), ("role", "status")]).child(says)
}

/// What there is to say, by its lines. A press leads to the line.
fn list(said: Memo<Vec<Remark>>, desk: Desk) -> Element {
    let items = move || {
        let is_broken = desk.unreadable.with(Option::is_some);
        let item = |mut remark: Remark| {
            if is_broken {
                remark.says = "Go to the place.".to_owned();
            }
            let key = format!("{} {} {}", remark.line, remark.severity.as_str(), remark.says);
            Item::new(key, move || line(remark).into_any())
        };
        said.get().into_iter().map(item).collect()
    };
    ul("json__remarks").attr("aria-label", "Findings by line").child(each(items))
}

fn line(Remark { line, severity, says }: Remark) -> Element {
    let go = press(move || browser::select_line("json-text", line));
    let line = button("json__remark")
        .attrs(&[("type", "button")])
        .attr("data-severity", severity.as_str())
        .on("click", go)
        .child(icon(severity_icon(severity)))
        .child(span("json__line").child(format!("Line {line}")))
        .child(span("json__says").child(says));
    li("").child(line)
}

/// What is sent where that is another text than the one in the box, and how the box is used.
fn note(desk: Desk, is_watched: impl Fn() -> bool + Send + Sync + 'static) -> Element {
    const WATCHED: &str = "Of a long text the lines in sight are drawn. To select all and copy takes the whole; Edit text opens it in a box.";
    const OTHER: &str = "What is sent is this policy as the page writes it, without comments and with blanks of its own: leave the text to see it.";
    let json = desk.preview.json;
    let send_keys = Shortcut::Send.keys(browser::is_mac());
    let says = text(move || {
        let is_other = json.is_inside.get()
            && desk.unreadable.with(Option::is_none)
            && desk.preview.shown.with(|request| json.typed.with(|text| request.body.as_ref() != Some(text)));
        if is_watched() {
            WATCHED.to_owned()
        } else if is_other {
            OTHER.to_owned()
        } else {
            format!("What you change here changes the form. Tab leaves the text, {send_keys} sends.")
        }
    });
    paragraph("pane__note").id("json-note").child(says)
}

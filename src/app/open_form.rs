//! What is in the dialog that opens a policy. A text that is pasted into the box, one that is pasted or dropped anywhere,
//! and a file go the same way.

use std::rc::Rc;

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::check::Finding;
use tyk_policy::read::{self, Decoded, Found, Reading};

use super::open_dialog::{DIALOG, OpenDialog, TEXT, take_apart};
use super::opening::{MOST_BYTES, apis, id, no_text, opened, question, reason, title, too_large};
use crate::browser::{self, Incoming, Shortcut};
use crate::controls::{MOST_SHOWN, filtered, has, primary_button, quiet_button};
use crate::desk::{Desk, desk};
use crate::later::NotLoaded;
use crate::view::read as signal;
use crate::view::{
    Element, Item, aria, button, code, div, element, label, listen, paragraph, press, span, typed, when,
};

/// The id of the filter over several policies.
const FILTER: &str = "open-filter";
/// So much of a text that came from outside is put into the box, in bytes.
const MOST_IN_BOX: u32 = 1024 * 1024;

/// The endings of files that are offered.
const ENDINGS: &str = ".json,.jsonc,.yaml,.yml,.txt,.sh,application/json";
/// What is said when the readers could not be loaded.
const READER_MISSING: &str = "This text is no JSON, and the reader of commands and YAML could not be loaded. Try again, or \
    paste the JSON of the policy alone.";

/// What is going on in the dialog.
#[derive(Clone, Copy)]
struct Dialog {
    desk: Desk,
    /// The text. It stays after it was opened, so that it can be had again as it was.
    content: RwSignal<String>,
    /// Why it could not be opened.
    problem: RwSignal<String>,
    /// What it is waiting for.
    says: RwSignal<String>,
    /// The text as it was read, while one of its several policies is to be chosen.
    several: StoredValue<Option<Reading>>,
    /// The question which one, or nothing.
    question: RwSignal<String>,
    filter: RwSignal<String>,
}

/// A box for a text and a picker for a file. What cannot be opened stays in the box, with the reason below it.
pub(super) fn open_form() -> Element {
    let empty = || RwSignal::new(String::new());
    let dialog = Dialog {
        desk: desk(),
        content: empty(),
        problem: empty(),
        says: empty(),
        several: StoredValue::new(None),
        question: empty(),
        filter: empty(),
    };
    let opening: OpenDialog = expect_context();
    opening.drawn(Rc::new(move |incoming| dialog.take_in(incoming)));
    // Here the shortcut of the page means this dialog.
    let shortcut = listen(move |event: KeyboardEvent| {
        if Shortcut::of(&event) == Some(Shortcut::Send) {
            event.prevent_default();
            event.stop_propagation();
            dialog.open();
        }
    });
    let actions = div("dialog__actions")
        .child(primary_button("Open policy", None, move || dialog.open()).id("open-confirm"))
        .child(quiet_button("Cancel", None, || browser::show_dialog(DIALOG, false)));
    let is_asking = move || dialog.question.with(|question| !question.is_empty());
    let problem = paragraph("dialog__problem").attrs(&[("id", "open-problem"), ("role", "alert")]);
    div("dialog__content")
        .on("keydown", shortcut)
        .child(element("h2").class("dialog__heading").child("Open a policy"))
        .child(
            label("field__label")
                .attr("for", TEXT)
                .child("Paste a policy, a list, a curl command or an operator's YAML"),
        )
        .child(dialog.text_box())
        .child(problem.child(signal(dialog.problem)))
        .child(paragraph("dialog__says").attr("role", "status").child(signal(dialog.says)))
        .child(when(is_asking, move || dialog.choice().into_any()))
        .child(dialog.file_picker())
        .child(actions)
}

impl Dialog {
    fn text_box(self) -> Element {
        element("textarea")
            .attrs(&[
                ("class", "input input--literal dialog__text"),
                ("id", TEXT),
                ("rows", "12"),
                ("spellcheck", "false"),
            ])
            .attrs(&[("autocomplete", "off"), ("aria-describedby", "open-problem")])
            .attr("aria-invalid", aria(move || self.problem.with(|problem| !problem.is_empty())))
            .value(self.content)
            .on("input", typed(move |text| self.content.set(text)))
    }

    fn file_picker(self) -> Element {
        let pick = listen(move |event: Event| {
            if let Some(file) = browser::picked_file(&event) {
                self.take_in(Incoming::File(file));
            }
        });
        let file =
            element("input").attrs(&[("type", "file"), ("id", "open-file"), ("accept", ENDINGS)]).on("change", pick);
        div("dialog__file").child(label("field__label").attr("for", "open-file").child("Or pick a file")).child(file)
    }

    /// Opens a text or a file that came from outside, however it came.
    fn take_in(self, incoming: Incoming) {
        let file = match incoming {
            Incoming::Text(text) => return self.take_text(text, None),
            Incoming::File(file) => file,
        };
        // Before it is read: what is too large would fill the memory.
        if file.size() > f64::from(MOST_BYTES) {
            return self.refuse(too_large(&file.name(), file.size()));
        }
        spawn_local(async move {
            let Some(bytes) = browser::read_bytes(&file).await else {
                return self.refuse(format!("{} could not be read. Pick it again, or paste its text.", file.name()));
            };
            if let Some(why) = no_text(&file.name(), &file.type_(), &bytes) {
                return self.refuse(why);
            }
            let Decoded { text, finding } = read::decode(&bytes);
            self.take_text(text, finding);
        });
    }

    fn take_text(self, text: String, finding: Option<Finding>) {
        let bytes = u32::try_from(text.len()).unwrap_or(u32::MAX);
        if bytes > MOST_BYTES {
            return self.refuse(too_large("The text", f64::from(bytes)));
        }
        // A text box of many megabytes would hold the page up.
        self.content.set(if bytes > MOST_IN_BOX { String::new() } else { text.clone() });
        self.read(text, finding);
    }

    /// Says why something was not even looked at. The text in the box stays.
    fn refuse(self, why: String) {
        self.question.set(String::new());
        self.problem.set(why);
        browser::show_dialog(DIALOG, true);
    }

    /// Opens what is in the box.
    fn open(self) {
        self.read(self.content.get_untracked(), None);
    }

    /// Reads a text and opens what is in it. `finding` is what had to be done to make a text of a file.
    fn read(self, text: String, finding: Option<Finding>) {
        let in_box = self.content.get_untracked();
        if let Some(reading) = read::json_text(&text) {
            self.take(reading.with_first(finding));
            return;
        }
        self.says.set("Loading the reader of commands and YAML…".to_owned());
        spawn_local(async move {
            let foreign = take_apart(text.clone()).await;
            self.says.set(String::new());
            // Whoever typed on in the meantime does not want the old text opened.
            if self.content.with_untracked(|content| *content != in_box) {
                return;
            }
            match foreign {
                Ok(foreign) => self.take(read::foreign_text(&text, foreign).with_first(finding)),
                Err(NotLoaded) => self.refuse(READER_MISSING.to_owned()),
            }
        });
    }

    /// Opens the one policy of a text, or asks which of several.
    fn take(self, reading: Reading) {
        self.problem.set(String::new());
        self.question.set(String::new());
        match reading.policies.as_slice() {
            [] => self.refuse(reason(&reading)),
            [found] => {
                self.show(&reading, found);
                self.leave();
            }
            _ => {
                let asks = question(&reading);
                self.filter.set(String::new());
                self.several.set_value(Some(reading));
                self.question.set(asks);
                browser::show_dialog(DIALOG, true);
                browser::focus(FILTER);
            }
        }
    }

    fn show(self, reading: &Reading, found: &Found) {
        self.desk.connection.offer(reading.calls.iter().find_map(|call| call.address()));
        self.desk.open(&found.draft, opened(reading, found));
    }

    /// Closes the dialog. Its text stays in the box.
    fn leave(self) {
        self.question.set(String::new());
        self.several.set_value(None);
        browser::show_dialog(DIALOG, false);
        browser::focus("main");
    }

    /// The policies of the text that the filter lets through.
    fn choice(self) -> Element {
        let rows = move || {
            let wanted = self.filter.get();
            self.several.with_value(|reading| {
                let policies = reading.iter().flat_map(|reading| &reading.policies).enumerate();
                let fits = |(_, found): &(usize, &Found)| has(&[&title(found), &id(found)], &wanted);
                policies.filter(fits).take(MOST_SHOWN).map(|(index, found)| self.item(index, found)).collect()
            })
        };
        filtered(FILTER, signal(self.question), self.filter, rows).id("open-choice")
    }

    /// One policy that can be opened.
    fn item(self, index: usize, found: &Found) -> Item {
        let (title, id, apis) = (title(found), id(found), apis(&found.draft));
        let choose = move || {
            self.several.with_value(|reading| {
                let found = reading.as_ref().and_then(|reading| Some((reading, reading.policies.get(index)?)));
                if let Some((reading, found)) = found {
                    self.show(reading, found);
                }
            });
            self.leave();
        };
        Item::new(index.to_string(), move || {
            let choice = button("picker__api")
                .attr("type", "button")
                .on("click", press(choose))
                .child(span("picker__name").child(title))
                .child(code("picker__path").child(id))
                .child(span("picker__kind").child(apis))
                .child(span("picker__state").child("open"));
            element("li").child(choice).into_any()
        })
    }
}

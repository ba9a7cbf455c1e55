//! Opening a policy from a text or a file.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::catalogue::SectionName;
use tyk_policy::draft::Draft;
use tyk_policy::read::{self, Reading};

use crate::browser::{self, is_send_shortcut};
use crate::controls::{primary_button, quiet_button};
use crate::desk::desk;
use crate::view::{Element, aria, capitalised, div, element, label, listen, paragraph, read, typed};

/// The id of the dialog.
pub(super) const DIALOG: &str = "open-dialog";

/// A box for a text and a picker for a file. What cannot be opened stays in the box, with the reason below it.
pub(super) fn open_dialog() -> Element {
    let document = desk().document;
    let notice = desk().notice;
    let content = RwSignal::new(String::new());
    let problem = RwSignal::new(String::new());
    let open = move || match content.with_untracked(|content| only_policy(content)) {
        Ok(draft) => {
            document.open(&draft);
            notice.set(opened_in_words(&draft));
            problem.set(String::new());
            content.set(String::new());
            browser::show_dialog(DIALOG, false);
            browser::focus("main");
        }
        Err(why) => problem.set(why),
    };
    let pick = listen(move |event: Event| {
        let Some(file) = browser::picked_file(&event) else { return };
        spawn_local(async move {
            match browser::read_bytes(&file).await.map(String::from_utf8) {
                Some(Ok(text)) => {
                    content.set(text);
                    open();
                }
                Some(Err(not_text)) => problem.set(reason(&read::bytes(not_text.as_bytes()))),
                None => problem.set("The file could not be read. Pick it again, or paste its text.".to_owned()),
            }
        });
    });
    let text = element("textarea")
        .attrs(&[
            ("class", "input input--literal dialog__text"),
            ("id", "open-text"),
            ("rows", "12"),
            ("spellcheck", "false"),
        ])
        .attrs(&[("autocomplete", "off"), ("aria-describedby", "open-problem")])
        .attr("aria-invalid", aria(move || problem.with(|problem| !problem.is_empty())))
        .value(content)
        .on("input", typed(move |text| content.set(text)));
    let file = element("input")
        .attrs(&[("type", "file"), ("id", "open-file"), ("accept", ".json,.txt,application/json")])
        .on("change", pick);
    let actions = div("dialog__actions")
        .child(primary_button("Open policy", None, open).id("open-confirm"))
        .child(quiet_button("Cancel", None, || browser::show_dialog(DIALOG, false)));
    // Here the shortcut of the page means this dialog.
    let shortcut = listen(move |event: KeyboardEvent| {
        if is_send_shortcut(&event) {
            event.prevent_default();
            event.stop_propagation();
            open();
        }
    });
    element("dialog")
        .on("keydown", shortcut)
        .attrs(&[("class", "dialog"), ("id", DIALOG), ("aria-labelledby", "open-heading")])
        .child(element("h2").attrs(&[("class", "dialog__heading"), ("id", "open-heading")]).child("Open a policy"))
        .child(label("field__label").attr("for", "open-text").child("Paste the JSON of a policy"))
        .child(text)
        .child(paragraph("dialog__problem").attrs(&[("id", "open-problem"), ("role", "alert")]).child(read(problem)))
        .child(
            div("dialog__file")
                .child(label("field__label").attr("for", "open-file").child("Or pick a file"))
                .child(file),
        )
        .child(actions)
}

/// The one policy in a text, or why there is none to open.
fn only_policy(text: &str) -> Result<Draft, String> {
    let reading = read::text(text);
    let count = reading.policies.len();
    let mut policies = reading.policies.iter();
    match (policies.next(), count) {
        (Some(found), 1) => Ok(found.draft.clone()),
        (Some(_), count) => {
            Err(format!("This is {}: {count} policies. Paste one of them alone.", reading.kind.description()))
        }
        (None, _) => Err(reason(&reading)),
    }
}

/// Why there is no policy in a text, as a sentence with the way out.
fn reason(reading: &Reading) -> String {
    let why = reading.report.iter().last().map(|finding| format!("{finding}. {}.", capitalised(finding.code.help())));
    capitalised(&why.unwrap_or_else(|| format!("this is {}.", reading.kind.description())))
}

/// "Opened a policy with 2 APIs; 3 fields are kept as they are."
fn opened_in_words(draft: &Draft) -> String {
    let apis = match draft.access.entries.len() {
        0 => "no API".to_owned(),
        1 => "1 API".to_owned(),
        count => format!("{count} APIs"),
    };
    let other = draft.section(SectionName::Other).slots.iter().filter(|slot| slot.value.is_some()).count();
    match other + draft.extras.len() {
        0 => format!("Opened a policy with {apis}."),
        1 => format!("Opened a policy with {apis}; 1 field that the form does not edit is kept as it is."),
        count => {
            format!("Opened a policy with {apis}; {count} fields that the form does not edit are kept as they are.")
        }
    }
}

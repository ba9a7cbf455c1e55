//! Opening a policy from a text or a file.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::catalogue::SectionName;
use tyk_policy::draft::Draft;
use tyk_policy::read;

use super::notice::NoticeText;
use crate::browser;
use crate::controls::{Button, ButtonKind};
use crate::document::Document;
use crate::view::{aria, listen, read, typed};

/// The id of the dialog.
pub(super) const DIALOG: &str = "open-dialog";

/// A box for a text and a picker for a file. What cannot be opened stays in the box, with the reason below it.
pub(super) fn open_dialog() -> AnyView {
    let document = expect_context::<Document>();
    let NoticeText(notice) = expect_context::<NoticeText>();
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
    let pick = listen(move |event| {
        let Some(file) = browser::picked_file(&event) else { return };
        spawn_local(async move {
            match browser::read_text(&file).await {
                Some(read) => {
                    content.set(read);
                    open();
                }
                None => problem.set("The file could not be read. Pick it again, or paste its text.".to_owned()),
            }
        });
    });
    view! {
        <dialog class="dialog" id=DIALOG aria-labelledby="open-heading">
            <h2 class="dialog__heading" id="open-heading">"Open a policy"</h2>
            <label class="field__label" for="open-text">"Paste the JSON of a policy"</label>
            <textarea
                class="input input--literal dialog__text"
                id="open-text"
                rows="12"
                spellcheck="false"
                autocomplete="off"
                aria-describedby="open-problem"
                aria-invalid=aria(move || problem.with(|problem| !problem.is_empty()))
                prop:value=read(content)
                on:input=typed(move |text| content.set(text))
            ></textarea>
            <p class="dialog__problem" id="open-problem" role="alert">{read(problem)}</p>
            <p class="dialog__file">
                <label class="field__label" for="open-file">"Or pick a file"</label>
                <input type="file" id="open-file" accept=".json,.txt,application/json" on:change=pick/>
            </p>
            <div class="dialog__actions">
                <Button id="open-confirm" label="Open policy" kind=ButtonKind::Primary on_press=move |()| open()/>
                <Button label="Cancel" kind=ButtonKind::Quiet on_press=move |()| browser::show_dialog(DIALOG, false)/>
            </div>
        </dialog>
    }
    .into_any()
}

/// The one policy in a text, or why there is none to open.
fn only_policy(text: &str) -> Result<Draft, String> {
    let reading = read::text(text);
    let count = reading.policies.len();
    let mut policies = reading.policies.into_iter();
    match (policies.next(), count) {
        (Some(found), 1) => Ok(found.draft),
        (Some(_), count) => Err(format!("This is {}: {count} policies. Paste one of them alone.", reading.kind.description())),
        (None, _) => {
            let why = reading.report.iter().last().map(|finding| format!("{finding}. {}.", finding.code.help()));
            Err(capitalised(&why.unwrap_or_else(|| format!("this is {}", reading.kind.description()))))
        }
    }
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| std::iter::once(first.to_ascii_uppercase()).chain(characters).collect())
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
        count => format!("Opened a policy with {apis}; {count} fields that the form does not edit are kept as they are."),
    }
}

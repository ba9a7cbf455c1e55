//! The choices from one visit to the next. The key is none of them.

use leptos::prelude::*;
use tyk_policy::request::{BodyFrom, CommandForm, KeyShown, Shell, Style, Then};

use super::{KEPT, Writing};
use crate::browser::{self, Keep};
use crate::desk::Desk;

/// The words that stand for what is on, in the order of the switches.
const SWITCHES: [&str; 4] = ["one-line", "fail-with-body", "compact", "ascii"];

/// Brings back what was chosen on the last visit, unless something was chosen already, and keeps what is chosen from now on.
pub(super) fn restore(writing: Writing, desk: Desk) {
    let form = move || writing.form(desk.connection);
    let begins = CommandForm { style: desk.connection.style.get_untracked(), ..CommandForm::default() };
    if untrack(form) == begins
        && let Some(kept) = browser::load(Keep::ForVisits, KEPT)
    {
        let (form, style) = read(&kept);
        writing.choose(form);
        if let Some(style) = style {
            desk.connection.style.set(style);
        }
    }
    let keep = RenderEffect::new(move |_: Option<()>| {
        let form = form();
        let words = (form != CommandForm::default()).then(|| in_words(&form));
        browser::save(Keep::ForVisits, KEPT, words.as_deref());
    });
    // It lives as long as the page does.
    StoredValue::new_local(keep);
}

fn in_words(form: &CommandForm<'_>) -> String {
    let switches = SWITCHES.iter().zip([form.one_line, form.fail_with_body, form.compact, form.ascii]);
    let on = switches.filter(|(_, is_on)| *is_on).map(|(word, _)| *word);
    let chosen = [form.shell.as_str(), form.style.as_str(), form.body.as_str(), form.key.as_str(), form.then.as_str()];
    chosen.into_iter().chain(on).collect::<Vec<_>>().join(" ")
}

/// The form that the words name. What is not known, from a newer page, is left out.
fn read(kept: &str) -> (CommandForm<'static>, Option<Style>) {
    let has = |word: &str| kept.split(' ').any(|each| each == word);
    let [one_line, fail_with_body, compact, ascii] = SWITCHES.map(has);
    let style = Style::ALL.into_iter().find(|style| has(style.as_str()));
    let form = CommandForm {
        shell: Shell::ALL.into_iter().find(|shell| has(shell.as_str())).unwrap_or_default(),
        style: style.unwrap_or_default(),
        one_line,
        body: BodyFrom::ALL.into_iter().find(|body| has(body.as_str())).unwrap_or_default(),
        key: KeyShown::HIDDEN.into_iter().find(|key| has(key.as_str())).unwrap_or_default(),
        fail_with_body,
        then: Then::ALL.into_iter().find(|then| has(then.as_str())).unwrap_or_default(),
        compact,
        ascii,
    };
    (form, style)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_back_and_what_is_not_known_is_left_out() {
        let form = CommandForm {
            shell: Shell::Fish,
            style: Style::Current,
            body: BodyFrom::File,
            key: KeyShown::Piped,
            then: Then::Jq,
            one_line: true,
            ascii: true,
            ..CommandForm::default()
        };
        assert_eq!(read(&in_words(&form)), (form, Some(Style::Current)));
        assert_eq!(in_words(&form), "fish current file piped jq one-line ascii");
        assert_eq!(read("nushell compact"), (CommandForm { compact: true, ..CommandForm::default() }, None));
    }
}

//! The policy as a file.

use leptos::prelude::*;
use tyk_policy::catalogue::{ID, NAME};
use tyk_policy::draft::{Draft, Json};

use crate::browser;
use crate::desk::Desk;

/// Gives the very bytes that would be sent, as a file with the policy's id or name.
pub(crate) fn download(desk: Desk) {
    if desk.unreadable.with_untracked(Option::is_some) {
        desk.way_back.set(None);
        desk.notice.set(UNREADABLE.to_owned());
        return;
    }
    let name = file_name(&untrack(|| desk.document.snapshot()));
    let body = desk.preview.request.with_untracked(|request| request.body.clone().unwrap_or_default());
    let is_given = browser::give_file(&name, &body);
    desk.way_back.set(None);
    desk.notice.set(if is_given {
        format!("{name} is downloaded: {} bytes, as Send would send them.", body.len())
    } else {
        "This browser gives no file. Copy the JSON instead.".to_owned()
    });
}

/// What is said while the JSON editor holds a text that is no policy.
pub(super) const UNREADABLE: &str =
    "The text in the JSON editor cannot be read as a policy. Mend it there first, or undo.";

/// "gold.json": the id or the name, without what file systems refuse.
fn file_name(draft: &Draft) -> String {
    let text = |field| draft.get(field).and_then(Json::as_text).map(clean).filter(|text| !text.is_empty());
    format!("{}.json", text(&ID).or_else(|| text(&NAME)).unwrap_or_else(|| "policy".to_owned()))
}

fn clean(text: &str) -> String {
    let is_kept = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | ' ' | '(' | ')');
    let clean: String = text.trim().chars().map(|letter| if is_kept(letter) { letter } else { '-' }).take(80).collect();
    clean.trim_matches(['.', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(id: &str, name: &str) -> String {
        let mut draft = Draft::startup_users();
        draft.set(&ID, Json::from(id));
        draft.set(&NAME, Json::from(name));
        file_name(&draft)
    }

    #[test]
    fn a_file_is_named_by_the_id_or_else_the_name_without_what_file_systems_refuse() {
        assert_eq!(named("gold-1", "Gold"), "gold-1.json");
        assert_eq!(named("", "Gold / \"2026\" 計画"), "Gold - -2026- 計画.json");
        assert_eq!(named("", "../.."), "-.json");
        assert_eq!(named("", " "), "policy.json");
    }
}

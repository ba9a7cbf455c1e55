//! Setting the same for all selected APIs.

use std::collections::HashSet;

use leptos::prelude::*;
use tyk_policy::catalogue::{LIMIT, VERSIONS};
use tyk_policy::check::Finding;
use tyk_policy::draft::{Entry, Json, PathRule};

use super::super::entry::field_findings;
use super::super::paths::paths;
use super::limits::limits;
use super::select::ALL;
use super::words::apis;
use crate::browser;
use crate::controls::{Field, messages, primary_button, quiet_button, text_of, tokens};
use crate::desk::desk;
use crate::document::{Row, RowId, row_element_id};
use crate::view::{Chosen, Element, derived, div, text};

/// What is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Same {
    Nothing,
    Paths,
    Limits,
    Versions,
}

impl Same {
    pub(super) const ALL: [Self; 4] = [Self::Nothing, Self::Paths, Self::Limits, Self::Versions];

    fn noun(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Paths => "paths",
            Self::Limits => "limits",
            Self::Versions => "versions",
        }
    }

    /// What the button is called that asks for it.
    pub(super) fn label(self) -> String {
        format!("Set {}…", self.noun())
    }

    /// The id of that button.
    pub(super) fn button_id(self) -> String {
        format!("apis-set-{}", self.noun())
    }

    /// Gives an entry what the other one has.
    fn copy(self, from: &Entry, to: &mut Entry) {
        match self {
            Self::Nothing => {}
            Self::Paths => {
                let rules: Vec<PathRule> = (0..from.path_count()).map(|path| from.path(path)).collect();
                to.set_paths(&rules);
            }
            Self::Limits => to.set_limit(from.get(&LIMIT).filter(|limit| **limit != Json::Null).cloned()),
            Self::Versions => to.set(&VERSIONS, from.get(&VERSIONS).cloned().unwrap_or(Json::Null)),
        }
    }
}

/// The form for one of them. It edits an API that no policy has.
pub(super) fn same_form(same: Chosen<Same>, chosen: Memo<HashSet<RowId>>) -> Element {
    let (desk, what) = (desk(), same.get_untracked());
    let scratch = desk.document.scratch_row(Entry::new("", ""));
    let entry = scratch.entry();
    let close = move || {
        same.set(Same::Nothing);
        browser::focus(what.button_id());
    };
    let apply = move || {
        let ids = chosen.get_untracked();
        if ids.is_empty() {
            browser::focus(ALL);
            return;
        }
        let changed = entry.with_untracked(|from| desk.document.edit_apis(&ids, |to| what.copy(from, to)));
        if changed == 0 {
            desk.notice.set(format!("The selected APIs have these {} already.", what.noun()));
            desk.way_back.set(None);
        } else {
            desk.tell(format!("Set the same {} for {}.", what.noun(), apis(changed)), "Undo");
        }
        close();
    };
    let label = text(move || match chosen.with(HashSet::len) {
        0 => "Select APIs first".to_owned(),
        count => format!("Set for {}", apis(count)),
    });
    let content = match what {
        Same::Nothing => div(""),
        Same::Paths => paths(&scratch, entry),
        Same::Limits => limits(entry).child(messages(without_fixes(&scratch))),
        Same::Versions => versions(&scratch),
    };
    let actions = div("apis__actions")
        .child(primary_button(label, None, apply).id("apis-apply"))
        .child(quiet_button("Cancel", None, close));
    div("apis__form").child(content).child(actions)
}

/// What would be wrong with the limits. A fix would look for them in the policy, where they are not yet.
fn without_fixes(scratch: &Row) -> impl Fn() -> Vec<Finding> + Send + Sync + 'static {
    let findings = field_findings(scratch, &LIMIT);
    move || findings.get().into_iter().map(|finding| Finding { fix: None, ..finding }).collect()
}

fn versions(scratch: &Row) -> Element {
    let entry = scratch.entry();
    let items = move || entry.with(|entry| entry.get(&VERSIONS).and_then(Json::as_list).unwrap_or_default().to_vec());
    let words = derived(move || items().iter().map(|item| text_of(Some(item))).collect::<Vec<_>>());
    let change = move |words: Vec<String>| {
        let versions = Json::strings_after_edit(&untrack(items), &words);
        entry.update(|entry| entry.set(&VERSIONS, versions));
    };
    let frame = Field {
        id: row_element_id(scratch.id, VERSIONS.name),
        field: &VERSIONS,
        findings: field_findings(scratch, &VERSIONS),
        json: None,
        group: false,
    };
    frame.around(|context| tokens(context, words, "version", change))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_api_gets_what_was_set_and_keeps_the_rest() {
        let mut from = Entry::new("", "");
        from.add_path();
        from.set_path_url(0, "^/orders");
        from.set_limit(Some(Json::from(1)));
        let mut to = Entry::new("a", "A");
        let fresh = to.clone();
        Same::Paths.copy(&from, &mut to);
        assert_eq!((to.path_count(), to.path(0).url.as_str(), to.get(&LIMIT)), (1, "^/orders", Some(&Json::Null)));
        Same::Limits.copy(&from, &mut to);
        assert_eq!((to.get(&LIMIT), to.api_name()), (Some(&Json::from(1)), "A"));
        Same::Paths.copy(&fresh, &mut to);
        Same::Limits.copy(&fresh, &mut to);
        Same::Versions.copy(&fresh, &mut to);
        assert_eq!(to, fresh);
    }
}

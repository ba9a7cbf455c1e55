//! The dialog of saved work.

use leptos::prelude::*;
use tyk_policy::catalogue::NAME;
use tyk_policy::work::{Work, WorkFault};

use super::UNFINISHED;
use super::entries::{Entry, NAMED, entries, remove, summary_of};
use super::forget::{forget_everything, says};
use super::kept::Kept;
use super::named::{Obstacle, rename, save};
use crate::browser::{self, Keep};
use crate::controls::{copy_button, plain_button, primary_button, quiet_button, text_of};
use crate::view::{Element, code, div, dynamic, element, input, label, paragraph, read, span, typed};

/// The id of the dialog.
const DIALOG: &str = "saved-dialog";
/// The id of the input for a name.
const FIELD: &str = "saved-name";

/// What is going on in the dialog.
#[derive(Clone, Copy)]
pub(super) struct Saved {
    kept: Kept,
    /// The name to save under.
    name: RwSignal<String>,
    /// What stands in the way of it.
    obstacle: RwSignal<Option<Obstacle>>,
    /// What was done.
    says: RwSignal<String>,
    /// The entry that is being renamed.
    renaming: RwSignal<Option<String>>,
    /// What was deleted last: its key and its text.
    deleted: RwSignal<Option<(String, String)>>,
    /// Whether it is asked if everything is to be forgotten.
    is_asking: RwSignal<bool>,
}

impl Saved {
    pub fn new(kept: Kept) -> Self {
        Self {
            kept,
            name: RwSignal::new(String::new()),
            obstacle: RwSignal::new(None),
            says: RwSignal::new(String::new()),
            renaming: RwSignal::new(None),
            deleted: RwSignal::new(None),
            is_asking: RwSignal::new(false),
        }
    }

    /// Shows the dialog, with the policy's name as the name to save under.
    pub fn show(self) {
        let named = self.kept.state.with_value(|state| state.named.clone()).map(|(name, _)| name);
        let of_policy = || self.kept.desk.document.basics.with_untracked(|basics| text_of(basics.get(&NAME)));
        self.name.set(named.unwrap_or_else(of_policy));
        self.obstacle.set(None);
        self.says.set(String::new());
        self.is_asking.set(false);
        self.kept.flush();
        self.changed();
        browser::show_dialog(DIALOG, true);
        browser::focus(FIELD);
    }

    pub fn view(self) -> Element {
        let head = div("talk__head")
            .child(element("h2").class("dialog__heading").child("Saved work"))
            .child(quiet_button("Close", None, || browser::show_dialog(DIALOG, false)).id("saved-close"));
        let content = div("dialog__content")
            .child(head)
            .child(self.save_form())
            .child(paragraph("talk__says").attr("role", "status").child(read(self.says)))
            .child(dynamic(move || self.put_back().into_any()))
            .child(dynamic(move || self.lists().into_any()))
            .child(paragraph("field__hint").child(
                "Saved work is in this browser alone, and can be read by every program on this page's origin. It never holds \
                 the API key or the dashboard's address.",
            ))
            .child(dynamic(move || self.forget().into_any()));
        element("dialog")
            .attrs(&[("class", "dialog dialog--wide"), ("id", DIALOG), ("aria-label", "Saved work")])
            .child(content)
    }

    fn changed(self) {
        self.kept.shelf.update(|shelf| *shelf += 1);
    }

    fn save(self, replaces: bool) {
        let name = self.name.get_untracked().trim().to_owned();
        match save(self.kept, &name, replaces) {
            Ok(()) => {
                self.obstacle.set(None);
                self.says.set(format!("Saved as “{name}” in this browser."));
            }
            Err(obstacle) => {
                self.says.set(String::new());
                self.obstacle.set(Some(obstacle));
            }
        }
    }

    fn save_form(self) -> Element {
        let field = input("input")
            .id(FIELD)
            .attrs(&[("type", "text"), ("autocomplete", "off"), ("aria-describedby", "saved-problem")])
            .value(self.name)
            .on("input", typed(move |text| self.name.set(text)));
        let problem = dynamic(move || {
            let Some(obstacle) = self.obstacle.get() else { return ().into_any() };
            let replace = matches!(obstacle, Obstacle::Taken(_)).then(|| {
                div("talk__line")
                    .child(plain_button("Replace it", None, move || self.save(true)).id("saved-replace"))
                    .child(span("talk__facts").child("or type another name"))
            });
            div("talk__sure").child(paragraph("dialog__problem").child(obstacle.says())).child(replace).into_any()
        });
        div("talk__part")
            .child(label("field__label").attr("for", FIELD).child("Save what stands on the page as"))
            .child(
                div("talk__line")
                    .child(field)
                    .child(primary_button("Save", None, move || self.save(false)).id("saved-save")),
            )
            .child(element("div").attrs(&[("id", "saved-problem"), ("role", "alert")]).child(problem))
    }

    fn lists(self) -> Element {
        self.kept.shelf.track();
        let named = entries(NAMED);
        let unfinished: Vec<_> =
            entries(UNFINISHED).into_iter().filter(|entry| !self.kept.is_own(&entry.key)).collect();
        let none = named.is_empty().then(|| paragraph("talk__none").child("Nothing is saved under a name yet."));
        let earlier = (!unfinished.is_empty()).then(|| {
            div("talk__part")
                .child(element("h3").class("outcome__heading").child("Unfinished, of earlier visits and other tabs"))
                .child(self.list(unfinished).id("saved-unfinished"))
        });
        div("talk__part").child(none).child(self.list(named).id("saved-named")).child(earlier)
    }

    fn list(self, list: Vec<Entry>) -> Element {
        element("ul").class("talk__list").children(list.into_iter().map(|entry| self.item(entry)))
    }

    fn item(self, entry: Entry) -> Element {
        let item = element("li").class("talk__item");
        match entry.work.clone() {
            Ok(work) => item.child(self.facts(&entry, &work)).child(self.actions(entry, &work)),
            Err(fault) => item.child(broken(&entry, fault)).child(self.last_resort(entry)),
        }
    }

    fn facts(self, entry: &Entry, work: &Work) -> Element {
        let title = if work.name.is_empty() { summary_of(work) } else { work.name.clone() };
        let facts = match (work.name.is_empty(), work.opened_from.is_empty()) {
            (false, _) => format!("{}, {}", browser::moment(work.changed), summary_of(work)),
            (true, false) => format!("{}. {}", browser::moment(work.changed), work.opened_from),
            (true, true) => browser::moment(work.changed),
        };
        let key = entry.key.clone();
        let renaming = dynamic(move || {
            if self.renaming.with(|renaming| renaming.as_deref() == Some(key.as_str())) {
                self.rename_form(key.clone()).into_any()
            } else {
                ().into_any()
            }
        });
        div("talk__text").child(span("talk__name").child(title)).child(span("talk__facts").child(facts)).child(renaming)
    }

    fn rename_form(self, key: String) -> Element {
        let name = RwSignal::new(key.strip_prefix(NAMED).unwrap_or_default().to_owned());
        let field = input("input")
            .attrs(&[("id", "rename"), ("type", "text"), ("autocomplete", "off"), ("aria-label", "New name")])
            .value(name)
            .on("input", typed(move |text| name.set(text)));
        let act = move || {
            let Some(entry) = Entry::load(&key) else { return self.changed() };
            match rename(self.kept, &entry, name.get_untracked().trim()) {
                Ok(()) => {
                    self.renaming.set(None);
                    self.says.set(String::new());
                    self.changed();
                }
                Err(obstacle) => self.says.set(obstacle.says()),
            }
        };
        div("talk__line").child(field).child(plain_button("Rename", None, act).id("rename-confirm"))
    }

    fn actions(self, entry: Entry, work: &Work) -> Element {
        let title = if work.name.is_empty() { summary_of(work) } else { format!("“{}”", work.name) };
        let says = format!("Opened {title}, kept {}.", browser::moment(work.changed));
        let (opened, key) = (entry.clone(), entry.key.clone());
        let open = move || {
            browser::show_dialog(DIALOG, false);
            self.kept.bring_back(&opened, says.clone());
        };
        let rename = entry.key.starts_with(NAMED).then(|| {
            let rename = move || {
                self.renaming.set(Some(key.clone()));
                browser::focus("rename");
            };
            quiet_button("Rename", None, rename).attr("aria-label", format!("Rename {title}"))
        });
        let delete =
            quiet_button("Delete", None, move || self.delete(&entry)).attr("aria-label", format!("Delete {title}"));
        div("talk__actions")
            .child(plain_button("Open", None, open).attr("aria-label", format!("Open {title}")))
            .child(rename)
            .child(delete)
    }

    /// What can be done with an entry that cannot be read.
    fn last_resort(self, entry: Entry) -> Element {
        let (name, text) = (entry.key.clone(), entry.text.clone());
        div("talk__actions")
            .child(copy_button("Copy its text", Signal::stored(entry.text.clone())))
            .child(plain_button("Download its text", None, move || {
                browser::give_file(&format!("{name}.txt"), &text);
            }))
            .child(quiet_button("Delete", None, move || self.delete(&entry)))
    }

    fn delete(self, entry: &Entry) {
        remove(&entry.key);
        self.deleted.set(Some((entry.key.clone(), entry.text.clone())));
        self.changed();
        browser::focus("saved-put-back");
    }

    /// The way back of a deletion, until the next one.
    fn put_back(self) -> Element {
        let line = element("div");
        let Some((key, text)) = self.deleted.get() else { return line };
        let back = move || {
            browser::save(Keep::ForVisits, &key, Some(&text));
            self.deleted.set(None);
            self.changed();
            browser::focus(FIELD);
        };
        line.class("talk__line")
            .child(span("talk__facts").attr("role", "status").child("Deleted."))
            .child(plain_button("Put it back", None, back).id("saved-put-back"))
    }

    fn forget(self) -> Element {
        if !self.is_asking.get() {
            let ask = move || {
                self.is_asking.set(true);
                browser::focus("forget-confirm");
            };
            return div("talk__line").child(quiet_button("Forget everything…", None, ask).id("forget"));
        }
        let forget = move || {
            forget_everything(self.kept);
            self.is_asking.set(false);
            self.deleted.set(None);
            self.says.set("Everything that this page kept in this browser is gone.".to_owned());
            browser::focus(FIELD);
        };
        let actions = div("talk__line")
            .child(plain_button("Forget everything", None, forget).id("forget-confirm"))
            .child(quiet_button("Keep it", None, move || self.is_asking.set(false)));
        div("talk__sure").child(paragraph("").child(says())).child(actions)
    }
}

fn broken(entry: &Entry, fault: WorkFault) -> Element {
    div("talk__text")
        .child(span("talk__name").child(if fault == WorkFault::Newer { "Of a newer page" } else { "Broken" }))
        .child(code("talk__facts").child(entry.key.clone()))
        .child(span("talk__facts").child(fault.to_string()))
}

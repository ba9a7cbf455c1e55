//! The work of this tab is kept while it is done, apart from that of other tabs.

use std::time::Duration;

use leptos::ev::{Custom, Event};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use tyk_policy::draft::Draft;
use tyk_policy::work::Work;
use tyk_policy::write::{self, Layout};

use super::UNFINISHED;
use super::entries::{Entry, NAMED, draft_of, entries, policy_of, put, remove};
use crate::browser::{self, Tabs};
use crate::desk::Desk;

/// How long nobody may have changed anything before it is kept.
const PAUSE: Duration = Duration::from_millis(500);
/// How long other tabs have to say what is theirs.
const ANSWERS: Duration = Duration::from_millis(300);
/// So many unfinished works are kept at most.
const MOST: usize = 20;
/// Where the tabs of this page meet.
const CHANNEL: &str = "policy-builder-work";
/// The layout of a kept policy.
const LAYOUT: Layout = Layout::Flush;

/// What is kept of the policy on the desk.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    pub desk: Desk,
    pub state: StoredValue<State>,
    /// The latest work of another visit that no tab owns.
    pub offer: RwSignal<Option<Entry>>,
    /// Why nothing is kept; empty while all is well, and after it was read.
    pub trouble: RwSignal<String>,
    /// What another tab did with the named work that this one has; empty for nothing.
    pub rival: RwSignal<String>,
    /// Counts up when something in the storage has changed.
    pub shelf: RwSignal<u32>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

pub(super) struct State {
    /// The entry of the policy on the desk.
    key: String,
    /// All entries of this visit.
    own: Vec<String>,
    /// The entry that was brought back and not changed since: it keeps itself.
    adopted: Option<Entry>,
    /// All entries that were brought back in this visit and are still there.
    brought: Vec<Entry>,
    /// Which policy it is.
    sheet: u32,
    /// What need not be kept: the policy that the page begins with, or what was saved by name.
    settled: String,
    /// The named work that this is, as it stood in the storage when this tab had it last.
    pub named: Option<(String, String)>,
    /// Whether a change waits for its pause.
    is_pending: bool,
    /// Whether all that matters is kept.
    is_kept: bool,
}

impl Kept {
    /// Nothing is kept yet.
    pub fn new(desk: Desk) -> Self {
        let key = new_key();
        let state = State {
            own: vec![key.clone()],
            key,
            adopted: None,
            brought: Vec::new(),
            sheet: 0,
            settled: write::draft(&Draft::startup_users(), LAYOUT),
            named: None,
            is_pending: false,
            is_kept: true,
        };
        Self {
            desk,
            state: StoredValue::new(state),
            offer: RwSignal::new(None),
            trouble: RwSignal::new(String::new()),
            rival: RwSignal::new(String::new()),
            shelf: RwSignal::new(0),
            timer: StoredValue::new(None),
        }
    }

    /// Meets the other tabs, looks for earlier work, and keeps what is not kept yet when the page goes out of sight.
    pub fn begin(self) {
        let taken = StoredValue::new(Vec::new());
        let own = move || self.state.with_value(State::taken);
        let heard = move |names: Vec<String>| taken.update_value(|taken| taken.extend(names));
        StoredValue::new_local(Tabs::meet(CHANNEL, own, heard));
        set_timeout(move || taken.with_value(|taken| self.look_for_earlier(taken)), ANSWERS);
        for name in ["pagehide", "visibilitychange"] {
            // It lives as long as the page does.
            window_event_listener(Custom::<Event>::new(name), move |_| {
                self.flush();
            });
        }
        window_event_listener(Custom::<Event>::new("storage"), move |_| self.heard_of_change());
    }

    /// Keeps the policy after a pause.
    pub fn keep(self) {
        let sheet = self.desk.sheet();
        if self.state.with_value(|state| state.sheet != sheet) {
            // At once, while it is as it came: what is typed next belongs to the same entry.
            let text = self.present().text;
            self.state.update_value(|state| state.turn_over(&text, sheet));
        }
        self.state.update_value(|state| state.is_pending = true);
        if let Some(earlier) = self.timer.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
        let timer = set_timeout_with_handle(
            move || {
                self.flush();
            },
            PAUSE,
        );
        self.timer.set_value(timer.ok());
    }

    /// Keeps at once what is not kept yet. Says whether all is kept.
    pub fn flush(self) -> bool {
        if self.state.with_value(|state| state.is_pending) {
            let work = self.present();
            let was_kept = self.state.with_value(|state| state.is_kept);
            let is_kept = self.state.try_update_value(|state| state.keep(&work, self.desk.sheet())).unwrap_or_default();
            if was_kept && !is_kept {
                self.trouble.set(trouble());
            } else if is_kept {
                self.trouble.set(String::new());
            }
            self.shelf.update(|shelf| *shelf += 1);
        }
        self.state.with_value(|state| state.is_kept)
    }

    /// The work as it is now.
    pub fn present(self) -> Work {
        let unreadable = self.desk.unreadable.get_untracked();
        let is_readable = unreadable.is_none();
        let policy = write::draft(&untrack(|| self.desk.document.snapshot()), LAYOUT);
        let (text, last_read) = match unreadable {
            Some(text) => (text, policy),
            None => (policy, String::new()),
        };
        Work {
            name: self.state.with_value(|state| state.name()),
            text,
            is_readable,
            last_read,
            changed: browser::milliseconds(),
            opened_from: self.desk.opened.with_value(|opened| opened.says.clone()),
        }
    }

    /// Whether an entry is of this visit.
    pub fn is_own(self, key: &str) -> bool {
        self.state.with_value(|state| state.own.iter().any(|own| own == key))
    }

    fn look_for_earlier(self, taken: &[String]) {
        let is_free = |entry: &Entry| !self.is_own(&entry.key) && !taken.contains(&entry.key) && entry.work.is_ok();
        self.offer.set(entries(UNFINISHED).into_iter().find(is_free));
    }

    /// Puts a kept work on the desk, in one step.
    pub fn bring_back(self, entry: &Entry, says: String) {
        let Ok(work) = &entry.work else { return };
        match draft_of(work) {
            Some(draft) => {
                self.desk.open(&draft, says);
                self.desk.unreadable.set(None);
            }
            None => {
                self.flush();
                // What the form shows, and what is there again when the text is dropped.
                if let Some(draft) = policy_of(&work.last_read) {
                    self.desk.open(&draft, says.clone());
                }
                self.desk.unreadable.set(Some(work.text.clone()));
                self.desk.way_back.set(None);
                self.desk.notice.set(says);
            }
        }
        let (sheet, is_named) = (self.desk.sheet(), entry.key.starts_with(NAMED));
        self.state.update_value(|state| {
            state.turn_over(&work.text, sheet);
            if is_named {
                state.settled.clone_from(&work.text);
                state.named = Some((work.name.clone(), entry.text.clone()));
            } else {
                state.brought.push(entry.clone());
                state.adopted = Some(entry.clone());
            }
        });
        browser::focus("main");
    }

    /// Another tab has changed the storage: perhaps the named work that is on the desk here.
    fn heard_of_change(self) {
        self.shelf.update(|shelf| *shelf += 1);
        let Some((name, seen)) = self.state.with_value(|state| state.named.clone()) else { return };
        let present = Entry::load(&format!("{NAMED}{name}"));
        self.rival.set(match present {
            Some(entry) if entry.text != seen => saved_elsewhere(&name, &entry),
            _ => String::new(),
        });
    }
}

impl State {
    /// Keeps a work that may have changed, or forgets it where it need not be kept. Says whether all is kept.
    fn keep(&mut self, work: &Work, sheet: u32) -> bool {
        self.is_pending = false;
        if sheet != self.sheet {
            self.turn_over(&work.text, sheet);
        }
        let is_kept_elsewhere = (work.is_readable && work.text == self.settled)
            || self.adopted.as_ref().is_some_and(|adopted| is_same(adopted, &work.text));
        if is_kept_elsewhere {
            remove(&self.key);
            self.is_kept = true;
        } else {
            self.is_kept = put(&self.key, work).is_some();
            if self.is_kept {
                self.let_go();
                self.make_room();
            }
        }
        self.is_kept
    }

    /// Another policy came to the desk. What is kept of the one before stays; one that was here already goes on.
    fn turn_over(&mut self, text: &str, sheet: u32) {
        self.sheet = sheet;
        self.adopted = self.brought.iter().find(|entry| is_same(entry, text)).cloned();
        self.named = None;
        self.settled = write::draft(&Draft::startup_users(), LAYOUT);
        let known = self.own.iter().find(|key| Entry::load(key).is_some_and(|entry| is_same(&entry, text)));
        self.key = known.cloned().unwrap_or_else(|| {
            let key = new_key();
            self.own.push(key.clone());
            key
        });
    }

    /// Takes the entry out that was brought back: what became of it is kept by now.
    fn let_go(&mut self) {
        if let Some(adopted) = self.adopted.take() {
            remove(&adopted.key);
            self.brought.retain(|entry| entry.key != adopted.key);
        }
    }

    /// The oldest unfinished work of other visits goes first. What cannot be read is never taken out.
    fn make_room(&self) {
        let readable: Vec<_> = entries(UNFINISHED).into_iter().filter(|entry| entry.work.is_ok()).collect();
        let old = readable.iter().skip(MOST).filter(|entry| entry.key != self.key);
        old.for_each(|entry| remove(&entry.key));
    }

    /// What was kept of this is now kept by name: this text need not be kept any more.
    pub fn settle(&mut self, work: &Work, saved: String) {
        remove(&self.key);
        self.let_go();
        self.settled.clone_from(&work.text);
        self.named = Some((work.name.clone(), saved));
        self.is_kept = true;
        self.is_pending = false;
    }

    /// Called when all entries are gone.
    pub fn forget(&mut self) {
        self.named = None;
        self.adopted = None;
        self.brought.clear();
    }

    /// What its owner calls it.
    fn name(&self) -> String {
        self.named.as_ref().map(|(name, _)| name.clone()).unwrap_or_default()
    }

    /// The entries that no other tab is to offer.
    fn taken(&self) -> Vec<String> {
        self.own.iter().chain(self.brought.iter().map(|entry| &entry.key)).cloned().collect()
    }
}

fn is_same(entry: &Entry, text: &str) -> bool {
    entry.work.as_ref().is_ok_and(|work| work.text == text)
}

fn new_key() -> String {
    format!("{UNFINISHED}{}", browser::new_number())
}

/// “Gold” was saved in another tab at 10:40.
pub(super) fn saved_elsewhere(name: &str, entry: &Entry) -> String {
    format!("“{name}” was saved in another tab at {}.", browser::moment(entry.changed()))
}

/// Why the browser keeps nothing.
pub(super) fn trouble() -> String {
    // Where nothing can be kept at all, nothing is there either.
    let is_full = browser::names("").next().is_some();
    let says = if is_full {
        "The browser's storage is full, so your latest changes are not kept. Delete what you no longer need in Saved work, or \
         download the policy."
    } else {
        "This browser does not let the page keep anything: your work is gone when the tab is closed. Download the policy, or \
         copy its JSON."
    };
    says.to_owned()
}

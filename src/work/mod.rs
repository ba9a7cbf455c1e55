//! Saved work: what this browser keeps of policies, and what is done with a whole policy: begin one, look back, share it.
//!
//! Only what watches for the first change is part of the first load. All else is the part `work`, which is loaded with the
//! first change, with the first of its commands, and where earlier work or a link waits.

mod changes;
mod entries;
mod forget;
mod kept;
mod lines;
mod menus;
mod named;
mod office;
mod saved;

pub(crate) use entries::summary;
pub(crate) use lines::{line, said};

use leptos::ev::{Custom, Event};
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use crate::browser;
use crate::controls::menu_button;
use crate::desk::{Desk, desk};
use crate::later::{NOT_LOADED, NotLoaded, later};
use crate::view::{Element, div, dynamic, press, span};

/// What the names of unfinished work in the browser's storage begin with.
pub const UNFINISHED: &str = "policy-builder-unfinished-";

/// What the fragment of a link with a policy in it begins with.
pub const LINK: &str = "#policy=";

/// What can be asked of the part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Nothing more than to be there.
    BeThere,
    /// The policy was changed: it is to be kept.
    Keep,
    /// The address may hold a link.
    ReadLink,
    /// A copy of the present policy.
    Duplicate,
    /// The dialog of saved work.
    ShowSaved,
    /// What was changed since the policy was opened.
    ShowChanges,
    /// The dialog that makes a link.
    ShowShare,
    /// The policy as a file.
    Download,
    /// A menu of the head.
    Open(MenuName),
}

/// The menus of the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuName {
    /// Beginning another policy.
    New,
    /// What else can be opened than a text or a file.
    Open,
    /// Passing the policy on; on a narrow page, too, what has no place beside it.
    Share,
}

impl MenuName {
    /// The id of its button.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Open => "open-menu",
            Self::Share => "share",
        }
    }

    fn class(self) -> &'static str {
        if self == Self::Open { "menu header__wide" } else { "menu" }
    }

    fn content(self) -> Element {
        match self {
            Self::New => span("").child("New"),
            Self::Open => span("hidden").child("More to open"),
            Self::Share => {
                span("").child(span("header__wide").child("Share")).child(span("header__narrow").child("More"))
            }
        }
    }
}

/// The part, once it is there.
pub trait Office: Send + Sync {
    /// Does what is asked.
    fn ask(&self, ask: Ask);
    /// The lines above the form.
    fn lines(&self) -> AnyView;
    /// The dialogs.
    fn dialogs(&self) -> AnyView;
    /// A menu of the head, with its button.
    fn menu(&self, name: MenuName) -> AnyView;
    /// Keeps what is not kept yet, and says whether leaving the page would lose something.
    fn would_lose(&self) -> bool;
}

later! {
    part work;
    fn load(desk: Desk) -> &'static dyn Office { office::open(desk) }
}

/// The part and the way to it.
#[derive(Clone, Copy)]
pub struct Work {
    office: RwSignal<Option<&'static dyn Office>>,
    /// What was asked for while the part was under way.
    waiting: StoredValue<Option<Vec<Ask>>>,
}

/// Nothing was asked for yet.
impl Default for Work {
    fn default() -> Self {
        Self { office: RwSignal::new(None), waiting: StoredValue::new(None) }
    }
}

impl Work {
    /// Asks for something; loads the part first if it is not there.
    pub fn ask(self, desk: Desk, ask: Ask) {
        if let Some(office) = self.office.get_untracked() {
            return office.ask(ask);
        }
        let is_under_way = self.waiting.with_value(Option::is_some);
        self.waiting.update_value(|waiting| {
            let waiting = waiting.get_or_insert_default();
            if !waiting.contains(&ask) {
                waiting.push(ask);
            }
        });
        if !is_under_way {
            spawn_local(self.load(desk));
        }
    }

    async fn load(self, desk: Desk) {
        let loaded = load(desk).await;
        let waiting = self.waiting.try_update_value(Option::take).flatten().unwrap_or_default();
        match loaded {
            Ok(office) => {
                let focused = browser::focused_id();
                self.office.set(Some(office));
                tick().await;
                // The buttons of the menus are others now.
                if browser::focused_id() != focused {
                    browser::focus(focused);
                }
                waiting.into_iter().for_each(|ask| office.ask(ask));
            }
            Err(NotLoaded) if waiting == [Ask::Keep] => desk.notice.set(NOT_KEPT.to_owned()),
            Err(NotLoaded) => desk.notice.set(NOT_LOADED.to_owned()),
        }
    }

    /// Watches for the first change.
    pub fn watch(self, desk: Desk) {
        let watch = RenderEffect::new(move |before: Option<()>| {
            desk.document.track();
            desk.unreadable.track();
            if before.is_some() {
                untrack(|| self.ask(desk, Ask::Keep));
            }
        });
        // It lives as long as the page does.
        StoredValue::new_local(watch);
    }

    /// Looks for earlier work and for links, and guards what is not kept.
    pub fn begin(self, desk: Desk) {
        let follow = move |name: &'static str, act: Box<dyn Fn(&Event)>| {
            let handle = window_event_listener(Custom::<Event>::new(name), move |event| act(&event));
            on_cleanup(move || handle.remove());
        };
        let read_link = move || {
            if browser::fragment().starts_with(LINK) {
                self.ask(desk, Ask::ReadLink);
            }
        };
        follow("hashchange", Box::new(move |_| read_link()));
        follow(
            "beforeunload",
            Box::new(move |event| {
                if self.would_lose(desk) {
                    event.prevent_default();
                }
            }),
        );
        read_link();
        if browser::names(UNFINISHED).next().is_some() {
            self.ask(desk, Ask::BeThere);
        }
    }

    /// Keeps what is not kept yet, because another policy comes to the desk.
    pub fn keep_now(self) {
        if let Some(office) = self.office.get_untracked() {
            office.would_lose();
        }
    }

    fn would_lose(self, desk: Desk) -> bool {
        match self.office.get_untracked() {
            Some(office) => office.would_lose(),
            None => untrack(|| desk.document.history.can_undo()) || desk.unreadable.with_untracked(Option::is_some),
        }
    }

    /// A menu of the head: its button alone, until the part is there.
    pub fn menu(self, desk: Desk, name: MenuName) -> AnyView {
        dynamic(move || match self.office.get() {
            Some(office) => untrack(|| office.menu(name)),
            None => div(name.class())
                .child(
                    menu_button(name.id(), name.content()).on("click", press(move || self.ask(desk, Ask::Open(name)))),
                )
                .into_any(),
        })
    }

    /// A view of the part: nothing until it is there.
    fn view(self, draw: fn(&'static dyn Office) -> AnyView) -> AnyView {
        dynamic(move || match self.office.get() {
            Some(office) => untrack(|| draw(office)),
            None => ().into_any(),
        })
    }
}

/// What is said where nothing can be kept because the part is missing.
const NOT_KEPT: &str = "Your work is not kept in this browser: a part of the page could not be loaded.";

/// The lines above the form: work and links that wait, and why nothing is kept.
#[must_use]
pub fn lines_view() -> AnyView {
    desk().work.view(|office| office.lines())
}

/// The dialogs of the part.
#[must_use]
pub fn dialogs_view() -> AnyView {
    desk().work.view(|office| office.dialogs())
}

//! The part itself: everything that is done with a whole policy.

use leptos::prelude::*;
use tyk_policy::catalogue::{ID, NAME};
use tyk_policy::check::Path;
use tyk_policy::draft::{Edit, Json};
use tyk_policy::moving;

use super::changes::Changes;
use super::kept::Kept;
use super::lines::lines;
use super::menus::Menus;
use super::saved::Saved;
use super::{Ask, MenuName, Office};
use crate::browser::{self, Go};
use crate::desk::Desk;
use crate::sharing::{Incoming, Share, download};
use crate::view::element;

#[derive(Clone, Copy)]
struct Rooms {
    desk: Desk,
    kept: Kept,
    menus: Menus,
    saved: Saved,
    changes: Changes,
    share: Share,
    link: Incoming,
}

/// Opens the office, which stays as long as the page does.
pub(super) fn open(desk: Desk) -> &'static dyn Office {
    let kept = Kept::new(desk);
    kept.begin();
    let rooms = Rooms {
        desk,
        kept,
        menus: Menus::new(),
        saved: Saved::new(kept),
        changes: Changes::new(desk),
        share: Share::new(desk),
        link: Incoming::new(desk),
    };
    Box::leak(Box::new(rooms))
}

impl Office for Rooms {
    fn ask(&self, ask: Ask) {
        match ask {
            Ask::BeThere => {}
            Ask::Keep => self.kept.keep(),
            Ask::ReadLink => self.link.read(),
            Ask::Duplicate => duplicate(self.desk),
            Ask::ShowSaved => self.saved.show(),
            Ask::ShowChanges => self.changes.show(),
            Ask::ShowShare => self.share.show(),
            Ask::Download => download(self.desk),
            Ask::Open(name) => self.menus.get(name).open(Go::First),
        }
    }

    fn lines(&self) -> AnyView {
        element("div").child(lines(self.kept)).child(self.link.view()).into_any()
    }

    fn dialogs(&self) -> AnyView {
        element("div").child(self.saved.view()).child(self.changes.view()).child(self.share.view()).into_any()
    }

    fn menu(&self, name: MenuName) -> AnyView {
        let menus = self.menus;
        menus.view(self.desk, *self, name).into_any()
    }

    fn would_lose(&self) -> bool {
        !self.kept.flush()
    }
}

/// A copy of the policy without what belongs to the stored one. Send then makes a new policy of it.
fn duplicate(desk: Desk) {
    let own_id = Edit::Remove(Path::root().name(ID.name));
    let mut draft = moving::stripped(&untrack(|| desk.document.snapshot())).edited(&[own_id]);
    let name = draft.get(&NAME).and_then(Json::as_text).unwrap_or_default().to_owned();
    draft.set(&NAME, Json::from(format!("{name} copy").trim_start()));
    desk.open(&draft, "This is a copy. Send stores it as a new policy.".to_owned());
    browser::focus("main");
}

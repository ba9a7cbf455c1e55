//! The part itself: everything that is done with a whole policy.

use leptos::prelude::*;
use tyk_policy::catalogue::{ID, NAME};
use tyk_policy::check::Path;
use tyk_policy::draft::{Edit, Json};
use tyk_policy::moving;
use tyk_policy::template::Template;

use super::changes::Changes;
use super::kept::Kept;
use super::lines::lines;
use super::saved::Saved;
use super::{Ask, Office};
use crate::browser;
use crate::controls::Menu;
use crate::desk::Desk;
use crate::sharing::{Incoming, Share, download};
use crate::view::{element, span};

struct Rooms {
    desk: Desk,
    kept: Kept,
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
        }
    }

    fn lines(&self) -> AnyView {
        element("div").child(lines(self.kept)).child(self.link.view()).into_any()
    }

    fn dialogs(&self) -> AnyView {
        element("div").child(self.saved.view()).child(self.changes.view()).child(self.share.view()).into_any()
    }

    fn templates(&self, menu: Menu) -> AnyView {
        let desk = self.desk;
        let item = |template: Template| {
            let begin = move || {
                desk.open(&template.draft(), format!("A new policy: {}.", template.title));
                browser::focus("main");
            };
            let name = span("menu__name").child(template.title);
            menu.item(format!("New policy: {}", template.title), name, begin)
                .child(span("menu__says").child(template.says))
        };
        menu.completed();
        element("div").attr("role", "none").children(Template::ALL.map(item)).into_any()
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

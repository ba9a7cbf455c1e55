//! Everything that a part of the page may need, in one place.

use leptos::prelude::*;
use tyk_policy::check::Fix;
use tyk_policy::draft::Draft;

use crate::connection::Connection;
use crate::document::{Document, Reports};
use crate::workbench::{Preview, SendAction};

/// What lies on the desk of somebody who writes a policy. It is given by context once, at the root.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The policy.
    pub document: Document,
    /// What is wrong with it.
    pub reports: Reports,
    /// Where it goes.
    pub connection: Connection,
    /// The request that follows from both.
    pub preview: Preview,
    /// What just happened to the whole policy, in words; empty when there is nothing to say.
    pub notice: RwSignal<String>,
    /// What the button is called that takes it back.
    pub way_back: RwSignal<String>,
}

impl Desk {
    /// A desk with this policy on it.
    #[must_use]
    pub fn new(draft: &Draft, connection: Connection) -> Self {
        let document = Document::new(draft);
        Self {
            document,
            reports: Reports::new(document),
            connection,
            preview: Preview::new(document, connection),
            notice: RwSignal::new(String::new()),
            way_back: RwSignal::new(String::new()),
        }
    }

    /// Opens another policy; `says` is what is said of it.
    pub fn open(self, draft: &Draft, says: String) {
        self.document.open(draft);
        self.notice.set(says);
        self.way_back.set("Put the other policy back".to_owned());
    }

    /// Mends findings. Says what was done, with the way back.
    pub fn mend(self, fixes: &[&Fix]) {
        let edits: Vec<_> = fixes.iter().flat_map(|fix| fix.edits.clone()).collect();
        self.document.mend(&edits);
        self.notice.set(match fixes {
            [fix] => format!("Fixed: {}.", fix.says),
            fixes => format!("{} findings are fixed.", fixes.len()),
        });
        self.way_back.set("Undo".to_owned());
    }

    /// What pressing Send does.
    #[must_use]
    pub fn send_action(self) -> SendAction {
        SendAction::new(self)
    }
}

/// The desk of this page.
#[must_use]
pub fn desk() -> Desk {
    expect_context()
}

//! Everything that a part of the page may need, in one place.

use leptos::prelude::*;
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
        }
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

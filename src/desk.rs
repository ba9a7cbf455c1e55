//! Everything that a part of the page may need, in one place.

use std::mem::{replace, swap};

use leptos::prelude::*;
use tyk_policy::answer::key_id;
use tyk_policy::context::KnownPolicy;
use tyk_policy::draft::Draft;

use crate::browser;
use crate::connection::Connection;
use crate::conversation::{Conversation, Step, Stored};
use crate::dashboard::outcome_view;
use crate::document::{Document, Reports};
use crate::editor;
use crate::later::Part;
use crate::work::Work;
use crate::workbench::{JsonText, Preview, SendAction};

/// The number of the stored policy among the parts of a step. Those of the document count up from 1.
const STORED: u64 = 0;

/// What lies on the desk of somebody who writes a policy. It is given by context once, at the root.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The policy.
    pub document: Document,
    /// What is wrong with it.
    pub reports: Reports,
    /// Where it goes.
    pub connection: Connection,
    /// What was said to the dashboard, and what it said.
    pub conversation: Conversation,
    /// What is shown of that below Send.
    pub outcome: Part,
    /// The request that follows from both.
    pub preview: Preview,
    /// The text of the JSON editor while it cannot be read as a policy. The document is then its last good state, and nothing
    /// is copied or sent.
    pub unreadable: RwSignal<Option<String>>,
    /// What just happened to the whole policy, in words; empty when there is nothing to say.
    pub notice: RwSignal<String>,
    /// The step that it was, and what the button is called that takes it back.
    pub way_back: RwSignal<Option<(u64, &'static str)>>,
    /// What is kept of the policy, and the way to it.
    pub work: Work,
    /// The policy as it came to lie here.
    pub opened: StoredValue<Opened>,
    /// How often another policy came to lie here.
    sheet: RwSignal<u32>,
}

/// A policy as it came to lie on the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The policy.
    pub draft: Draft,
    /// What was said of it then; empty for the one that the page begins with.
    pub says: String,
}

impl Desk {
    /// A desk with this policy on it.
    #[must_use]
    pub fn new(draft: &Draft, connection: Connection) -> Self {
        let document = Document::new(draft);
        let conversation = Conversation::default();
        let tyk = connection.settings.with_value(|settings| settings.tyk);
        document.context.update(|context| context.tyk = tyk);
        let unreadable = RwSignal::new(None);
        let json = JsonText::new(unreadable, document.history);
        Self {
            document,
            reports: Reports::new(document),
            connection,
            conversation,
            outcome: Part::new(|| Box::pin(outcome_view())),
            preview: Preview::new(document, connection, conversation, json),
            work: Work::default(),
            opened: StoredValue::new(Opened { draft: draft.clone(), says: String::new() }),
            sheet: RwSignal::new(0),
            unreadable,
            notice: RwSignal::new(String::new()),
            way_back: RwSignal::new(None),
        }
    }

    /// Opens another policy; `says` is what is said of it.
    pub fn open(self, draft: &Draft, says: String) {
        self.open_as(draft, None, says);
    }

    /// Opens another policy, which may be a stored one, in one step.
    fn open_as(self, draft: &Draft, stored: Option<Stored>, says: String) {
        self.work.keep_now();
        let mut other = self.conversation.stored.get_untracked();
        let mut before = Opened { draft: draft.clone(), says: says.clone() };
        let exchange_opened = move |other: &mut Opened| self.opened.update_value(|opened| swap(opened, other));
        exchange_opened(&mut before);
        let exchange = move || {
            let present = self.conversation.stored.get_untracked();
            exchange_opened(&mut before);
            self.set_stored(replace(&mut other, present));
            self.turn_over();
        };
        self.document.history.step(|| {
            self.document.history.note(STORED, Box::new(exchange));
            self.preview.json.set_unreadable(None);
            self.document.open(draft);
        });
        self.set_stored(stored);
        self.turn_over();
        self.tell(says, "Put the other policy back");
    }

    /// Says what the last step did, with the way back.
    pub fn tell(self, says: String, way_back: &'static str) {
        self.notice.set(says);
        self.way_back.set(self.document.history.last().map(|step| (step, way_back)));
    }

    /// Tells one policy that lay here from the next, whatever is edited in it.
    #[must_use]
    pub fn sheet(self) -> u32 {
        self.sheet.get_untracked()
    }

    /// Hears whenever another policy comes to lie here.
    pub fn track_sheet(self) {
        self.sheet.track();
    }

    /// Called when another policy lies here: a question about the one before is no longer one.
    fn turn_over(self) {
        self.sheet.update(|sheet| *sheet += 1);
        if !self.conversation.step.with_untracked(|step| matches!(step, Step::Done(_))) {
            self.conversation.step.set(Step::Idle);
        }
    }

    /// Opens a policy of a dashboard: to send it means to update it there.
    pub fn open_stored(self, stored: Stored) {
        let says = format!("Opened from {}. Send updates it there.", stored.dashboard);
        self.open_as(&stored.draft.clone(), Some(stored), says);
        browser::focus("main");
    }

    /// Notes which stored policy the one on the desk is. Its own name is not taken.
    pub fn set_stored(self, stored: Option<Stored>) {
        self.conversation.stored.set(stored);
        self.share_policies();
    }

    /// Lets the checks know the policies of the dashboard.
    pub fn share_policies(self) {
        let own = self.conversation.stored.with_untracked(|stored| Some(key_id(&stored.as_ref()?.draft).to_owned()));
        let is_other = |policy: &KnownPolicy| own.as_ref().is_none_or(|own| *own != policy.id);
        let known = self.conversation.known.with_value(|known| {
            known.as_ref().map(|known| known.iter().filter(|policy| is_other(policy)).cloned().collect::<Vec<_>>())
        });
        if self.document.context.with_untracked(|context| context.policies != known) {
            self.document.context.update(|context| context.policies = known);
        }
    }

    /// Called when somebody is done with the address. What is known of one dashboard says nothing of another.
    pub fn settle_address(self) {
        if self.connection.settle_address() {
            self.conversation.forget();
            self.document.context.update(|context| {
                context.apis = None;
                context.policies = None;
                context.organisation = None;
            });
        }
    }

    /// Takes the step back that the notice is about, with those after it; the same again brings it again.
    pub fn go_back(self) {
        let Some((step, _)) = self.way_back.get_untracked() else { return };
        let history = self.document.history;
        if untrack(|| history.is_done(step)) {
            while untrack(|| history.is_done(step)) && history.undo().is_some() {}
            self.notice.set("Taken back. The same button brings it again.".to_owned());
        } else {
            while untrack(|| history.is_undone(step)) && history.redo().is_some() {}
            self.notice.set("Brought again.".to_owned());
        }
    }

    /// Takes the last step back, and leads to where it was made.
    pub fn undo(self) {
        if let Some(control) = self.document.history.undo() {
            lead_to(self.document, control);
        }
    }

    /// Does the step again that was taken back last, and leads to where it was made.
    pub fn redo(self) {
        if let Some(control) = self.document.history.redo() {
            lead_to(self.document, control);
        }
    }

    /// Takes in what was typed last, and says whether nothing may leave the page: while a text that cannot be read waits to
    /// be mended or dropped.
    #[must_use]
    pub fn is_paused(self) -> bool {
        self.preview.json.take(self);
        self.unreadable.with_untracked(Option::is_some)
    }

    /// Drops the text that cannot be read: the policy is its last good state. It can be taken back.
    pub fn drop_unreadable(self) {
        self.document.history.seal();
        self.preview.json.set_unreadable(None);
    }

    /// What pressing Send does.
    #[must_use]
    pub fn send_action(self) -> SendAction {
        SendAction::new(self)
    }
}

/// Moves the focus to the control of a step, where it still is.
fn lead_to(document: Document, control: String) {
    if !control.is_empty() {
        editor::lead_to(document, vec![control]);
    }
}

/// The desk of this page.
#[must_use]
pub fn desk() -> Desk {
    expect_context()
}

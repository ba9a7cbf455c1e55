//! A link that was followed to this page. It never takes the place of work, and nothing is sent.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::draft::Draft;
use tyk_policy::share::ShareFault;

use super::link::shared_in;
use crate::browser;
use crate::controls::{IconName, plain_button, quiet_button};
use crate::desk::Desk;
use crate::view::{Element, dynamic, element};
use crate::work::{line, said, summary};

/// What came with the link.
#[derive(Clone, Copy)]
pub(crate) struct Incoming {
    desk: Desk,
    /// The policy that waits to be opened.
    waiting: RwSignal<Option<Draft>>,
    /// Why there is none; empty for nothing.
    fault: RwSignal<String>,
}

impl Incoming {
    pub(crate) fn new(desk: Desk) -> Self {
        Self { desk, waiting: RwSignal::new(None), fault: RwSignal::new(String::new()) }
    }

    /// Reads the link in the address bar. Opens its policy where nothing was edited yet, otherwise offers it.
    pub(crate) fn read(self) {
        let fragment = browser::fragment();
        spawn_local(async move {
            let found = shared_in(&fragment).await;
            match found {
                Ok(None) => {}
                Ok(Some(shared)) => {
                    self.fault.set(String::new());
                    if self.is_untouched() {
                        self.open(shared.draft());
                    } else {
                        self.waiting.set(Some(shared.draft().clone()));
                    }
                }
                Err(fault) => {
                    // The link of a newer page stays, to be read after a reload.
                    if !matches!(fault, ShareFault::Newer(_)) {
                        browser::drop_fragment();
                    }
                    self.fault.set(fault.to_string());
                }
            }
        });
    }

    pub(crate) fn view(self) -> Element {
        let offer = dynamic(move || match self.waiting.get() {
            Some(draft) => self.offer(draft).into_any(),
            None => ().into_any(),
        });
        element("div").attr("role", "status").child(said(self.fault)).child(offer)
    }

    fn is_untouched(self) -> bool {
        let history = self.desk.document.history;
        untrack(|| !history.can_undo() && !history.can_redo()) && self.desk.unreadable.with_untracked(Option::is_none)
    }

    fn open(self, draft: &Draft) {
        browser::drop_fragment();
        self.waiting.set(None);
        self.desk.open(draft, format!("Opened the policy of a link: {}. Nothing was sent.", summary(draft)));
        browser::focus("main");
    }

    fn offer(self, draft: Draft) -> Element {
        let says = format!("This link holds a policy: {}.", summary(&draft));
        let not_now = move || {
            browser::drop_fragment();
            self.waiting.set(None);
        };
        line(says)
            .id("link-offer")
            .child(plain_button("Open it", Some(IconName::Open), move || self.open(&draft)).id("link-open"))
            .child(quiet_button("Not now", None, not_now).id("link-not-now"))
    }
}

//! The dialog that makes a link. What the link will tell its readers is said first.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tyk_policy::share::Shared;

use super::file::{UNREADABLE, download};
use super::link::link_to;
use crate::browser;
use crate::controls::{copy_button, plain_button, quiet_button};
use crate::desk::Desk;
use crate::view::{Element, code, div, dynamic, element, label, li, paragraph, read, ul};

/// The id of the dialog.
const DIALOG: &str = "share-dialog";
/// The id of the field with the link.
const FIELD: &str = "share-url";
/// Some programs cut links that are longer, in characters.
const LONG: usize = 8_000;

/// The dialog, with what it shows.
#[derive(Clone, Copy)]
pub(crate) struct Share {
    desk: Desk,
    shared: RwSignal<Option<Shared>>,
    /// The link; empty while it is being made.
    link: RwSignal<String>,
    /// Why there is none; empty for nothing.
    problem: RwSignal<String>,
}

impl Share {
    pub(crate) fn new(desk: Desk) -> Self {
        let empty = || RwSignal::new(String::new());
        Self { desk, shared: RwSignal::new(None), link: empty(), problem: empty() }
    }

    /// Shows the dialog with a link to the policy as it is now.
    pub(crate) fn show(self) {
        browser::show_dialog(DIALOG, true);
        self.link.set(String::new());
        self.problem.set(String::new());
        self.shared.set(None);
        if self.desk.unreadable.with_untracked(Option::is_some) {
            self.problem.set(UNREADABLE.to_owned());
            return;
        }
        let shared = Shared::of(&untrack(|| self.desk.document.snapshot()));
        self.shared.set(Some(shared.clone()));
        if shared.to_text().len() > Shared::LARGEST {
            self.problem.set("The policy is too large for a link. Pass it on as a file.".to_owned());
            return;
        }
        spawn_local(async move {
            let link = link_to(&shared).await;
            // Another one is being made by now.
            if self.shared.with_untracked(|now| now.as_ref() != Some(&shared)) {
                return;
            }
            match link {
                Some(link) => self.link.set(link),
                None => self.problem.set("This browser cannot make the link. Pass the policy on as a file.".to_owned()),
            }
        });
    }

    pub(crate) fn view(self) -> Element {
        let head = div("talk__head")
            .child(element("h2").class("dialog__heading").child("Share by link"))
            .child(quiet_button("Close", None, || browser::show_dialog(DIALOG, false)).id("share-close"));
        let contents = dynamic(move || {
            self.shared.with(|shared| shared.as_ref().map(contents)).map_or_else(|| ().into_any(), Element::into_any)
        });
        let content = div("dialog__content")
            .child(head)
            .child(
                paragraph("dialog__problem")
                    .attrs(&[("id", "share-problem"), ("role", "alert")])
                    .child(read(self.problem)),
            )
            .child(contents)
            .child(dynamic(move || self.made().into_any()))
            .child(div("dialog__actions").child(plain_button("Download JSON", None, move || {
                browser::show_dialog(DIALOG, false);
                download(self.desk);
            })));
        element("dialog").attrs(&[("class", "dialog"), ("id", DIALOG), ("aria-label", "Share by link")]).child(content)
    }

    /// The link, once it is made.
    fn made(self) -> Element {
        let link = self.link.get();
        let part = div("talk__part");
        if link.is_empty() {
            return part;
        }
        let warning = (link.len() > LONG).then(|| {
            paragraph("share__warning").child(
                "Some programs cut links as long as this one. If yours does, download the JSON and pass it on as a file.",
            )
        });
        let field = element("textarea")
            .class("input input--literal share__link")
            .attrs(&[("id", FIELD), ("readonly", "readonly"), ("rows", "3"), ("spellcheck", "false")])
            .value(self.link);
        let length = format!("{} characters", link.len());
        part.child(label("field__label").attr("for", FIELD).child("The link"))
            .child(field)
            .child(paragraph("field__hint").attr("id", "share-length").child(length))
            .child(warning)
            .child(div("dialog__actions").child(copy_button("Copy link", self.link.into()).id("copy-link")))
    }
}

/// What the link holds, what it does not, and where it leads.
fn contents(shared: &Shared) -> Element {
    let items = shared.contents().into_iter().map(|says| li("").child(says));
    let left_out = (!shared.left_out().is_empty())
        .then(|| paragraph("field__hint").child(format!("Not in it: {}.", shared.left_out().join(", "))));
    div("talk__part")
        .attr("id", "share-contents")
        .child(paragraph("").child("Whoever has the link can read what is in it:"))
        .child(ul("share__list").children(items))
        .child(left_out)
        .child(paragraph("field__hint").child("Never the API key, nor the address of your dashboard. The link is not sent to any server: what stands behind its # stays in the browser."))
        .child(paragraph("field__hint").child("It leads to ").child(code("").child(browser::page_address())))
}

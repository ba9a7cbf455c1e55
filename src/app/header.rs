//! The head of the page: whose policy, whether it is ready, and what can be done with the whole of it.

use leptos::prelude::*;
use tyk_policy::catalogue::NAME;
use tyk_policy::check::Severity;

use super::dashboard_dialog::DashboardDialog;
use super::open_dialog::OpenDialog;
use crate::browser::{self, Keep, Shortcut};
use crate::controls::{IconName, changing_icon, icon_button, plain_button, text_of};
use crate::desk::desk;
use crate::view::{Chosen, Element, aria, div, element, paragraph, soon, span, text};
use crate::work::MenuName;

/// The name of the choice in the browser's storage.
const THEME: &str = "policy-builder-theme";

/// How the page looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    fn of(word: Option<&str>) -> Self {
        match word {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }

    fn word(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::System => "Theme: system",
            Self::Light => "Theme: light",
            Self::Dark => "Theme: dark",
        }
    }
}

/// The head of the page.
pub(super) fn header(opening: OpenDialog, dashboard: DashboardDialog) -> Element {
    let document = desk().document;
    let name = text(move || {
        let name = document.basics.with(|basics| text_of(basics.get(&NAME)));
        if name.trim().is_empty() { "Policy without a name".to_owned() } else { name }
    });
    element("header")
        .class("header")
        .child(element("a").attrs(&[("class", "skip"), ("href", "#main")]).child("Skip to the form"))
        .child(paragraph("header__brand").child(span("header__mark")).child("Policy Builder"))
        .child(element("h1").class("header__name").child(name))
        .child(soon(|| readiness().into_any()))
        .child(div("header__actions").child(soon(move || actions(opening, dashboard).into_any())))
}

/// What can be done with the whole policy.
fn actions(opening: OpenDialog, dashboard: DashboardDialog) -> Element {
    // A page for previews only calls no dashboard.
    let can_send = desk().connection.settings.with_value(|settings| settings.can_send);
    let talk = can_send.then(|| {
        let talk = plain_button("Dashboard", None, move || dashboard.show()).id("dashboard");
        div("header__wide").child(talk.attr("data-command", "Policies of the dashboard"))
    });
    let menu = move |which| desk().work.menu(desk(), which);
    let open = plain_button("Open", Some(IconName::Open), move || opening.show()).id("open");
    let open = div("split").child(open.attr("data-command", "Open a policy")).child(menu(MenuName::Open));
    div("header__buttons")
        .child(talk)
        .child(menu(MenuName::New))
        .child(open)
        .child(undo())
        .child(redo())
        .child(menu(MenuName::Share))
        .child(div("header__wide").child(theme_button()))
}

/// Takes the last step back.
fn undo() -> Element {
    let desk = desk();
    let is_empty = move || !desk.document.history.can_undo();
    let undo = icon_button(says("Undo", Shortcut::Undo), IconName::Back, move || desk.undo()).id("undo");
    undo.attr("aria-disabled", aria(is_empty)).attr("data-command", "Undo")
}

/// Does it again.
fn redo() -> Element {
    let desk = desk();
    let is_empty = move || !desk.document.history.can_redo();
    let redo = icon_button(says("Redo", Shortcut::Redo), IconName::Forth, move || desk.redo()).id("redo");
    redo.attr("aria-disabled", aria(is_empty)).attr("data-command", "Redo")
}

/// What a button does, and its keys.
fn says(does: &str, shortcut: Shortcut) -> String {
    format!("{does} ({})", shortcut.keys(browser::is_mac()))
}

/// Ready to send, or what is in the way.
fn readiness() -> Element {
    let reports = desk().reports;
    let errors = move || reports.count(Severity::Error);
    let picture = text(move || if errors() == 0 { IconName::Check } else { IconName::Error }.as_str().to_owned());
    let class = text(move || if errors() == 0 { "readiness" } else { "readiness readiness--errors" }.to_owned());
    let says = text(move || match (errors(), reports.count(Severity::Warning)) {
        (0, 0) => "Ready to send".to_owned(),
        (0, 1) => "Ready to send, 1 warning".to_owned(),
        (0, warnings) => format!("Ready to send, {warnings} warnings"),
        (1, _) => "1 error".to_owned(),
        (count, _) => format!("{count} errors"),
    });
    element("p").class(class).child(changing_icon(picture)).child(element("span").child(says))
}

fn theme_button() -> Element {
    let theme = Chosen::new(&Theme::ALL, Theme::of(None));
    let show = move || browser::set_root_attribute("data-theme", theme.get_untracked().word());
    let next = move || {
        theme.set(theme.get_untracked().next());
        browser::save(Keep::ForVisits, THEME, theme.get_untracked().word());
        show();
    };
    let begin = soon(move || {
        theme.set(Theme::of(browser::load(Keep::ForVisits, THEME).as_deref()));
        show();
        ().into_any()
    });
    let button = icon_button(text(move || theme.get().label().to_owned()), IconName::Theme, next).id("theme");
    button.attr("data-command", "Next theme").child(begin)
}

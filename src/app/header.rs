//! The head of the page: whose policy, whether it is ready, and what can be done with the whole of it.

use leptos::prelude::*;
use tyk_policy::catalogue::NAME;
use tyk_policy::check::Severity;

use super::dashboard_dialog::DashboardDialog;
use super::open_dialog::OpenDialog;
use crate::browser::{self, Keep};
use crate::controls::{IconName, Menu, changing_icon, icon_button, plain_button, text_of};
use crate::desk::desk;
use crate::view::{Chosen, Element, aria, div, element, paragraph, press, span, text};
use crate::work::Ask;

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
    // A page for previews only calls no dashboard.
    let can_send = desk().connection.settings.with_value(|settings| settings.can_send);
    let talk = can_send.then(|| {
        let talk = plain_button("Dashboard", None, move || dashboard.show()).id("dashboard");
        div("header__wide").child(talk.attr("data-command", "Policies of the dashboard"))
    });
    let theme = theme();
    let wide_theme = icon_button(theme.says, IconName::Theme, move || theme.next()).attr("data-command", "Next theme");
    let actions = div("header__actions")
        .child(talk)
        .child(new_menu())
        .child(open_menus(opening))
        .child(undo())
        .child(redo())
        .child(more_menu(can_send.then_some(dashboard), theme))
        .child(div("header__wide").child(wide_theme));
    element("header")
        .class("header")
        .child(element("a").attrs(&[("class", "skip"), ("href", "#main")]).child("Skip to the form"))
        .child(paragraph("header__brand").child(span("header__mark")).child("Policy Builder"))
        .child(element("h1").class("header__name").child(name))
        .child(readiness())
        .child(actions)
}

/// Beginning another policy.
fn new_menu() -> Element {
    let (desk, menu) = (desk(), Menu::new("new"));
    let list = menu.list("New policy").child(desk.work.templates(menu)).child(menu.item(
        "Duplicate this policy",
        "Duplicate",
        move || desk.work.ask(desk, Ask::Duplicate),
    ));
    let menu = menu.view(span("").child("New"), list);
    // Before it opens: its templates come with the part.
    menu.on("focusin", press(move || desk.work.ask(desk, Ask::BeThere)))
}

/// Opening a text or a file at one press, and what else can be opened below it.
fn open_menus(opening: OpenDialog) -> Element {
    let (desk, menu) = (desk(), Menu::new("open-menu"));
    let open = plain_button("Open", Some(IconName::Open), move || opening.show()).id("open");
    let saved = menu.item("Saved work", "Saved work…", move || desk.work.ask(desk, Ask::ShowSaved));
    let paste = menu.item("", "Paste or pick a file…", move || opening.show());
    let more = menu.view(span("hidden").child("More to open"), menu.list("Open").child(paste).child(saved));
    div("split").child(open.attr("data-command", "Open a policy")).child(div("header__wide").child(more))
}

/// Passing the policy on; on a narrow page, too, what has no place beside it.
fn more_menu(dashboard: Option<DashboardDialog>, theme: ThemeChoice) -> Element {
    let (desk, menu) = (desk(), Menu::new("share"));
    let item = |command, name: &'static str, ask| menu.item(command, name, move || desk.work.ask(desk, ask));
    let narrow = |name: Signal<String>, act: Box<dyn Fn()>| {
        div("header__narrow").attr("role", "none").child(menu.item("", name, act))
    };
    let list = menu
        .list("Share")
        .child(item("Copy a link to this policy", "Copy a link…", Ask::ShowShare).id("share-link"))
        .child(item("Download JSON", "Download JSON", Ask::Download).id("download"))
        .child(item("Changes since opened", "Changes since opened…", Ask::ShowChanges).id("changes"))
        .child(narrow(Signal::stored("Saved work…".to_owned()), Box::new(move || desk.work.ask(desk, Ask::ShowSaved))))
        .child(
            dashboard
                .map(|dashboard| narrow(Signal::stored("Dashboard…".to_owned()), Box::new(move || dashboard.show()))),
        )
        .child(narrow(theme.says, Box::new(move || theme.next())));
    let name = span("").child(span("header__wide").child("Share")).child(span("header__narrow").child("More"));
    menu.view(name, list)
}

/// Takes the last step back.
fn undo() -> Element {
    let desk = desk();
    let is_empty = move || !desk.document.history.can_undo();
    let undo = icon_button("Undo (Ctrl Z)", IconName::Back, move || desk.undo()).id("undo");
    undo.attr("aria-disabled", aria(is_empty)).attr("data-command", "Undo")
}

/// Does it again.
fn redo() -> Element {
    let desk = desk();
    let is_empty = move || !desk.document.history.can_redo();
    let redo = icon_button("Redo (Ctrl Shift Z)", IconName::Forth, move || desk.redo()).id("redo");
    redo.attr("aria-disabled", aria(is_empty)).attr("data-command", "Redo")
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

/// The theme, and what its buttons say.
#[derive(Clone, Copy)]
struct ThemeChoice {
    chosen: Chosen<Theme>,
    says: Signal<String>,
}

fn theme() -> ThemeChoice {
    let chosen = Chosen::new(&Theme::ALL, Theme::of(browser::load(Keep::ForVisits, THEME).as_deref()));
    let theme = ThemeChoice { chosen, says: text(move || chosen.get().label().to_owned()) };
    theme.show();
    theme
}

impl ThemeChoice {
    fn show(self) {
        browser::set_root_attribute("data-theme", self.chosen.get_untracked().word());
    }

    fn next(self) {
        self.chosen.set(self.chosen.get_untracked().next());
        browser::save(Keep::ForVisits, THEME, self.chosen.get_untracked().word());
        self.show();
    }
}

//! The menus of the head.

use tyk_policy::template::Template;

use super::{Ask, MenuName, Office};
use crate::browser;
use crate::controls::Menu;
use crate::desk::Desk;
use crate::view::{Element, div, span};

/// One menu for each name.
#[derive(Clone, Copy)]
pub(super) struct Menus {
    new: Menu,
    open: Menu,
    share: Menu,
}

impl Menus {
    /// All closed.
    pub fn new() -> Self {
        let menu = |name: MenuName| Menu::new(name.id());
        Self { new: menu(MenuName::New), open: menu(MenuName::Open), share: menu(MenuName::Share) }
    }

    /// The menu of this name.
    pub fn get(self, name: MenuName) -> Menu {
        match name {
            MenuName::New => self.new,
            MenuName::Open => self.open,
            MenuName::Share => self.share,
        }
    }

    /// It with its commands.
    pub fn view(self, desk: Desk, office: impl Office + Copy + 'static, name: MenuName) -> Element {
        let menu = self.get(name);
        let ask = |command: &'static str, label: &'static str, ask| menu.item(command, label, move || office.ask(ask));
        let list = match name {
            MenuName::New => menu
                .list("New policy")
                .children(Template::ALL.map(|template| begin(menu, desk, template)))
                .child(ask("Duplicate this policy", "Duplicate", Ask::Duplicate)),
            MenuName::Open => menu
                .list("Open")
                .child(menu.item("", "Paste or pick a file…", || press("open")))
                .child(ask("Saved work", "Saved work…", Ask::ShowSaved).id("saved-work")),
            MenuName::Share => menu
                .list("Share")
                .child(ask("Copy a link to this policy", "Copy a link…", Ask::ShowShare).id("share-link"))
                .child(ask("Download JSON", "Download JSON", Ask::Download).id("download"))
                .child(ask("Changes since opened", "Changes since opened…", Ask::ShowChanges).id("changes"))
                .child(narrow(ask("", "Saved work…", Ask::ShowSaved)))
                // A page for previews only calls no dashboard.
                .child(
                    browser::element_by_id("dashboard")
                        .map(|_| narrow(menu.item("", "Dashboard…", || press("dashboard")))),
                )
                .child(narrow(menu.item("", "Next theme", || press("theme")))),
        };
        menu.view(name.class(), name.content(), list)
    }
}

/// A template as a command.
fn begin(menu: Menu, desk: Desk, template: Template) -> Element {
    let begin = move || {
        desk.open(&template.draft(), format!("A new policy: {}.", template.title));
        browser::focus("main");
    };
    menu.item(format!("New policy: {}", template.title), span("menu__name").child(template.title), begin)
        .child(span("menu__says").child(template.says))
}

/// A command that has no place beside the menu on a narrow page.
fn narrow(item: Element) -> Element {
    div("header__narrow").attr("role", "none").child(item)
}

/// Presses another control of the head, which may be hidden.
fn press(id: &str) {
    if let Some(control) = browser::element_by_id(id) {
        control.click();
    }
}

//! A button that opens a menu of commands (ARIA Authoring Practices, menu button).

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use super::{IconName, icon};
use crate::browser::{self, Go};
use crate::view::{Child, Element, aria, button, div, element, listen, press, text};

/// A menu that is closed or open.
#[derive(Clone, Copy)]
pub struct Menu {
    id: &'static str,
    is_open: RwSignal<bool>,
}

impl Menu {
    /// A menu that is closed. Its button has this id.
    #[must_use]
    pub fn new(id: &'static str) -> Self {
        Self { id, is_open: RwSignal::new(false) }
    }

    /// The button with the menu below it. `class` is that of both together, `name` what the button says, `list` what [`Menu::list`] gave.
    pub fn view(self, class: &'static str, name: Element, list: Element) -> Element {
        let toggle = menu_button(self.id, name)
            .attr("aria-expanded", aria(move || self.is_open.get()))
            .on("click", press(move || self.toggle()));
        let leave = listen(move |event: Event| {
            if browser::focus_goes_out(&event) {
                self.is_open.set(false);
            }
        });
        let keys = listen(move |event: KeyboardEvent| self.key(&event));
        div(class).on("keydown", keys).on("focusout", leave).child(toggle).child(list)
    }

    /// The list for the commands.
    pub fn list(self, label: &'static str) -> Element {
        let hidden =
            text(move || if self.is_open.get() { "menu__list menu__list--open" } else { "menu__list" }.to_owned());
        element("div").class(hidden).attr("role", "menu").attr("aria-label", label)
    }

    /// A command of the menu. `command` is its plain name, by which it is found without the menu, too; empty where another
    /// control has that name.
    pub fn item(self, command: impl Into<String>, name: impl Child, act: impl Fn() + 'static) -> Element {
        fn concrete(menu: Menu, command: String, act: Box<dyn Fn()>) -> Element {
            // With a place in the order of the focus every browser gives it the focus when it is pressed, and the menu stays.
            let item = button("menu__item").attrs(&[("type", "button"), ("role", "menuitem"), ("tabindex", "-1")]);
            let item = if command.is_empty() { item } else { item.attr("data-command", command) };
            item.on(
                "click",
                press(move || {
                    menu.close();
                    act();
                }),
            )
        }
        concrete(self, command.into(), Box::new(act)).child(name)
    }

    /// Closes it and gives the focus back to its button, where a dialog then finds it again.
    pub fn close(self) {
        if self.is_open.get_untracked() {
            self.is_open.set(false);
            if let Some(button) = browser::element_by_id(self.id) {
                let _ = button.focus();
            }
        }
    }

    fn toggle(self) {
        if self.is_open.get_untracked() { self.close() } else { self.open(Go::First) }
    }

    /// Opens it at its first or last command.
    pub fn open(self, at: Go) {
        self.is_open.set(true);
        spawn_local(async move {
            tick().await;
            self.go(at);
        });
    }

    fn go(self, to: Go) {
        browser::focus_among(&format!("#{} ~ [role=menu] [role=menuitem]", self.id), to);
    }

    fn key(self, event: &KeyboardEvent) {
        let is_open = self.is_open.get_untracked();
        let to = match event.key().as_str() {
            "ArrowDown" if is_open => Go::Next,
            "ArrowUp" if is_open => Go::Previous,
            "ArrowDown" | "Home" => Go::First,
            "ArrowUp" | "End" => Go::Last,
            "Escape" if is_open => {
                event.prevent_default();
                self.close();
                return;
            }
            _ => return,
        };
        if is_open {
            self.go(to);
        } else if event.key().starts_with("Arrow") {
            self.open(to);
        } else {
            return;
        }
        event.prevent_default();
    }
}

/// The button of a menu. `name` is what it says.
pub fn menu_button(id: &'static str, name: Element) -> Element {
    button("button menu__button")
        .attrs(&[("type", "button"), ("aria-haspopup", "menu")])
        .id(id)
        .child(name)
        .child(icon(IconName::Chevron))
}

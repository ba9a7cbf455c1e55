//! The head of the page: whose policy, whether it is ready, and what can be done with the whole of it.

use leptos::prelude::*;
use tyk_policy::catalogue::NAME;
use tyk_policy::check::Severity;

use super::open_dialog::DIALOG;
use crate::browser;
use crate::controls::{Button, ButtonKind, IconName, changing_icon, text_of};
use crate::document::{Document, Reports};
use crate::view::{derived, memo, text};

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
#[component]
pub(super) fn Header() -> impl IntoView {
    let document = expect_context::<Document>();
    let name = text(move || {
        let name = document.basics.with(|basics| text_of(basics.get(&NAME)));
        if name.trim().is_empty() { "Policy without a name".to_owned() } else { name }
    });
    view! {
        <header class="header">
            <a class="skip" href="#main">"Skip to the form"</a>
            <p class="header__brand"><svg class="header__mark" aria-hidden="true"><use href="#icon-brand"></use></svg> "Policy Builder"</p>
            <h1 class="header__name">{name}</h1>
            {readiness()}
            <div class="header__actions">
                <Button id="open" label="Open" picture=IconName::Open on_press=move |()| browser::show_dialog(DIALOG, true)/>
                {theme_button()}
            </div>
        </header>
    }
}

/// Ready to send, or what is in the way.
fn readiness() -> AnyView {
    let reports = expect_context::<Reports>();
    let errors = memo(move || reports.count(Severity::Error));
    let picture = derived(move || if errors.get() == 0 { IconName::Check } else { IconName::Error });
    let class = text(move || if errors.get() == 0 { "readiness" } else { "readiness readiness--errors" }.to_owned());
    let says = text(move || match errors.get() {
        0 => "Ready to send".to_owned(),
        1 => "1 error".to_owned(),
        count => format!("{count} errors"),
    });
    view! { <p class=class>{changing_icon(picture)} <span>{says}</span></p> }.into_any()
}

fn theme_button() -> AnyView {
    let theme = RwSignal::new(Theme::of(browser::load(THEME).as_deref()));
    Effect::new(move |_| browser::set_root_attribute("data-theme", theme.get().word()));
    let next = move |()| {
        theme.update(|theme| *theme = theme.next());
        browser::save(THEME, theme.get_untracked().word());
    };
    let label = text(move || theme.get().label().to_owned());
    view! { <Button kind=ButtonKind::IconOnly picture=IconName::Theme label on_press=next/> }.into_any()
}

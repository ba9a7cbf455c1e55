//! A button.

use leptos::prelude::*;

use super::{IconName, icon};
use crate::view::press;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do here.
    Primary,
    /// One of several things to do.
    #[default]
    Plain,
    /// A thing to do that stays in the background.
    Quiet,
    /// Only its icon is seen; its text is its name.
    IconOnly,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Plain => "button",
            Self::Quiet => "button button--quiet",
            Self::IconOnly => "button button--quiet button--icon",
        }
    }
}

/// A button that does not submit anything.
#[component]
pub fn Button(
    /// What it does, as a verb.
    #[prop(into)]
    label: Signal<String>,
    /// What happens when it is pressed.
    #[prop(into)]
    on_press: Callback<()>,
    /// How much it stands out.
    #[prop(optional)]
    kind: ButtonKind,
    /// A picture in front of the text.
    #[prop(optional, into)]
    picture: Option<IconName>,
    /// The element's id, for the focus.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let title = (kind == ButtonKind::IconOnly).then_some(label);
    view! {
        <button type="button" id=id class=kind.class().to_owned() title=title on:click=press(move || on_press.run(()))>
            {picture.map(icon)}
            <span class="button__label">{label}</span>
        </button>
    }
}

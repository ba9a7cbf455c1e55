//! Icons of the sprite in `index.html`.

use leptos::prelude::*;
use tyk_policy::check::Severity;

use crate::view::text;

/// The icons that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// A tick.
    Check,
    /// A cross in a circle: an error.
    Error,
    /// A triangle: a warning.
    Warning,
    /// An i in a circle.
    Info,
    /// Two sheets.
    Copy,
    /// A plus.
    Add,
    /// A cross.
    Close,
    /// A bin.
    Remove,
    /// An arrow that points down.
    Chevron,
    /// A folder.
    Open,
    /// A paper plane.
    Send,
    /// An arrow that turns back.
    Back,
    /// A half-filled circle.
    Theme,
}

impl IconName {
    /// The id of the symbol in the sprite.
    fn reference(self) -> &'static str {
        match self {
            Self::Check => "#icon-check",
            Self::Error => "#icon-error",
            Self::Warning => "#icon-warning",
            Self::Info => "#icon-info",
            Self::Copy => "#icon-copy",
            Self::Add => "#icon-add",
            Self::Close => "#icon-close",
            Self::Remove => "#icon-remove",
            Self::Chevron => "#icon-chevron",
            Self::Open => "#icon-open",
            Self::Send => "#icon-send",
            Self::Back => "#icon-back",
            Self::Theme => "#icon-theme",
        }
    }
}

/// The icon of a severity.
#[must_use]
pub fn severity_icon(severity: Severity) -> IconName {
    match severity {
        Severity::Error => IconName::Error,
        Severity::Warning => IconName::Warning,
        Severity::Info => IconName::Info,
    }
}

/// A small picture that says nothing on its own: the text beside it does.
#[must_use]
pub fn icon(name: IconName) -> AnyView {
    changing_icon(Signal::stored(name))
}

/// A picture that changes.
#[must_use]
pub fn changing_icon(name: Signal<IconName>) -> AnyView {
    let reference = text(move || name.get().reference().to_owned());
    view! {
        <svg class="icon" aria-hidden="true">
            <use href=reference></use>
        </svg>
    }
    .into_any()
}

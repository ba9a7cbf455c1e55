//! Icons. Their shapes are in `style/icon.css`.

use leptos::prelude::*;
use tyk_policy::check::Severity;

use crate::view::{Element, span};

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
    /// An arrow that turns forth.
    Forth,
    /// A half-filled circle.
    Theme,
}

impl IconName {
    /// The name by which `style/icon.css` knows it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
            Self::Copy => "copy",
            Self::Add => "add",
            Self::Close => "close",
            Self::Remove => "remove",
            Self::Chevron => "chevron",
            Self::Open => "open",
            Self::Send => "send",
            Self::Back => "back",
            Self::Forth => "forth",
            Self::Theme => "theme",
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
pub fn icon(name: IconName) -> Element {
    span("icon").attr("aria-hidden", "true").attr("data-icon", name.as_str())
}

/// A picture that changes; `name` is that of an [`IconName`].
pub fn changing_icon(name: Signal<String>) -> Element {
    span("icon").attr("aria-hidden", "true").attr("data-icon", name)
}

//! On a narrow page: one part at a time, chosen at the foot.

use crate::view::{Chosen, Element, aria, button, element, press};

/// The part of the page that a narrow screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NarrowView {
    /// The form.
    Form,
    /// curl and JSON.
    Preview,
    /// The connection and Send.
    Send,
}

impl NarrowView {
    /// All parts, in the order of the bar.
    pub(super) const ALL: [Self; 3] = [Self::Form, Self::Preview, Self::Send];

    /// The word in the page's style class.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Preview => "preview",
            Self::Send => "send",
        }
    }

    /// The id of its button in the bar, which others press who lead there.
    fn button_id(self) -> &'static str {
        match self {
            Self::Form => "narrow-form",
            Self::Preview => "narrow-preview",
            Self::Send => "narrow-send",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Form => "Form",
            Self::Preview => "Preview",
            Self::Send => "Send",
        }
    }
}

/// The bar at the foot. `view` is the chosen part.
pub(super) fn narrow_bar(view: Chosen<NarrowView>) -> Element {
    let choice = |part: NarrowView| {
        button("narrow-bar__button")
            .attr("type", "button")
            .id(part.button_id())
            .attr("aria-pressed", aria(move || view.get() == part))
            .on("click", press(move || view.set(part)))
            .child(part.label())
    };
    element("nav")
        .attrs(&[("class", "narrow-bar"), ("aria-label", "Part of the page")])
        .children(NarrowView::ALL.map(choice))
}

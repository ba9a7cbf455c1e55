//! What is chosen in the pane, which stays while another pane is shown.

use leptos::prelude::*;

use super::paths::Request;
use super::shown::Shown;
use super::traffic::Plan;
use crate::desk::Desk;
use crate::view::Chosen;

/// The parts of the pane, of which one is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Gets,
    Paths,
    Traffic,
    Session,
}

impl Part {
    pub(super) const ALL: [Self; 4] = [Self::Gets, Self::Paths, Self::Traffic, Self::Session];

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Gets => "What a key gets",
            Self::Paths => "Paths",
            Self::Traffic => "Traffic",
            Self::Session => "Session",
        }
    }
}

/// What is chosen for the policy that lies on the desk.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    sheet: u32,
    pub(super) part: Chosen<Part>,
    pub(super) request: Request,
    pub(super) plan: Plan,
}

impl Kept {
    /// What was chosen before, if it was for the same policy. It lives as long as the page does.
    pub(super) fn of(desk: Desk, shown: Shown) -> Self {
        if let Some(kept) = use_context::<Self>().filter(|kept| kept.sheet == desk.sheet()) {
            return kept;
        }
        let part = use_context::<Self>().map_or(Part::Gets, |kept| kept.part.get_untracked());
        let make = || {
            let kept = Self {
                sheet: desk.sheet(),
                part: Chosen::new(&Part::ALL, part),
                request: Request::new(),
                plan: Plan::new(shown),
            };
            provide_context(kept);
            kept
        };
        match page() {
            Some(page) => page.with(make),
            None => make(),
        }
    }
}

/// What owns the whole page.
fn page() -> Option<Owner> {
    std::iter::successors(Owner::current(), Owner::parent).last()
}

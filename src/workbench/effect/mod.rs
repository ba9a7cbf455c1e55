//! What the policy does to a key: worked out by the model, and shown while the pane is open. All of it is a part that is loaded
//! when the pane is first shown.

mod apis;
mod counters;
mod facts;
mod ignored;
mod kept;
mod pane;
mod paths;
mod refused;
mod session;
mod shown;
mod traffic;
mod which;

use super::preview::pane as frame;
use crate::desk::desk;
use crate::later::{Draw, later};
use crate::view::Element;

later! {
    /// What is in the pane.
    part effect;
    pub fn effect_content() -> Draw { || pane::content().into_any() }
}

/// The pane.
pub(super) fn effect_pane() -> Element {
    let effect = desk().preview.effect;
    effect.show(|| ());
    frame("tab-effect").child(effect.view())
}

//! What is shown of the conversation with a dashboard. All of it is the part `dashboard`.

mod comparing;
mod connections;
mod dialog;
mod differences;
mod doctor;
mod failed;
mod history;
mod moving;
mod outcome;
mod picker;
mod policies;
mod remedy;
mod taken;

pub(crate) use differences::{differences, said};

use crate::conversation::list_again;
use crate::desk::Desk;
use crate::later::{Draw, later};

later! {
    /// What became of Send.
    part dashboard;
    pub fn outcome_view() -> Draw { || outcome::outcome().into_any() }
}

later! {
    /// The APIs to choose from.
    part dashboard;
    pub fn picker_view() -> Draw { || picker::picker().into_any() }
}

later! {
    /// Asks for the policies as they are now.
    part dashboard;
    pub fn ask_for_policies(desk: Desk) -> () { list_again(desk) }
}

later! {
    /// Policies, connections, and what was sent.
    part dashboard;
    pub fn dialog_view() -> Draw { || dialog::content().into_any() }
}

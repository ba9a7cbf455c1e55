//! The list of APIs, however many there are, and what is done with many of them at once.
//!
//! All of it is in the part `fields`: a policy begins without any API.

mod arrange;
mod bar;
mod found;
mod limits;
mod list;
mod paste;
mod same;
mod select;
mod selection;
mod showing;
mod words;

pub(super) use showing::{Showing, showing};

use crate::later::{Draw, later};

later! {
    /// The list.
    part fields;
    pub(super) fn list_view() -> Draw { || list::api_list(showing()).into_any() }
}

later! {
    /// What filters and sorts the list.
    part fields;
    pub(super) fn bar_view() -> Draw { || bar::bar().into_any() }
}

later! {
    /// What is done with the selected APIs.
    part fields;
    pub(super) fn select_view() -> Draw { || select::select_bar().into_any() }
}

later! {
    /// Adding APIs by a list of their ids.
    part fields;
    pub(super) fn paste_view() -> Draw { || paste::paste_form().into_any() }
}

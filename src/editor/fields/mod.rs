//! The controls of what is not seen at once: groups of fields, objects, lists and maps of any depth. All of it is the part
//! `fields`.

mod control;
mod draw;
mod list;
mod map;
mod object;
mod raw;

use leptos::prelude::*;
use tyk_policy::catalogue::FieldGroup;

use super::entry::entry_fields;
use crate::document::{Place, Row};
use crate::later::later;

/// What draws the fields of a group. The place is that of what holds them.
pub type DrawGroup = fn(Place, &'static FieldGroup) -> AnyView;

/// What draws the fields of an API.
pub type DrawEntry = fn(Row) -> AnyView;

later! {
    /// The fields of an API.
    part fields;
    pub fn entry_view() -> DrawEntry { |row| entry_fields(&row, row.entry()).into_any() }
}

later! {
    /// The fields of a group.
    part fields;
    pub fn group_view() -> DrawGroup { draw::group }
}

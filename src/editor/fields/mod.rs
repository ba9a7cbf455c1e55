//! The controls of what is not seen at once: groups of fields, objects, lists and maps of any depth. All of it is the part
//! `fields`.

mod control;
mod draw;
mod list;
mod map;
mod object;
mod others;
mod raw;

use leptos::prelude::*;
use tyk_policy::catalogue::FieldGroup;

use super::entry::entry_fields;
use crate::document::{Place, Row};
use crate::later::{Draw, later};

/// A group to be drawn: the place of what holds the fields, and which they are.
pub type Group = (Place, &'static FieldGroup);

later! {
    /// The fields of the API that is given by context.
    part fields;
    pub fn entry_view() -> Draw {
        || {
            let row: Row = expect_context();
            entry_fields(&row, row.entry()).into_any()
        }
    }
}

later! {
    /// The fields of the group that is given by context.
    part fields;
    pub fn group_view() -> Draw {
        || {
            let (place, group): Group = expect_context();
            draw::group(place, group)
        }
    }
}

later! {
    /// What is kept as it came.
    part fields;
    pub fn kept_view() -> Draw { others::others }
}

//! One API: a line that says what it is, and its fields when it is opened, which are a part of their own.

mod fields;
mod groups;
mod row;

pub(super) use fields::{entry_fields, field_findings};
pub(super) use row::entry_row;

use leptos::prelude::{AnyView, provide_context};

use super::fields::entry_view;
use crate::document::Row;
use crate::later::Part;

/// The fields of an open API.
fn entry_part(row: Row) -> AnyView {
    let part = Part::new(|| Box::pin(entry_view()));
    part.show(|| ());
    part.view_of(move || provide_context(row.clone()))
}

//! One API: a line that says what it is, and its fields when it is opened.

mod fields;
mod groups;
mod row;

pub(super) use fields::field_findings;
pub(super) use row::entry_row;

//! One table of all fields: the only place that says what a field is called, holds and means.
//!
//! The facts are those of policy-model.md sections 1 to 10c. Each file holds the fields of one subject; `lookup` finds
//! them, `schema`, `reference` and `explanation` write the table down for editors, readers and the command line.

mod dashboard;
mod endpoints;
mod entry;
mod explanation;
mod field;
mod graphql;
mod group;
mod key;
mod kind;
mod limit;
mod lookup;
mod mcp;
mod nearest;
mod objects;
mod partitions;
mod reference;
mod root;
mod schema;
mod section;
mod smoothing;
mod version;
mod words;

// The tables: all fields that they make public.
pub use dashboard::*;
pub use endpoints::*;
pub use entry::*;
pub use graphql::*;
pub use group::*;
pub use key::*;
pub use limit::*;
pub use mcp::*;
pub use partitions::*;
pub use root::*;
pub use smoothing::*;

pub use explanation::explanation;
pub use field::{Field, Home, Owner};
pub use kind::Kind;
pub use lookup::{FieldAt, all, find};
pub use nearest::nearest;
pub use objects::{OBJECTS, ObjectKind};
pub use reference::reference;
pub use schema::schema;
pub use section::SectionName;
pub use version::Version;

/// Where a known root field of this name stands in the table, which is the alphabetical order of Tyk's own schema.
#[must_use]
pub fn root_position(name: &str) -> Option<usize> {
    ROOT.iter().position(|field| field.name == name)
}

/// The known root field of this name.
#[must_use]
pub fn root_field(name: &str) -> Option<&'static Field> {
    ROOT.iter().copied().find(|field| field.name == name)
}

/// The run-time field of keys of this name, which does nothing in a policy.
#[must_use]
pub fn key_field(name: &str) -> Option<&'static Field> {
    KEY_FIELDS.iter().copied().find(|field| field.name == name)
}

//! Policies: what is done with them, and what is read of a body and of a query.

mod body;
mod id;
mod query;
mod read;
mod write;

pub use query::{Field, Order, Query};
pub use read::{list, one, search};
pub use write::{create, delete, replace};

//! What callers see of the local dashboard.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

mod apis;
mod authorization;
mod caller;
mod creating;
mod file;
mod reading;
mod refusing;

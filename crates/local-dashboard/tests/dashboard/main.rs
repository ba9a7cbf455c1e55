//! What callers see of the local dashboard.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

mod apis;
mod authorization;
mod caller;
mod creating;
mod deleting;
mod faults;
mod file;
mod keys;
mod organisations;
mod reading;
mod refusing;
mod replacing;
mod searching;

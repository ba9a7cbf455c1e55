//! Passing the policy on: as a link that holds it, and as a file. All of it is in the part `work`.

mod file;
mod incoming;
mod link;
mod share;

pub(crate) use file::download;
pub(crate) use incoming::Incoming;
pub(crate) use share::Share;

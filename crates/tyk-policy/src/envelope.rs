//! The outermost object of what the Policy Builder passes on to itself, which says in which version it is written.

use crate::draft::{Json, Object};
use crate::read;

/// Why an envelope stays closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// It is of this version, which is not known here yet.
    Newer(u64),
    /// It is no such envelope, or was damaged on its way.
    Broken,
}

/// The members of the object that `text` is, if its member `name` says a version up to `newest`.
pub fn open(text: &str, name: &str, newest: u64) -> Result<Object, Closed> {
    let Ok(Json::Object(object)) = read::json(text) else { return Err(Closed::Broken) };
    let version = object.get(name).and_then(Json::as_integer).and_then(|version| u64::try_from(version).ok());
    match version {
        None | Some(0) => Err(Closed::Broken),
        Some(version) if version > newest => Err(Closed::Newer(version)),
        Some(_) => Ok(object),
    }
}

//! What stands behind an error of the libraries.

use std::error::Error;
use std::io;

/// The first cause of this type. An `io::Error` keeps the one that it was made of apart from its causes.
pub fn find<'a, E: Error + 'static>(error: &'a (dyn Error + 'static)) -> Option<&'a E> {
    if let Some(found) = error.downcast_ref::<E>() {
        return Some(found);
    }
    let within = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    match within {
        Some(within) => find(within),
        None => error.source().and_then(find),
    }
}

/// The error that this one was made of, through all wrappings.
pub fn innermost(error: &io::Error) -> &io::Error {
    match error.get_ref().and_then(|within| within.downcast_ref()) {
        Some(within) => innermost(within),
        None => error,
    }
}

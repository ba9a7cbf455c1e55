//! Why a question led to nothing.

use tyk_policy::answer::Failure;

/// What is said where the answer would stand, and the failure that may be helped, if a call was made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problem {
    /// In words; empty if nothing is wrong.
    pub says: String,
    /// What became of the call.
    pub failure: Option<Failure>,
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        Self { says: format!("{failure} {}", failure.way_out()), failure: Some(failure) }
    }
}

/// What is wrong before any call.
impl From<String> for Problem {
    fn from(says: String) -> Self {
        Self { says, failure: None }
    }
}

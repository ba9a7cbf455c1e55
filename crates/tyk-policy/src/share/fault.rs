//! Why a link gives no policy.

use std::fmt;

/// Why a link gives no policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareFault {
    /// It is of this version, which is not known here yet.
    Newer(u64),
    /// It was cut short or altered on its way.
    Damaged,
    /// Its text is larger than [`Shared::LARGEST`](super::Shared::LARGEST).
    TooLarge,
}

/// What is in the way and the way out.
impl fmt::Display for ShareFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Newer(_) => {
                "This link was made by a newer Policy Builder. Reload the page to get the newest one, or ask for the \
                 policy as a file."
            }
            Self::Damaged => {
                "This link was cut short or altered. Copy all of it again, or ask for the policy as a file."
            }
            Self::TooLarge => "The policy is larger than a link may hold, which is 20 MB. Pass it on as a file.",
        })
    }
}

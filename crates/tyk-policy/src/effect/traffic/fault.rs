//! Why traffic cannot be simulated.

use std::fmt;

use super::arrivals::{LONGEST, MOST_REQUESTS};
use super::waiting::MOST_TRIES;
use crate::effect::words::numbers::length;
use crate::number::grouped;

/// Why traffic cannot be simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrafficFault {
    /// A stretch begins before the one in front of it, or has more requests or seconds than a stretch may have.
    Stretch(usize),
    /// It takes longer than a month.
    TooLong,
    /// There are more requests than are counted.
    TooMany,
    /// With throttling, there are more tries than are counted.
    TooManyTries,
}

/// What is in the way and the way out.
impl fmt::Display for TrafficFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stretch(index) => write!(
                f,
                "part {} of the traffic begins before the one in front of it, or has over 1,000,000 requests or a day",
                index + 1
            ),
            Self::TooLong => write!(f, "the traffic takes longer than {}: make it shorter", length(LONGEST / 1_000)),
            Self::TooMany => {
                write!(f, "these are more than {} requests: make the traffic shorter or slower", grouped(MOST_REQUESTS))
            }
            Self::TooManyTries => write!(
                f,
                "with throttling these are more than {} tries: make the traffic shorter or slower",
                grouped(MOST_TRIES)
            ),
        }
    }
}

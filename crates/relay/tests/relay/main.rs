//! The relay as a caller and a dashboard see it: real connections on this machine, written and read by hand.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod caller;
mod forwarding;
mod limits;
mod serving;
mod streaming;
mod tls;
mod trouble;
mod upstream;

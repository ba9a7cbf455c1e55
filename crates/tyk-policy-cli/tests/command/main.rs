//! The `tyk-policy` command as a user runs it: a real process each time.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

mod attacks;
mod check;
mod colour;
mod convert;
mod corpus;
mod curl;
mod dashboard;
mod durability;
mod effect;
mod explain;
mod faults;
mod fix;
mod floods;
mod folder;
mod general;
mod http;
mod known;
mod new;
mod output;
mod page;
mod path;
mod program;
mod relay;
mod sarif;
mod send;
mod serve;
mod server;
mod shell;
mod stream;
mod terminal;

//! Every command that is printed is run by real shells, or taken apart by a model of those that cannot be run here, and what
//! arrives is compared with the request that the model says it is, byte by byte.
//!
//! A shell that is not installed is left out with a word; `docs/exactness.md` is compared only where all are there.
#![cfg(test)]
#![cfg(unix)]

#[expect(dead_code, reason = "shared with the tests of the whole product, which use the rest")]
#[path = "../../../../tests/product/harness/http.rs"]
mod http;
#[expect(dead_code, reason = "shared with the tests of the whole product, which use the rest")]
#[path = "../../../../tests/product/harness/listener.rs"]
mod listener;

mod bodies;
mod cell;
mod cmd;
mod cmd_model;
mod expanded;
mod matrix;
mod page;
mod power_shell;
mod processes;
mod quoting;
mod recorder;
mod refused;
mod runner;
mod script;
mod setup;
mod shell;
mod wine;

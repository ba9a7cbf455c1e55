//! The whole product: a real browser on the built page, real shells, real servers. Run by `cargo xtask test product`.
#![expect(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on has failed")]

mod accessibility;
mod agreement;
mod apart;
mod choosing;
mod config;
mod connecting;
mod copying;
mod corpus;
mod cross_origin;
mod deleting;
mod documents;
mod durability;
mod exactness;
mod failures;
mod findings;
mod first_policy;
mod harness;
mod history;
mod keyboard;
mod leak;
mod looks;
mod mixed_content;
mod moving;
mod names;
mod opening;
mod opening_stored;
mod parts;
mod proxies;
mod refusals;
mod relayed;
mod sending;
mod steps;
mod strictness;
mod updating;

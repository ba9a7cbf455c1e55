//! What a dashboard said, and what it means (dashboard-api.md sections 2–4, browser-post.md section 5).

mod apis;
mod created;
mod failure;

pub use apis::{ApiKind, KnownApi, ListFailure, apis};
pub use created::{Created, Reply, created, keys_for};
pub use failure::{Answer, Failure, NoAnswer};

//! What a dashboard said, and what it means (dashboard-api.md sections 2–5, browser-post.md section 5).

mod apis;
mod call;
mod failure;
mod fields;
mod reply;
mod sentence;
mod stored;
mod written;

pub(crate) use apis::definition_id;
pub use apis::{ApiKind, ApiPage, KnownApi, apis, mcps, path_pattern};
pub use call::Call;
pub use failure::{Cause, Failure, NoAnswer};
pub use reply::{Answer, Reply};
pub use stored::{PolicyPage, StoredPolicy, key_id, policies, stored};
pub use written::{Created, created, deleted, keys_for, updated};

use crate::draft::{Json, Object};
use crate::read;

/// The object that a successful answer is.
fn object(call: Call, answer: &Answer) -> Result<Object, Failure> {
    match read::json(&answer.body) {
        Ok(Json::Object(object)) if answer.is_success() => Ok(object),
        _ => Err(Failure::of(call, answer)),
    }
}

/// How many pages a list says that it has.
fn pages(object: &Object, name: &str) -> u32 {
    object.get(name).and_then(Json::as_integer).and_then(|pages| u32::try_from(pages).ok()).unwrap_or(0)
}

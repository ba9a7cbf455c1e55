//! Draft to the bytes of a body. What this writes is what is shown and what is sent.

mod form;
mod json;
mod patch;

pub use form::JsonForm;
pub use json::{Layout, deceives, draft, entry, json, with_entries};
pub use patch::{patch, patch_policies};

//! Draft to the bytes of a body. What this writes is what is shown and what is sent.

mod json;
mod patch;

pub use json::{Layout, deceives, draft, json};
pub use patch::{patch, patch_policies};

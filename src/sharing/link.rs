//! A link that holds a policy, and the policy that a link holds.

use tyk_policy::share::{ShareFault, Shared, fragment, payload_of};

use crate::browser::{self, CutOff};

/// The link to this page with the policy in it; nothing if this browser cannot compress.
pub(super) async fn link_to(shared: &Shared) -> Option<String> {
    let bytes = browser::compressed(shared.to_text().as_bytes()).await.ok()?;
    Some(format!("{}#{}", browser::page_address(), fragment(&browser::base64(&bytes)?)))
}

/// The policy in a link's fragment; nothing if the fragment is about something else.
///
/// # Errors
/// Why the link gives no policy.
pub(super) async fn shared_in(fragment: &str) -> Result<Option<Shared>, ShareFault> {
    let Some(payload) = payload_of(fragment)? else { return Ok(None) };
    let packed = browser::bytes_of_base64(payload).ok_or(ShareFault::Damaged)?;
    let bytes = browser::decompressed(&packed, Shared::LARGEST).await.map_err(|cause| match cause {
        CutOff::TooLarge => ShareFault::TooLarge,
        CutOff::Broken => ShareFault::Damaged,
    })?;
    let text = String::from_utf8(bytes).map_err(|_| ShareFault::Damaged)?;
    Shared::read(&text).map(Some)
}

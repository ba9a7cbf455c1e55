//! What a share link says: a policy and nothing else.
//!
//! The text is compressed and written as Base64 by whoever makes the link, and its compression should bring a checksum
//! (zlib's or gzip's): a text that was altered and still is a policy cannot be told from another policy here.

mod contents;
mod fault;
mod link;

pub use fault::ShareFault;
pub use link::{fragment, payload_of};

use crate::draft::{Draft, Json};
use crate::envelope::{self, Closed};
use crate::moving;
use crate::write::{self, Layout};

/// The member that says the version, and the newest version.
const VERSION: (&str, u64) = ("policy-builder", 1);
/// The member that holds the policy.
const POLICY: &str = "policy";

/// A policy as it is shared: without what a dashboard sets itself and without its organisation. By its type it holds no
/// key and no address.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    draft: Draft,
    left_out: Vec<String>,
}

impl Shared {
    /// The longest text that is read, in bytes. A longer one should not become a link.
    pub const LARGEST: usize = 20 << 20;

    /// What of a policy is shared.
    #[must_use]
    pub fn of(draft: &Draft) -> Self {
        let shared = moving::stripped(draft);
        let names = |draft: &Draft| draft.members().into_iter().map(|(name, _)| name.to_owned()).collect::<Vec<_>>();
        let kept = names(&shared);
        let mut left_out = names(draft);
        left_out.retain(|name| !kept.contains(name));
        left_out.dedup();
        Self { draft: shared, left_out }
    }

    /// The policy.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The names of the fields that were there and are not shared.
    #[must_use]
    pub fn left_out(&self) -> &[String] {
        &self.left_out
    }

    /// The text that goes into a link once it is compressed, on one line.
    #[must_use]
    pub fn to_text(&self) -> String {
        let (name, version) = VERSION;
        // What is written has no newline but those between its tokens.
        let policy = write::draft(&self.draft, Layout::Flush).replace('\n', "");
        format!("{{\"{name}\":{version},\"{POLICY}\":{policy}}}")
    }

    /// Reads the text of a link, as [`Shared::to_text`] writes it.
    ///
    /// # Errors
    /// The text was cut short or altered, is too large, or is of a newer version.
    pub fn read(text: &str) -> Result<Self, ShareFault> {
        if text.len() > Self::LARGEST {
            return Err(ShareFault::TooLarge);
        }
        let (name, newest) = VERSION;
        let object = envelope::open(text, name, newest).map_err(|closed| match closed {
            Closed::Newer(version) => ShareFault::Newer(version),
            Closed::Broken => ShareFault::Damaged,
        })?;
        let policy = object.into_members().into_iter().rev().find(|(name, _)| name == POLICY);
        match policy {
            // Whoever wrote it: a shared policy has no read-only fields.
            Some((_, Json::Object(policy))) => Ok(Self::of(&Draft::from_object(policy))),
            _ => Err(ShareFault::Damaged),
        }
    }

    /// What a reader of the link will learn, each thing in words. Every member of the policy is named or counted.
    #[must_use]
    pub fn contents(&self) -> Vec<String> {
        contents::of(&self.draft)
    }
}

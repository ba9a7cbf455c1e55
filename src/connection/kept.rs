//! The key, kept for this tab, if its owner asked for that.

use leptos::prelude::*;
use tyk_policy::request::ApiKey;

use super::Connection;
use crate::browser::{self, Keep};

/// What keeping the key means.
pub const KEEPING: &str =
    "Keep the key until this tab is closed. Every program on this page's origin can read it then.";

/// The names in the tab's session storage.
const KEY: &str = "policy-builder-key";
const ADDRESS: &str = "policy-builder-key-address";

/// The id of the input, which alone holds the key as text.
pub const KEY_INPUT: &str = "connection-key";

impl Connection {
    /// Keeps the key from now on, or forgets it.
    pub fn set_keeping(&self, keeps: bool) {
        self.keeps_key.set(keeps);
        if keeps {
            self.keep();
        } else {
            browser::save(Keep::ForTab, KEY, None);
            browser::save(Keep::ForTab, ADDRESS, None);
        }
    }

    /// Keeps what stands in the input, with the address that it is for.
    pub(super) fn keep(&self) {
        if !self.keeps_key.get_untracked() {
            return;
        }
        // Before the page is drawn nobody has typed anything: what was kept stays.
        let Some(typed) = browser::value_of(KEY_INPUT) else { return };
        let key = Some(typed).filter(|_| self.key.with_untracked(|key| *key != ApiKey::default()));
        browser::save(Keep::ForTab, KEY, key.as_deref());
        browser::save(Keep::ForTab, ADDRESS, key.map(|_| self.address.get_untracked()).as_deref());
    }

    /// Takes what was kept, unless the page's owner has set another address.
    pub(super) fn take_kept(&self) {
        let kept = browser::load(Keep::ForTab, KEY).zip(browser::load(Keep::ForTab, ADDRESS));
        let Some((key, address)) = kept else { return };
        if self.address.with_untracked(|own| own.is_empty() || *own == address) {
            self.address.set(address);
            self.put_key(&key);
            self.keeps_key.set(true);
        }
    }
}

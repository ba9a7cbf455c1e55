//! What the browser keeps. It can be full, refused or cleared: nothing here may be needed.

use leptos::prelude::window;
use web_sys::Storage;

/// For how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Between visits. Never a key.
    ForVisits,
    /// Until the tab is closed.
    ForTab,
}

impl Keep {
    fn storage(self) -> Option<Storage> {
        let storage = match self {
            Self::ForVisits => window().local_storage(),
            Self::ForTab => window().session_storage(),
        };
        storage.ok()?
    }
}

/// A kept text.
#[must_use]
pub fn load(keep: Keep, name: &str) -> Option<String> {
    keep.storage()?.get_item(name).ok()?
}

/// Keeps a text, or forgets it. Says whether that worked.
pub fn save(keep: Keep, name: &str, value: Option<&str>) -> bool {
    let Some(storage) = keep.storage() else { return false };
    match value {
        Some(value) => storage.set_item(name, value).is_ok(),
        None => storage.remove_item(name).is_ok(),
    }
}

/// The names that begin with `prefix` of what is kept between visits.
pub fn names(prefix: &str) -> impl Iterator<Item = String> {
    let storage = Keep::ForVisits.storage();
    let count = storage.as_ref().and_then(|storage| storage.length().ok()).unwrap_or_default();
    let names: Vec<_> = (0..count).filter_map(|index| storage.as_ref()?.key(index).ok()?).collect();
    let prefix = prefix.to_owned();
    names.into_iter().filter(move |name| name.starts_with(&prefix))
}

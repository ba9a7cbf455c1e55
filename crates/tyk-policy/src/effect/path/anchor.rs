//! A loose pattern held to the path that it names.

use crate::catalogue::{ALLOWED_URLS, URL};
use crate::check::Fix;
use crate::draft::{Edit, Json};
use crate::effect::ApiEffect;
use crate::pattern::{self, Mode, Pattern};

/// The edit that holds the allowed path at `index` to the path that it names and what lies below, if it is loose (rule M8)
/// and two marks do that. The listen path goes in front where it is known: the Gateway looks at the whole path of a request.
#[must_use]
pub fn anchor(api: &ApiEffect, index: usize) -> Option<Fix> {
    let url = &api.right.allowed_urls.get(index)?.url;
    if url.is_empty() || !pattern::is_loose(url) {
        return None;
    }
    let listen_path = api.listen_path.trim_end_matches('/');
    let is_whole = url.starts_with('/') && (url.starts_with(listen_path) || *url == "/");
    let slash = if url.starts_with('/') { "" } else { "/" };
    let path = if is_whole { url.clone() } else { [listen_path, slash, url.as_str()].concat() };
    let held = pattern::anchored(&path)?;
    Pattern::compile(&pattern::prepare(&held, Mode::default())).ok()?;
    let at = api.at.clone().name(ALLOWED_URLS.name).item(index).name(URL.name);
    Some(Fix { says: ["write ", &held].concat(), is_safe: false, edits: vec![Edit::Set(at, Json::from(held))] })
}

//! GET of the APIs that a policy can give access to.

use serde_json::json;

use crate::answer::Answer;
use crate::paging::Page;
use crate::sample::SAMPLE_APIS;

/// One page of the sample APIs that have `part` in their name, in any letter case.
pub fn list(page: Page, part: &str) -> Answer {
    let part = part.to_lowercase();
    let found: Vec<_> = SAMPLE_APIS.iter().filter(|api| api.name.to_lowercase().contains(&part)).collect();
    let (skip, take) = page.skip_and_take();
    let items: Vec<_> = found.iter().skip(skip).take(take).map(|api| api.item()).collect();
    Answer::Json(json!({ "apis": items, "pages": page.count(found.len()) }).to_string())
}

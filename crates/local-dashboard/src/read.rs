//! GET of policies: the list, and one.

use tyk_policy::check;

use crate::answer::{Answer, Refusal};
use crate::paging::Page;
use crate::store::Store;

/// One page of all policies, the oldest first.
pub fn list(store: &Store, page: Page) -> Result<Answer, Refusal> {
    let (skip, take) = page.skip_and_take();
    let (policies, total) = store.list(skip, take).map_err(|_| Refusal::NotRead)?;
    Ok(Answer::Json(format!("{{\"Data\":[{}],\"Pages\":{}}}", policies.join(","), page.count(total))))
}

/// The bare policy that has `id` as its `_id` or its own `id`.
pub fn one(store: &Store, id: &str) -> Result<Answer, Refusal> {
    if !check::is_policy_id(id) {
        return Err(Refusal::NotAPolicyId);
    }
    let policy = store.find(id).map_err(|_| Refusal::NotRead)?;
    policy.map(Answer::Json).ok_or(Refusal::NoSuchPolicy)
}

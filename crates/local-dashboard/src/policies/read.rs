//! GET of policies: lists, and one.

use std::collections::HashMap;

use tyk_policy::check;

use super::query::Query;
use crate::answer::Answer;
use crate::refusal::Refusal;
use crate::store::Store;
use crate::users::User;

/// One page of the user's policies.
pub fn list(store: &Store, user: &User, parameters: &HashMap<String, String>) -> Result<Answer, Refusal> {
    page(store, user, &Query::of_list(parameters))
}

/// One page of those that are searched for.
pub fn search(store: &Store, user: &User, parameters: &HashMap<String, String>) -> Result<Answer, Refusal> {
    page(store, user, &Query::of_search(parameters)?)
}

/// The bare policy that has `id` as its `_id` or its own `id`.
pub fn one(store: &Store, user: &User, id: &str) -> Result<Answer, Refusal> {
    if !check::is_policy_id(id) {
        return Err(Refusal::NotAPolicyId);
    }
    let policy = store.find(user.organisation, id).map_err(|_| Refusal::NotRead)?;
    policy.map(Answer::Json).ok_or(Refusal::NoSuchPolicy)
}

fn page(store: &Store, user: &User, query: &Query) -> Result<Answer, Refusal> {
    let (policies, total) = store.list(user.organisation, query).map_err(|_| Refusal::NotRead)?;
    Ok(Answer::Json(format!("{{\"Data\":[{}],\"Pages\":{}}}", policies.join(","), query.page.count(total))))
}

//! POST, PUT and DELETE of a policy.

use std::time::SystemTime;

use tyk_policy::check;

use super::body::{Body, Own};
use super::id;
use crate::answer::Answer;
use crate::refusal::Refusal;
use crate::store::{NotStored, Store};
use crate::users::User;

/// Stores the policy in `body` and answers its id.
pub fn create(store: &Store, user: &User, body: &[u8]) -> Result<Answer, Refusal> {
    let body = Body::read(body, user.organisation)?;
    let now = SystemTime::now();
    let database_id = id::new(now).map_err(|_| Refusal::NotCreated)?;
    let policy = body.fill_in(&Own {
        database_id: &database_id,
        id: &database_id,
        date_created: &humantime::format_rfc3339_seconds(now).to_string(),
        last_updated: &id::unix_seconds(now).to_string(),
    });
    store.create(user.organisation, &policy).map_err(|reason| refusal(reason, Refusal::NotCreated))?;
    Ok(Answer::Created(database_id))
}

/// Puts the policy in `body` in the place of the one that has `id` as its `_id` or its own `id`.
pub fn replace(store: &Store, user: &User, id: &str, body: &[u8]) -> Result<Answer, Refusal> {
    if !check::is_policy_id(id) {
        return Err(Refusal::NotAPolicyId);
    }
    let body = Body::read(body, user.organisation)?;
    let last_updated = id::unix_seconds(SystemTime::now()).to_string();
    let replaced = store.replace(user.organisation, id, |stored| {
        body.fill_in(&Own {
            database_id: &stored.database_id,
            id: &stored.id,
            date_created: &stored.date_created,
            last_updated: &last_updated,
        })
    });
    replaced.map_err(|reason| refusal(reason, Refusal::NotSaved))?;
    Ok(Answer::Updated)
}

/// Takes out the policy that has `id` as its `_id` or its own `id`.
pub fn delete(store: &Store, user: &User, id: &str) -> Result<Answer, Refusal> {
    if !check::is_policy_id(id) {
        return Err(Refusal::NotAPolicyId);
    }
    match store.delete(user.organisation, id) {
        Ok(true) => Ok(Answer::Deleted),
        Ok(false) => Err(Refusal::NothingToDelete),
        Err(_) => Err(Refusal::NotDeleted),
    }
}

fn refusal(reason: NotStored, if_it_is_the_file: Refusal) -> Refusal {
    match reason {
        NotStored::NameInUse => Refusal::NameInUse,
        NotStored::IdInUse => Refusal::PolicyIdInUse,
        NotStored::NoSuchPolicy => Refusal::NoSuchPolicy,
        NotStored::Database => if_it_is_the_file,
    }
}

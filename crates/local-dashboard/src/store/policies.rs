//! The policies: every write is one transaction, all or nothing.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{Store, begin};

/// A policy to be stored.
#[derive(Clone, Debug)]
pub struct Policy {
    /// `_id`.
    pub database_id: String,
    /// `id`.
    pub id: String,
    /// `name`; empty if it has none.
    pub name: String,
    /// `state`; empty if it has none.
    pub state: String,
    /// `active`.
    pub active: bool,
    /// The whole policy as JSON.
    pub body: String,
}

/// What stays of a policy when another body takes its place.
#[derive(Clone, Debug)]
pub struct Stored {
    position: i64,
    /// `_id`.
    pub database_id: String,
    /// `id`.
    pub id: String,
    /// `date_created`.
    pub date_created: String,
}

/// Why a policy is not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotStored {
    /// Another policy has the name.
    NameInUse,
    /// Another policy has the id.
    IdInUse,
    /// There is no policy to be replaced.
    NoSuchPolicy,
    /// SQLite failed.
    Database,
}

/// A new policy takes no place that could be another's.
const NOWHERE: i64 = -1;

impl Store {
    /// Stores a policy, unless its name or its id is taken in its organisation.
    ///
    /// # Errors
    /// Why it is not stored; nothing has changed then.
    pub fn create(&self, organisation: &str, policy: &Policy) -> Result<(), NotStored> {
        let mut connection = self.lock();
        let transaction = begin(&mut connection)?;
        refuse_what_is_taken(&transaction, organisation, policy, NOWHERE)?;
        transaction.execute(
            "INSERT INTO policy (organisation, database_id, id, name, state, active, body)
             VALUES (?1, ?2, ?3, NULLIF(?4, ''), ?5, ?6, ?7)",
            params![organisation, policy.database_id, policy.id, policy.name, policy.state, policy.active, policy.body],
        )?;
        Ok(transaction.commit()?)
    }

    /// Puts what `replacement` makes of a policy in its place, unless a name or an id would be taken twice.
    ///
    /// # Errors
    /// Why it is not stored; nothing has changed then.
    pub fn replace(
        &self,
        organisation: &str,
        id: &str,
        replacement: impl FnOnce(&Stored) -> Policy,
    ) -> Result<(), NotStored> {
        let mut connection = self.lock();
        let transaction = begin(&mut connection)?;
        let stored = stored(&transaction, organisation, id)?.ok_or(NotStored::NoSuchPolicy)?;
        let policy = replacement(&stored);
        refuse_what_is_taken(&transaction, organisation, &policy, stored.position)?;
        transaction.execute(
            "UPDATE policy SET id = ?2, name = NULLIF(?3, ''), state = ?4, active = ?5, body = ?6 WHERE position = ?1",
            params![stored.position, policy.id, policy.name, policy.state, policy.active, policy.body],
        )?;
        Ok(transaction.commit()?)
    }

    /// Takes a policy out; false if there is none.
    ///
    /// # Errors
    /// SQLite failed; nothing has changed then.
    pub fn delete(&self, organisation: &str, id: &str) -> rusqlite::Result<bool> {
        let mut connection = self.lock();
        let transaction = begin(&mut connection)?;
        let Some(stored) = stored(&transaction, organisation, id)? else { return Ok(false) };
        transaction.execute("DELETE FROM policy WHERE position = ?1", [stored.position])?;
        transaction.commit()?;
        Ok(true)
    }

    /// The body of the policy with this `_id` or, failing that, this `id`.
    ///
    /// # Errors
    /// SQLite failed.
    pub fn find(&self, organisation: &str, id: &str) -> rusqlite::Result<Option<String>> {
        let connection = self.lock();
        let Some(position) = position(&connection, organisation, id)? else { return Ok(None) };
        connection
            .prepare_cached("SELECT body FROM policy WHERE position = ?1")?
            .query_row([position], |row| row.get(0))
            .optional()
    }
}

/// Where the policy with this `_id` or, failing that, this `id` is.
pub fn position(connection: &Connection, organisation: &str, id: &str) -> rusqlite::Result<Option<i64>> {
    let question = "SELECT position FROM policy WHERE organisation = ?1 AND (database_id = ?2 OR id = ?2)
                    ORDER BY database_id = ?2 DESC LIMIT 1";
    connection.prepare_cached(question)?.query_row([organisation, id], |row| row.get(0)).optional()
}

fn stored(transaction: &Transaction<'_>, organisation: &str, id: &str) -> rusqlite::Result<Option<Stored>> {
    let Some(position) = position(transaction, organisation, id)? else { return Ok(None) };
    let question = "SELECT database_id, id, coalesce(body ->> 'date_created', '') FROM policy WHERE position = ?1";
    transaction
        .prepare_cached(question)?
        .query_row([position], |row| {
            Ok(Stored { position, database_id: row.get(0)?, id: row.get(1)?, date_created: row.get(2)? })
        })
        .optional()
}

/// Looks for the name and the id of a policy among all others but the one in whose place it comes.
fn refuse_what_is_taken(
    transaction: &Transaction<'_>,
    organisation: &str,
    policy: &Policy,
    place: i64,
) -> Result<(), NotStored> {
    let is_taken =
        |question: &str, text: &str| transaction.prepare_cached(question)?.exists(params![organisation, text, place]);
    if is_taken("SELECT 1 FROM policy WHERE organisation = ?1 AND name = ?2 AND position <> ?3", &policy.name)? {
        return Err(NotStored::NameInUse);
    }
    let has_id = "SELECT 1 FROM policy WHERE organisation = ?1 AND (id = ?2 OR database_id = ?2) AND position <> ?3";
    if is_taken(has_id, &policy.id)? {
        return Err(NotStored::IdInUse);
    }
    Ok(())
}

impl From<rusqlite::Error> for NotStored {
    fn from(_: rusqlite::Error) -> Self {
        Self::Database
    }
}

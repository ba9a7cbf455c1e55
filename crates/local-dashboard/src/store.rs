//! Where policies are kept: one table of SQLite.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

/// The policies behind their one connection.
#[derive(Debug)]
pub struct Store {
    connection: Mutex<Connection>,
}

/// A policy to be stored.
#[derive(Clone, Debug)]
pub struct NewPolicy {
    /// `_id`.
    pub database_id: String,
    /// `id`.
    pub id: String,
    /// `name`; empty if it has none.
    pub name: String,
    /// The whole policy as JSON.
    pub body: String,
}

/// Why a policy is not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotStored {
    /// Another policy has the name.
    NameInUse,
    /// Another policy has the id.
    IdInUse,
    /// SQLite failed.
    Database,
}

impl Store {
    /// The policies behind a connection whose schema is ours.
    pub fn new(connection: Connection) -> Self {
        Self { connection: Mutex::new(connection) }
    }

    /// Stores a policy, unless its name or its id is taken.
    ///
    /// # Errors
    /// Why it is not stored; nothing has changed then.
    pub fn create(&self, policy: &NewPolicy) -> Result<(), NotStored> {
        let mut connection = self.lock();
        // Immediate: nobody else writes between the questions and the insertion, not even another process.
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let is_taken = |question: &str, text: &str| transaction.prepare_cached(question)?.exists([text]);
        if is_taken("SELECT 1 FROM policy WHERE name = ?1", &policy.name)? {
            return Err(NotStored::NameInUse);
        }
        if is_taken("SELECT 1 FROM policy WHERE id = ?1 OR database_id = ?1", &policy.id)? {
            return Err(NotStored::IdInUse);
        }
        transaction.execute(
            "INSERT INTO policy (database_id, id, name, body) VALUES (?1, ?2, NULLIF(?3, ''), ?4)",
            params![policy.database_id, policy.id, policy.name, policy.body],
        )?;
        Ok(transaction.commit()?)
    }

    /// At most `take` policies behind the first `skip`, the oldest first, and how many there are in all.
    ///
    /// # Errors
    /// SQLite failed.
    pub fn list(&self, skip: usize, take: usize) -> rusqlite::Result<(Vec<String>, usize)> {
        let mut connection = self.lock();
        // One transaction, so that the number belongs to the list.
        let transaction = connection.transaction()?;
        let total: i64 = transaction.query_one("SELECT count(*) FROM policy", [], |row| row.get(0))?;
        let policies = transaction
            .prepare_cached("SELECT body FROM policy ORDER BY position LIMIT ?1 OFFSET ?2")?
            .query_map([whole(take), whole(skip)], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok((policies, usize::try_from(total).unwrap_or_default()))
    }

    /// The policy with this `_id` or, failing that, this `id`.
    ///
    /// # Errors
    /// SQLite failed.
    pub fn find(&self, id: &str) -> rusqlite::Result<Option<String>> {
        let question =
            "SELECT body FROM policy WHERE database_id = ?1 OR id = ?1 ORDER BY database_id = ?1 DESC LIMIT 1";
        self.lock().prepare_cached(question)?.query_row([id], |row| row.get(0)).optional()
    }

    /// The connection, also after a thread broke off while it held it: an open transaction was rolled back then.
    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl From<rusqlite::Error> for NotStored {
    fn from(_: rusqlite::Error) -> Self {
        Self::Database
    }
}

/// SQLite counts in 64 bits with a sign.
fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

//! The keys that were made, by organisation and id.

use rusqlite::params;

use super::policies::position;
use super::{Store, begin};

/// Why a key is not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoKey {
    /// It names a policy that there is not.
    NoSuchPolicy,
    /// SQLite failed.
    Database,
}

impl Store {
    /// Stores a key if all its policies are there, in the place of an older one of the same id.
    ///
    /// # Errors
    /// Why it is not stored; nothing has changed then.
    pub fn keep_key(&self, organisation: &str, id: &str, policies: &[String], session: &str) -> Result<(), NoKey> {
        let mut connection = self.lock();
        let transaction = begin(&mut connection)?;
        for policy in policies {
            position(&transaction, organisation, policy)?.ok_or(NoKey::NoSuchPolicy)?;
        }
        transaction.execute(
            "INSERT OR REPLACE INTO key (organisation, id, session) VALUES (?1, ?2, ?3)",
            params![organisation, id, session],
        )?;
        Ok(transaction.commit()?)
    }
}

impl From<rusqlite::Error> for NoKey {
    fn from(_: rusqlite::Error) -> Self {
        Self::Database
    }
}

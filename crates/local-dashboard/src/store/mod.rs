//! Where policies and keys are kept: two tables of SQLite.

mod keys;
mod list;
mod policies;
mod schema;

use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use keys::NoKey;
pub use policies::{NotStored, Policy};
pub use schema::{OpenError, in_memory, open};

/// The tables behind their one connection.
#[derive(Debug)]
pub struct Store {
    connection: Mutex<Connection>,
}

impl Store {
    /// The tables behind a connection whose schema is ours.
    fn new(connection: Connection) -> Self {
        Self { connection: Mutex::new(connection) }
    }

    /// The connection, also after a thread broke off while it held it: an open transaction was rolled back then.
    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A transaction that writes. Nobody else writes between its first question and its end, not even another process.
fn begin(connection: &mut Connection) -> rusqlite::Result<Transaction<'_>> {
    connection.transaction_with_behavior(TransactionBehavior::Immediate)
}

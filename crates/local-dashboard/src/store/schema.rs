//! The file: whose it is, which version its tables have, and how it comes to the one we know.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fmt, fs, io};

use rusqlite::{Connection, ErrorCode};

use super::Store;
use crate::users::SAMPLE_ORGANISATION;

/// Marks the file as ours (`PRAGMA application_id`): "tykp" in ASCII.
const APPLICATION_ID: i64 = 0x7479_6B70;

/// Version `n` of the tables is what the first `n` of these make. Only ever added to. `$sample` stands for the sample
/// organisation, which owned everything before there was another one.
const STEPS: [&str; 2] = [
    "
    CREATE TABLE policy (
        position INTEGER PRIMARY KEY,
        database_id TEXT NOT NULL UNIQUE,
        id TEXT NOT NULL UNIQUE,
        name TEXT UNIQUE, -- NULL where the policy has none
        body TEXT NOT NULL
    ) STRICT;
    ",
    "
    CREATE TABLE policy_of_organisation (
        position INTEGER PRIMARY KEY,
        organisation TEXT NOT NULL,
        database_id TEXT NOT NULL UNIQUE,
        id TEXT NOT NULL,
        name TEXT, -- NULL where the policy has none
        state TEXT NOT NULL, -- empty where the policy has none
        active INTEGER NOT NULL, -- 0 or 1
        body TEXT NOT NULL,
        UNIQUE (organisation, id),
        UNIQUE (organisation, name)
    ) STRICT;
    INSERT INTO policy_of_organisation
        SELECT position, '$sample', database_id, id, name,
            coalesce(body ->> 'state', ''), coalesce(body ->> 'active', 0), body
        FROM policy;
    DROP TABLE policy;
    ALTER TABLE policy_of_organisation RENAME TO policy;

    CREATE TABLE key (
        organisation TEXT NOT NULL,
        id TEXT NOT NULL,
        session TEXT NOT NULL,
        PRIMARY KEY (organisation, id)
    ) STRICT, WITHOUT ROWID;
    ",
];

/// How long to wait for another process that writes to the same file.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why the file of policies cannot be used.
#[derive(Debug)]
pub enum OpenError {
    /// Its folder cannot be made.
    Folder {
        /// The folder.
        folder: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// It is some other file.
    NotOurs,
    /// It was written by a newer version of this program.
    Newer {
        /// Its version.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// SQLite cannot open, read or write it.
    Sqlite(rusqlite::Error),
}

/// What happened and the way out, without the file's name: whoever asked knows it.
impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder { folder, error } => {
                write!(f, "its folder {} cannot be made ({error}): choose another file", folder.display())
            }
            Self::NotOurs => {
                f.write_str("it is not a local dashboard's file, and is left as it is: choose another file")
            }
            Self::Newer { found, known } => write!(
                f,
                "it was written by a newer version of this program (version {found} of its tables, {known} is the newest \
                 known here): use that version, or choose another file"
            ),
            Self::Sqlite(error) => {
                write!(f, "SQLite cannot use it ({error}): check that you may write there, or choose another file")
            }
        }
    }
}

impl std::error::Error for OpenError {}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotOurs,
            _ => Self::Sqlite(error),
        }
    }
}

/// The policies of the file at `path`, which is made where there is none.
pub fn open(path: &Path) -> Result<Store, OpenError> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| OpenError::Folder { folder: folder.to_owned(), error })?;
    }
    prepare(Connection::open(path)?)
}

/// An empty store.
pub fn in_memory() -> Result<Store, OpenError> {
    prepare(Connection::open_in_memory()?)
}

/// Makes sure of the owner and brings the tables to the newest version, all or nothing.
fn prepare(mut connection: Connection) -> Result<Store, OpenError> {
    connection.busy_timeout(PATIENCE)?;
    // What was answered is on the disk: also the end of the journal, which a loss of power could bring back otherwise.
    connection.pragma_update(None, "synchronous", "EXTRA")?;
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let number = |question: &str| transaction.query_one(question, [], |row| row.get::<_, i64>(0));

    let version = number("PRAGMA user_version")?;
    let is_new = version == 0 && number("SELECT count(*) FROM sqlite_master")? == 0;
    if !is_new && number("PRAGMA application_id")? != APPLICATION_ID {
        return Err(OpenError::NotOurs);
    }
    let known = STEPS.len() as i64;
    if version > known {
        return Err(OpenError::Newer { found: version, known });
    }
    if version < known {
        for step in STEPS.iter().skip(usize::try_from(version).unwrap_or_default()) {
            transaction.execute_batch(&step.replace("$sample", SAMPLE_ORGANISATION))?;
        }
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", known)?;
    }
    transaction.commit()?;
    Ok(Store::new(connection))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_waits_for_the_disk_whatever_sqlite_was_built_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(&folder.path().join("policies.sqlite")).unwrap();
        let connection = store.lock();
        let synchronous: i64 = connection.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap();
        let journal: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        assert_eq!((synchronous, journal.as_str()), (3, "delete"));
    }
}

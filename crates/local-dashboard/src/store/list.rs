//! Lists of policies: what is asked for is found among short entries, so that only the bodies of one page are read.

use std::cmp::Ordering;

use rusqlite::{Connection, params};

use super::Store;
use crate::policies::{Field, Order, Query};

/// What a policy is found and ordered by.
#[derive(Debug)]
struct Entry {
    position: i64,
    database_id: String,
    id: String,
    name: String,
    state: String,
    active: bool,
}

impl Store {
    /// The bodies on the page that is asked for, and how many policies are found in all.
    ///
    /// # Errors
    /// SQLite failed.
    pub fn list(&self, organisation: &str, query: &Query) -> rusqlite::Result<(Vec<String>, usize)> {
        let mut connection = self.lock();
        // One transaction, so that the bodies belong to the entries.
        let transaction = connection.transaction()?;
        let mut found = entries(&transaction, organisation, query.api_ids.as_deref())?;
        found.retain(|entry| entry.is_asked_for(query));
        found.sort_by(|one, other| one.compare(other, query.order));

        let (skip, take) = query.page.skip_and_take();
        let mut body = transaction.prepare_cached("SELECT body FROM policy WHERE position = ?1")?;
        let bodies = found.iter().skip(skip).take(take);
        let bodies = bodies.map(|entry| body.query_row([entry.position], |row| row.get(0)));
        Ok((bodies.collect::<rusqlite::Result<_>>()?, found.len()))
    }
}

/// The entries of an organisation, the oldest first; only those that give access to one of `api_ids`, if there are any.
fn entries(connection: &Connection, organisation: &str, api_ids: Option<&[String]>) -> rusqlite::Result<Vec<Entry>> {
    let api_ids = api_ids.map(|ids| serde_json::Value::from(ids).to_string());
    let question = "SELECT position, database_id, id, coalesce(name, ''), state, active FROM policy
        WHERE organisation = ?1 AND (?2 IS NULL OR EXISTS (
            SELECT 1 FROM json_each(body, '$.access_rights') AS entry
            WHERE entry.key IN (SELECT value FROM json_each(?2))
        ))
        ORDER BY position";
    connection
        .prepare_cached(question)?
        .query_map(params![organisation, api_ids], |row| {
            Ok(Entry {
                position: row.get(0)?,
                database_id: row.get(1)?,
                id: row.get(2)?,
                name: row.get(3)?,
                state: row.get(4)?,
                active: row.get(5)?,
            })
        })?
        .collect()
}

impl Entry {
    fn is_asked_for(&self, query: &Query) -> bool {
        let has_text = |text: &String| {
            *text == self.id || *text == self.database_id || self.name.to_lowercase().contains(&text.to_lowercase())
        };
        query.text.as_ref().is_none_or(has_text)
            && query.ids.as_ref().is_none_or(|ids| ids.contains(&self.database_id))
            && (self.active || !query.active)
            && query.state.as_ref().is_none_or(|state| *state == self.state)
    }

    fn compare(&self, other: &Self, order: Order) -> Ordering {
        let ordering = match order.field {
            Field::DateCreated => self.position.cmp(&other.position),
            Field::Name => self.name.cmp(&other.name),
            Field::State => self.state.cmp(&other.state),
        };
        if order.is_backwards { ordering.reverse() } else { ordering }
    }
}

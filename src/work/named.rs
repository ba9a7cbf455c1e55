//! Saving under a name. Two tabs that save the same name hear of each other.

use leptos::prelude::*;
use tyk_policy::work::Work;

use super::entries::{Entry, NAMED, put, remove};
use super::kept::{Kept, saved_elsewhere, trouble};

/// What stands in the way of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Obstacle {
    /// A name is to be typed first.
    NoName,
    /// Another work has it, and which; it can be replaced.
    Taken(String),
    /// The browser does not keep it, and why.
    NotKept(String),
}

impl Obstacle {
    /// What it is, as a sentence.
    pub fn says(&self) -> String {
        match self {
            Self::NoName => "Type a name for it.".to_owned(),
            Self::Taken(says) | Self::NotKept(says) => says.clone(),
        }
    }
}

/// Saves the policy on the desk under a name. `replaces` says that the work of this name was seen and may go.
pub(super) fn save(kept: Kept, name: &str, replaces: bool) -> Result<(), Obstacle> {
    if name.is_empty() {
        return Err(Obstacle::NoName);
    }
    let key = format!("{NAMED}{name}");
    if let Some(entry) = Entry::load(&key).filter(|_| !replaces) {
        let seen = kept.state.with_value(|state| state.named.clone()).filter(|(own, _)| own == name);
        match seen {
            Some((_, seen)) if seen == entry.text => {}
            Some(_) => return Err(Obstacle::Taken(saved_elsewhere(name, &entry))),
            None => return Err(Obstacle::Taken(format!("There is a saved work “{name}” already."))),
        }
    }
    let work = Work { name: name.to_owned(), ..kept.present() };
    let saved = put(&key, &work).ok_or_else(|| Obstacle::NotKept(trouble()))?;
    kept.flush();
    kept.state.update_value(|state| state.settle(&work, saved));
    kept.rival.set(String::new());
    kept.shelf.update(|shelf| *shelf += 1);
    Ok(())
}

/// Gives a named work another name.
pub(super) fn rename(kept: Kept, entry: &Entry, name: &str) -> Result<(), Obstacle> {
    let Ok(work) = &entry.work else { return Ok(()) };
    if name.is_empty() {
        return Err(Obstacle::NoName);
    }
    let key = format!("{NAMED}{name}");
    if key == entry.key {
        return Ok(());
    }
    if Entry::load(&key).is_some() {
        return Err(Obstacle::Taken(format!("There is a saved work “{name}” already: type another name.")));
    }
    let renamed = Work { name: name.to_owned(), ..work.clone() };
    let saved = put(&key, &renamed).ok_or_else(|| Obstacle::NotKept(trouble()))?;
    remove(&entry.key);
    kept.state.update_value(|state| {
        if let Some(named) = state.named.as_mut().filter(|(own, _)| *own == work.name) {
            *named = (name.to_owned(), saved);
        }
    });
    kept.shelf.update(|shelf| *shelf += 1);
    Ok(())
}

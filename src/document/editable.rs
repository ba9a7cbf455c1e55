//! A part of the policy whose changes can be taken back.

use std::mem::replace;

use leptos::prelude::*;

use super::History;

/// A value that is edited apart from the others. Reading it is reading a signal; each change is a step of the history.
pub struct Editable<T: 'static> {
    value: RwSignal<T>,
    part: u64,
    history: History,
}

impl<T> Clone for Editable<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Editable<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Editable<T> {
    /// A part with a number of its own.
    #[must_use]
    pub fn new(value: RwSignal<T>, history: History) -> Self {
        Self { value, part: history.new_part(), history }
    }

    /// Another handle to the part of this number, for a signal that is given out anew.
    #[must_use]
    pub(super) fn again(value: RwSignal<T>, part: u64, history: History) -> Self {
        Self { value, part, history }
    }

    /// Uses the value and follows it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.value.with(read)
    }

    /// Uses the value as it is now.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.value.with_untracked(read)
    }

    /// The value; whoever asks hears of its changes.
    #[must_use]
    pub fn get(self) -> T {
        self.value.get()
    }

    /// The value as it is now.
    #[must_use]
    pub fn get_untracked(self) -> T {
        self.value.get_untracked()
    }

    /// A change that is a step of its own, or a part of the step that is being done.
    pub fn update(self, edit: impl FnOnce(&mut T)) {
        let mut after = self.get_untracked();
        edit(&mut after);
        self.write(after, false);
    }

    /// A change by typing, which joins what was typed at the same place before.
    pub fn type_in(self, edit: impl FnOnce(&mut T)) {
        let mut after = self.get_untracked();
        edit(&mut after);
        self.write(after, true);
    }

    /// Puts another value in place of this one, by a press or by typing.
    pub fn write(self, after: T, is_typing: bool) {
        let set = || self.set(after);
        if is_typing { self.history.typing(set) } else { self.history.step(set) }
    }

    /// The steps that its changes are noted in.
    pub(super) fn history(self) -> History {
        self.history
    }

    /// Puts another value in place of this one.
    pub fn set(self, after: T) {
        let value = ArcRwSignal::from(self.value);
        let mut other = replace(&mut *value.write(), after);
        // What is shown may differ from what was refused: it is written again, though nothing has changed.
        if value.with_untracked(|after| *after == other) {
            return;
        }
        let exchange = move || {
            let present = value.get_untracked();
            value.set(replace(&mut other, present));
        };
        self.history.note(self.part, Box::new(exchange));
    }
}

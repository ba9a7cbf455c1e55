//! What was done, step by step, and the way back and forth.

use std::collections::VecDeque;

use leptos::prelude::*;

/// So many steps can be taken back.
const MOST_STEPS: usize = 200;

/// Exchanges the value of a part with the one it had before. Done twice, it changes nothing.
pub type Exchange = Box<dyn FnMut() + Send + Sync>;

/// The steps of a document. A step is what one press does, or all that is typed into one field before it is left.
#[derive(Clone, Copy)]
pub struct History {
    steps: StoredValue<Steps>,
    /// Counts up at each change of the policy, those on the way back and forth too. Whoever follows it follows everything.
    revision: RwSignal<u64>,
    /// Names the control that is being used.
    control: StoredValue<fn() -> String>,
    /// What has to follow each change at once.
    follower: StoredValue<Option<Box<dyn Fn() + Send + Sync>>>,
}

#[derive(Default)]
struct Steps {
    done: VecDeque<Step>,
    undone: Vec<Step>,
    /// The step that is being done.
    open: Option<Step>,
    /// Whether what is typed next is a step of its own.
    is_sealed: bool,
    last_number: u64,
    last_part: u64,
}

struct Step {
    number: u64,
    changes: Vec<(u64, Exchange)>,
    /// The control that was used, for the focus on the way back.
    control: String,
    is_typing: bool,
}

impl Default for History {
    fn default() -> Self {
        Self {
            steps: StoredValue::new(Steps::default()),
            revision: RwSignal::new(0),
            control: StoredValue::new(String::new),
            follower: StoredValue::new(None),
        }
    }
}

impl History {
    /// Lets the steps know which control is being used.
    pub fn follow_focus(self, control: fn() -> String) {
        self.control.set_value(control);
    }

    /// Does something at each change, before it is heard of.
    pub(super) fn follow(self, follower: impl Fn() + Send + Sync + 'static) {
        self.follower.set_value(Some(Box::new(follower)));
    }

    /// A number for a part of the policy that no other part has.
    #[must_use]
    pub fn new_part(self) -> u64 {
        self.with_steps(|steps| {
            steps.last_part += 1;
            steps.last_part
        })
    }

    /// Makes one step of all changes inside.
    pub fn step(self, act: impl FnOnce()) {
        let is_first = self.begin(false);
        act();
        self.end(is_first);
    }

    /// The same for what is typed: it joins the step before if that was typed at the same place, until it is left.
    pub fn typing(self, act: impl FnOnce()) {
        let is_first = self.begin(true);
        act();
        self.end(is_first);
    }

    /// Notes the change of a part. The first note of a part in a step holds what was there before it.
    pub fn note(self, part: u64, exchange: Exchange) {
        let is_first = self.begin(false);
        self.with_steps(|steps| {
            if let Some(open) = steps.open.as_mut()
                && open.changes.iter().all(|(each, _)| *each != part)
            {
                open.changes.push((part, exchange));
            }
        });
        self.end(is_first);
    }

    /// Called when a field is left: what is typed next is a step of its own.
    pub fn seal(self) {
        self.with_steps(|steps| steps.is_sealed = true);
    }

    /// Follows every change.
    pub fn track(self) {
        self.revision.track();
    }

    /// How many changes there were.
    #[must_use]
    pub fn revision(self) -> u64 {
        self.revision.get()
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub fn can_undo(self) -> bool {
        self.track();
        self.with_steps(|steps| !steps.done.is_empty())
    }

    /// Whether there is a step to do again.
    #[must_use]
    pub fn can_redo(self) -> bool {
        self.track();
        self.with_steps(|steps| !steps.undone.is_empty())
    }

    /// The number of the last step, if there is one.
    #[must_use]
    pub fn last(self) -> Option<u64> {
        self.with_steps(|steps| steps.done.back().map(|step| step.number))
    }

    /// Whether the step of this number is done and can be taken back.
    #[must_use]
    pub fn is_done(self, number: u64) -> bool {
        self.track();
        self.with_steps(|steps| steps.done.iter().any(|step| step.number == number))
    }

    /// Whether the step of this number was taken back and can be done again.
    #[must_use]
    pub fn is_undone(self, number: u64) -> bool {
        self.track();
        self.with_steps(|steps| steps.undone.iter().any(|step| step.number == number))
    }

    /// Takes the last step back. Gives the control that it was done with.
    pub fn undo(self) -> Option<String> {
        let step = self.with_steps(|steps| steps.done.pop_back())?;
        let (step, control) = self.exchange(step);
        self.with_steps(|steps| steps.undone.push(step));
        self.changed();
        Some(control)
    }

    /// Does the step again that was taken back last. Gives the control that it was done with.
    pub fn redo(self) -> Option<String> {
        let step = self.with_steps(|steps| steps.undone.pop())?;
        let (step, control) = self.exchange(step);
        self.with_steps(|steps| steps.done.push_back(step));
        self.changed();
        Some(control)
    }

    /// Forgets all steps.
    pub fn forget(self) {
        self.with_steps(|steps| {
            steps.done.clear();
            steps.undone.clear();
        });
        self.changed();
    }

    /// Exchanges the parts of a step. Nothing is held meanwhile: whoever hears of it may ask for the steps.
    fn exchange(self, mut step: Step) -> (Step, String) {
        for (_, exchange) in &mut step.changes {
            exchange();
        }
        self.seal();
        let control = step.control.clone();
        (step, control)
    }

    /// Opens a step, unless one is open that this is a part of.
    fn begin(self, is_typing: bool) -> bool {
        let control = self.control.get_value();
        self.with_steps(|steps| {
            let is_first = steps.open.is_none();
            if is_first {
                steps.last_number += 1;
                let number = steps.last_number;
                steps.open = Some(Step { number, changes: Vec::new(), control: control(), is_typing });
            }
            is_first
        })
    }

    fn end(self, is_first: bool) {
        if is_first && self.with_steps(Steps::close) {
            self.changed();
        }
    }

    fn changed(self) {
        self.follower.with_value(|follower| follower.iter().for_each(|follow| follow()));
        self.revision.update(|revision| *revision += 1);
    }

    fn with_steps<T: Default>(self, use_them: impl FnOnce(&mut Steps) -> T) -> T {
        // The steps live as long as the page.
        self.steps.try_update_value(use_them).unwrap_or_default()
    }
}

impl Steps {
    /// Closes the open step. Says whether anything was done in it.
    fn close(&mut self) -> bool {
        let Some(step) = self.open.take().filter(|step| !step.changes.is_empty()) else { return false };
        let goes_on = self.undone.is_empty() && !self.is_sealed;
        self.undone.clear();
        self.is_sealed = false;
        match self.done.back_mut().filter(|last| goes_on && last.is_joined_by(&step)) {
            Some(last) => last.join(step),
            None => {
                self.done.push_back(step);
                if self.done.len() > MOST_STEPS {
                    self.done.pop_front();
                }
            }
        }
        true
    }
}

impl Step {
    fn is_joined_by(&self, next: &Self) -> bool {
        let is_known = |part: u64| self.changes.iter().any(|(each, _)| *each == part);
        let is_same_place = next.changes.iter().all(|(part, _)| is_known(*part)) || !self.control.is_empty();
        self.is_typing && next.is_typing && self.control == next.control && is_same_place
    }

    fn join(&mut self, next: Self) {
        for (part, exchange) in next.changes {
            if self.changes.iter().all(|(each, _)| *each != part) {
                self.changes.push((part, exchange));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Editable;

    fn with_parts(test: impl FnOnce(History, Editable<i32>, Editable<i32>)) {
        let owner = Owner::new();
        owner.set();
        let history = History::default();
        let part = || Editable::new(RwSignal::new(0), history);
        test(history, part(), part());
    }

    #[test]
    fn steps_go_back_and_forth_in_their_order() {
        with_parts(|history, a, b| {
            a.update(|a| *a = 1);
            b.update(|b| *b = 2);
            a.update(|a| *a = 3);
            history.undo();
            history.undo();
            assert_eq!((a.get(), b.get()), (1, 0));
            history.redo();
            assert_eq!((a.get(), b.get()), (1, 2));
            assert!(history.can_undo() && history.can_redo());
            b.update(|b| *b = 9);
            assert!(!history.can_redo());
        });
    }

    #[test]
    fn what_is_typed_in_one_field_is_one_step_until_it_is_left() {
        with_parts(|history, a, b| {
            for number in 1..=5 {
                a.type_in(|a| *a = number);
            }
            b.type_in(|b| *b = 1);
            history.seal();
            b.type_in(|b| *b = 2);
            history.undo();
            assert_eq!(b.get(), 1);
            history.undo();
            assert_eq!((a.get(), b.get()), (5, 0));
            history.undo();
            assert_eq!(a.get(), 0);
            assert!(!history.can_undo());
        });
    }

    #[test]
    fn what_is_typed_after_a_way_back_is_a_step_of_its_own() {
        with_parts(|history, a, _| {
            a.type_in(|a| *a = 1);
            history.seal();
            a.type_in(|a| *a = 2);
            history.undo();
            a.type_in(|a| *a = 3);
            history.undo();
            assert_eq!(a.get(), 1);
        });
    }

    #[test]
    fn many_changes_inside_one_step_are_taken_back_together() {
        with_parts(|history, a, b| {
            history.step(|| {
                a.update(|a| *a = 1);
                b.update(|b| *b = 1);
                a.update(|a| *a = 2);
            });
            let number = history.last().unwrap_or_default();
            assert!(history.is_done(number));
            history.undo();
            assert_eq!((a.get(), b.get()), (0, 0));
            assert!(history.is_undone(number));
            history.redo();
            assert_eq!((a.get(), b.get()), (2, 1));
        });
    }

    #[test]
    fn a_change_to_what_was_there_is_no_step() {
        with_parts(|history, a, _| {
            a.update(|a| *a = 0);
            assert!(!history.can_undo());
        });
    }

    #[test]
    fn the_oldest_of_more_than_two_hundred_steps_is_forgotten() {
        with_parts(|history, a, _| {
            for number in 1..=300 {
                a.update(|a| *a = number);
            }
            while history.undo().is_some() {}
            assert_eq!(a.get(), 100);
        });
    }
}

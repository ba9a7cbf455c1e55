//! A program run along a path: all ways through it at once, so that the time is at most steps times characters
//! (K. Thompson, "Regular expression search algorithm", 1968).

use super::class::Answer;
use super::program::{Assertion, Program, Step};
use super::{Doubt, Verdict};

impl Program {
    /// Whether the program matches anywhere in the path.
    pub(super) fn verdict(&self, path: &str) -> Verdict {
        if self.is_cut {
            return Verdict::CannotJudge(Doubt::TooLarge);
        }
        // More answers of "yes" never lead to fewer ways through. So what matches without the doubtful ones matches,
        // and what does not match even with them does not.
        let mut run = Run { program: self, trusting: false, doubt: None, count: 0 };
        if run.matches(path) {
            return Verdict::Yes;
        }
        let Some(doubt) = run.doubt else { return Verdict::No };
        run.trusting = true;
        if run.matches(path) { Verdict::CannotJudge(doubt) } else { Verdict::No }
    }
}

struct Run<'a> {
    program: &'a Program,
    /// Whether a doubtful character counts as one that fits.
    trusting: bool,
    /// What was doubtful, if anything.
    doubt: Option<Doubt>,
    /// How many steps were looked at.
    count: usize,
}

impl Run<'_> {
    fn matches(&mut self, path: &str) -> bool {
        // Where a step was last looked at: the number of the place in the path, from 1.
        let mut seen = vec![0_usize; self.program.steps.len()];
        let (mut here, mut further) = (Vec::new(), Vec::new());
        let mut characters = path.chars();
        let mut before = None;
        for place in 1.. {
            let next = characters.next();
            // A match may begin anywhere.
            here.push(0);
            while let Some(at) = here.pop() {
                let (Some(step), Some(last)) = (self.program.steps.get(at), seen.get_mut(at)) else { return true };
                if *last == place {
                    continue;
                }
                *last = place;
                self.count += 1;
                match *step {
                    Step::Fork(distance) => {
                        here.push(at + 1);
                        here.push(at.saturating_add_signed(distance));
                    }
                    Step::Jump(distance) => here.push(at.saturating_add_signed(distance)),
                    Step::Assert(assertion) if assertion.holds(before, next) => here.push(at + 1),
                    Step::Assert(_) => {}
                    _ if next.is_some_and(|next| self.fits(*step, next)) => further.push(at + 1),
                    _ => {}
                }
            }
            if next.is_none() {
                break;
            }
            before = next;
            std::mem::swap(&mut here, &mut further);
        }
        false
    }

    fn fits(&mut self, step: Step, character: char) -> bool {
        let code = u32::from(character);
        let class = match step {
            Step::Character(wanted) => return wanted == code,
            Step::Class(place) => self.program.classes.get(place),
            _ => None,
        };
        match class.map(|class| class.holds(code)) {
            Some(Answer::Unknown(doubt)) => {
                self.doubt = Some(doubt);
                self.trusting
            }
            answer => answer == Some(Answer::Known(true)),
        }
    }
}

impl Assertion {
    fn holds(self, before: Option<char>, next: Option<char>) -> bool {
        let is_word = |side: Option<char>| side.is_some_and(|side| side.is_ascii_alphanumeric() || side == '_');
        match self {
            Self::TextStart => before.is_none(),
            Self::TextEnd => next.is_none(),
            Self::LineStart => before.is_none_or(|before| before == '\n'),
            Self::LineEnd => next.is_none_or(|next| next == '\n'),
            Self::WordBoundary => is_word(before) != is_word(next),
            Self::NoWordBoundary => is_word(before) == is_word(next),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Pattern;
    use super::*;

    /// How many steps the run of a pattern along a path takes.
    fn count(pattern: &str, path: &str) -> usize {
        let pattern = Pattern::compile(pattern).expect("it compiles");
        let mut run = Run { program: &pattern.program, trusting: false, doubt: None, count: 0 };
        run.matches(path);
        run.count
    }

    #[test]
    fn the_work_grows_with_the_path_and_not_faster() {
        for pattern in
            ["(a*)*$", "(a|aa)+$", "(?:a?){20}a{20}$", "(.*)(.*)(.*)(.*)(.*)[^a]", "((a+)+)+b", "[ab]*a[ab]{9}c"]
        {
            let [once, twice] = [500, 1000].map(|length| count(pattern, &"a".repeat(length)));
            assert!(twice <= 2 * once + once / 10, "{pattern}: {once} steps, then {twice}");
            let size = Pattern::compile(pattern).expect("it compiles").program.steps.len();
            assert!(twice <= size * 1001, "{pattern}: {twice} steps of {size}");
        }
    }

    #[test]
    fn the_work_grows_with_the_pattern_and_not_faster() {
        for part in ["(?:a?)", "a*", "(?:a|b|)", "(?:a|ab)+", "(?:[^/]+/?)*"] {
            let path = "a".repeat(50);
            let [once, twice] = [100, 200].map(|times| count(&format!("{}$", part.repeat(times)), &path));
            assert!(twice <= 2 * once + once / 10, "{part}: {once} steps, then {twice}");
        }
    }
}

//! How far a command is, on standard error, for who looks at a terminal and waits.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// What takes less is over before anybody has read how far it is.
const PATIENCE: Duration = Duration::from_millis(500);

const FILES: &str = "{msg} {pos} of {len} files {wide_bar}";
const BYTES: &str = "{msg} {bytes} of {total_bytes} {wide_bar}";

/// A bar that is drawn only when it is worth it. There is no thread behind it: it moves when it is told where it is.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    started: Instant,
    is_shown: bool,
}

impl Progress {
    /// For what is over in a moment.
    pub fn none() -> Self {
        Self { bar: ProgressBar::hidden(), started: Instant::now(), is_shown: true }
    }

    /// So many files.
    pub fn files(count: usize) -> Self {
        Self::new(u64::try_from(count).unwrap_or(u64::MAX), FILES)
    }

    /// One file of so many bytes.
    pub fn bytes(count: u64) -> Self {
        Self::new(count, BYTES)
    }

    fn new(length: u64, template: &str) -> Self {
        let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::hidden());
        // The templates are ours and right; a plain bar would do as well.
        bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self { bar, started: Instant::now(), is_shown: false }
    }

    /// What it is doing.
    pub fn doing(&mut self, what: &'static str) {
        self.bar.set_message(what);
    }

    /// Where it is.
    pub fn at(&mut self, position: u64) {
        if !self.is_shown && self.started.elapsed() > PATIENCE {
            self.is_shown = true;
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.set_position(position);
    }

    /// Does something that prints, with the bar out of its way.
    pub fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        self.bar.suspend(print)
    }

    /// Takes the bar off the screen.
    pub fn clear(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_drawn_in_the_first_half_second() {
        let mut progress = Progress::files(3);
        progress.at(1);
        assert!(!progress.is_shown && progress.bar.is_hidden());
        progress.started = Instant::now().checked_sub(PATIENCE * 2).unwrap();
        progress.at(2);
        assert!(progress.is_shown);
    }
}

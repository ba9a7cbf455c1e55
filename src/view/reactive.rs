//! Values that follow others.

use leptos::prelude::*;

/// A value that is worked out anew for each reader.
pub fn derived<T: Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    fn concrete<T: Send + Sync + 'static>(read: Box<dyn Fn() -> T + Send + Sync>) -> Signal<T> {
        Signal::derive(read)
    }
    concrete(Box::new(read))
}

/// A value that is worked out once for each change, and tells its readers only if it differs.
pub fn memo<T: PartialEq + Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    fn concrete<T: PartialEq + Send + Sync + 'static>(read: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
        Memo::new(move |_| read())
    }
    concrete(Box::new(read))
}

/// A text that follows what the closure reads.
pub fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    derived(read)
}

/// A sentence with its first letter in upper case. Findings are written without, because most tools show them in a line.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// A yes or no that follows what the closure reads.
pub fn flag(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    derived(read)
}

/// A yes or no as ARIA wants it: as text, for a missing attribute means something else.
pub fn aria(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<String> {
    fn concrete(flag: Signal<bool>) -> Signal<String> {
        text(move || if flag.get() { "true" } else { "false" }.to_owned())
    }
    concrete(flag(read))
}

/// A signal as something to read.
pub fn read<T: Send + Sync + 'static>(signal: RwSignal<T>) -> Signal<T> {
    signal.into()
}

/// Which of a few options is chosen, as a signal of its number: one type of signal for all kinds of options.
pub struct Chosen<T: 'static> {
    number: RwSignal<usize>,
    options: &'static [T],
    first: T,
}

impl<T: Copy> Clone for Chosen<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Copy> Copy for Chosen<T> {}

impl<T: Copy + PartialEq> Chosen<T> {
    /// With `first` chosen at the start.
    pub fn new(options: &'static [T], first: T) -> Self {
        Self { number: RwSignal::new(position(options, first)), options, first }
    }

    /// The chosen one.
    pub fn get(self) -> T {
        self.options.get(self.number.get()).copied().unwrap_or(self.first)
    }

    /// The chosen one, for those who need not hear of a change.
    pub fn get_untracked(self) -> T {
        self.options.get(self.number.get_untracked()).copied().unwrap_or(self.first)
    }

    /// Chooses another one.
    pub fn set(self, option: T) {
        self.number.set(position(self.options, option));
    }
}

fn position<T: PartialEq>(options: &[T], option: T) -> usize {
    options.iter().position(|each| *each == option).unwrap_or_default()
}

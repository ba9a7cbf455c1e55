//! What stood in a control before something else was chosen.

use std::cell::RefCell;

use leptos::prelude::use_context;
use tyk_policy::draft::Json;

use crate::desk::Desk;

/// The numbers that a control showed last, for the way back to them. The next policy that comes to lie here finds the same
/// control, but none of them.
pub struct Remembered {
    desk: Option<Desk>,
    of_sheet: RefCell<(u32, Vec<Option<Json>>)>,
}

impl Remembered {
    /// Nothing so far, of what lies on the desk around.
    #[must_use]
    pub fn on_desk() -> Self {
        Self { desk: use_context::<Desk>(), of_sheet: RefCell::default() }
    }

    /// Keeps the numbers of the policy that lies here.
    pub fn keep(&self, numbers: Vec<Option<Json>>) {
        self.of_sheet.replace((self.sheet(), numbers));
    }

    /// One of the numbers of the policy that lies here, from 0.
    #[must_use]
    pub fn number(&self, index: usize) -> Option<Json> {
        let (sheet, numbers) = &*self.of_sheet.borrow();
        if *sheet == self.sheet() { numbers.get(index).cloned().flatten() } else { None }
    }

    fn sheet(&self) -> u32 {
        self.desk.map_or(0, Desk::sheet)
    }
}

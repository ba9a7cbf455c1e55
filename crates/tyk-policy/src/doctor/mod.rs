//! Why a page's call to a dashboard failed, told from what the page can find out without sending the key, and the mend for
//! this page and this dashboard (browser-post.md sections 1–6, dashboard-api.md section 6).
//!
//! A browser gives one and the same error for every call that did not come through. [`diagnose`] narrows the causes down
//! by [`Evidence`]; [`proxy`] writes the configuration of a web server that lets the page and the dashboard meet.

mod cause;
mod causes;
mod evidence;
mod known;
pub mod proxy;
mod space;
mod way;

pub use cause::Cause;
pub use evidence::{Evidence, Permission, Probe};
pub use known::Known;
pub use way::Way;

use evidence::Facts;

/// What the evidence says, in the order in which it is told: what is known, what it can be, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// What was found out.
    pub known: Vec<Known>,
    /// What it can be, the likeliest first; never empty. One alone is certain.
    pub causes: Vec<Cause>,
    /// What to do about it, the shortest way first; never empty.
    pub ways: Vec<Way>,
}

impl Diagnosis {
    /// Whether there is no doubt about the cause.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.causes.len() == 1
    }

    /// One sentence for the top: the cause, or the likeliest one.
    #[must_use]
    pub fn headline(&self) -> String {
        let doubt = if self.is_certain() { "" } else { "Most likely: " };
        self.causes.first().map_or_else(String::new, |cause| format!("{doubt}{cause}"))
    }
}

/// Tells from the evidence why the call failed.
#[must_use]
pub fn diagnose(evidence: &Evidence) -> Diagnosis {
    let facts = Facts::of(evidence);
    let causes = causes::of(&facts);
    Diagnosis { known: known::of(&facts), ways: way::of(&facts, &causes), causes }
}

#[cfg(test)]
mod tests;

//! Findings that were made together: those of a section, or of a chunk of rows.

use std::sync::Arc;

use tyk_policy::catalogue::SectionName;
use tyk_policy::check::{Finding, Severity};

use super::RowId;

/// A finding and where the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Located {
    /// The finding.
    pub finding: Finding,
    /// The section of the form.
    pub section: SectionName,
    /// The row, if it is an API's.
    pub row: Option<RowId>,
}

/// Some findings in the order of the form, counted. Handed on by reference.
#[derive(Clone, Debug)]
pub struct Findings(Arc<Counted>);

#[derive(Debug, PartialEq)]
struct Counted {
    all: Vec<Located>,
    by_severity: [usize; 3],
    safe_fixes: usize,
}

impl PartialEq for Findings {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl Findings {
    /// These findings.
    #[must_use]
    pub fn new(all: Vec<Located>) -> Self {
        let of = |severity| all.iter().filter(|located| located.finding.severity == severity).count();
        let by_severity = Severity::ALL.map(of);
        let safe_fixes = all.iter().filter(|located| located.is_safely_fixed()).count();
        Self(Arc::new(Counted { all, by_severity, safe_fixes }))
    }
}

impl Located {
    /// Whether its fix changes nothing that Tyk does.
    #[must_use]
    pub fn is_safely_fixed(&self) -> bool {
        self.finding.fix.as_ref().is_some_and(|fix| fix.is_safe)
    }
}

impl Findings {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Located] {
        &self.0.all
    }

    /// How many of a severity there are.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let counts = Severity::ALL.into_iter().zip(self.0.by_severity);
        counts.filter(|(each, _)| *each == severity).map(|(_, count)| count).sum()
    }

    /// How many of them have a fix that changes nothing that Tyk does.
    #[must_use]
    pub fn safe_fixes(&self) -> usize {
        self.0.safe_fixes
    }

    /// The same without the fixes of these rows.
    pub(super) fn without_fixes_of(self, rows: &[RowId]) -> Self {
        let is_meant = |located: &Located| located.row.is_some_and(|row| rows.contains(&row));
        if !self.all().iter().any(|located| is_meant(located) && located.finding.fix.is_some()) {
            return self;
        }
        let unfixed = |located: &Located| {
            let mut located = located.clone();
            if is_meant(&located) {
                located.finding.fix = None;
            }
            located
        };
        Self::new(self.all().iter().map(unfixed).collect())
    }
}

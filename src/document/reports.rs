//! The findings of the document, each with the control it belongs to.

use std::collections::BTreeSet;
use std::ops::Deref;

use leptos::prelude::*;
use tyk_policy::catalogue::SectionName;
use tyk_policy::check::{self, Code, Finding, Fix, Path, Report, Severity};
use tyk_policy::draft::{Entry, Json, Section};

use super::{Document, Editable, Row, RowId};
use crate::view::memo;

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

/// The findings of a document. One word, as [`Document`] is.
#[derive(Clone, Copy)]
pub struct Reports(&'static Memos);

impl Deref for Reports {
    type Target = Memos;

    fn deref(&self) -> &Memos {
        self.0
    }
}

/// The reports of the sections, each a memo of its own, and the whole one that joins them.
pub struct Memos {
    /// All findings, in the order of the form.
    pub all: Memo<Vec<Located>>,
    sections: [(SectionName, Memo<Report>); 7],
    access: Memo<Report>,
}

impl Reports {
    /// The memos of a document's findings.
    #[must_use]
    pub fn new(document: Document) -> Self {
        let of = |section: Editable<Section>| {
            memo(move || {
                let surroundings = document.surroundings.get();
                section.with(|section| document.context.with(|context| check::section(section, surroundings, context)))
            })
        };
        let sections = [
            (SectionName::Basics, of(document.basics)),
            (SectionName::Limits, of(document.limits)),
            (SectionName::Quota, of(document.quota)),
            (SectionName::Expiry, of(document.expiry)),
            (SectionName::Partitions, of(document.partitions)),
            (SectionName::Labels, of(document.labels)),
            (SectionName::Other, of(document.other)),
        ];
        let access = memo(move || {
            let mut access = document.access_shape();
            // Only the ids count here; the entries have reports of their own.
            let id_alone = |row: &Row| Entry { key: row.key.get(), value: Json::Null };
            access.entries = document.rows.with(|rows| rows.iter().map(id_alone).collect());
            check::access_rights(&access, document.surroundings.get())
        });
        let extras = memo(move || document.context.with(|context| check::extras(&document.extras(), context)));
        let ids = memo(move || {
            let (basics, other) = (document.basics.get(), document.other.get());
            document.context.with(|context| check::ids(&basics, &other, context))
        });
        let overridden = memo(move || overridden(&document.rows.get()));
        let all = memo(move || {
            let mut all = Vec::new();
            let overridden = overridden.get();
            for name in SectionName::ALL {
                if name == SectionName::Access {
                    access.with(|report| all.extend(located(report, name, None)));
                    let shape = document.access_shape().shape;
                    for (index, row) in document.rows.get().into_iter().enumerate() {
                        let is_overridden = overridden.contains(&row.id);
                        for mut finding in check::in_its_form(row.report.get(), &shape, index) {
                            if is_overridden {
                                finding.fix = None;
                            }
                            all.push(Located { finding, section: name, row: Some(row.id) });
                        }
                    }
                } else if let Some((_, report)) = sections.iter().find(|(each, _)| *each == name) {
                    report.with(|report| all.extend(located(report, name, None)));
                }
            }
            extras.with(|report| all.extend(located(report, SectionName::Other, None)));
            ids.with(|report| all.extend(located(report, SectionName::Basics, None)));
            all
        });
        Self(Box::leak(Box::new(Memos { all, sections, access })))
    }

    /// The report of a section without its rows.
    #[must_use]
    pub fn section(&self, name: SectionName) -> Memo<Report> {
        self.sections.iter().find(|(each, _)| *each == name).map_or(self.access, |(_, report)| *report)
    }

    /// The fix of the finding of this code at this path, as things stand now.
    #[must_use]
    pub fn fix(&self, code: Code, path: &Path) -> Option<Box<Fix>> {
        let is_it = |located: &&Located| located.finding.code == code && located.finding.path == *path;
        self.all.with_untracked(|all| all.iter().find(is_it).and_then(|located| located.finding.fix.clone()))
    }

    /// How many findings of a severity there are.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.all.with(|all| all.iter().filter(|located| located.finding.severity == severity).count())
    }
}

/// The rows that a later one of the same API overrides: to mend them would change nothing that Tyk does.
fn overridden(rows: &[Row]) -> Vec<RowId> {
    let mut seen = BTreeSet::new();
    let is_again = |row: &&Row| !seen.insert(row.key.get());
    rows.iter().rev().filter(is_again).map(|row| row.id).collect()
}

fn located(report: &Report, section: SectionName, row: Option<RowId>) -> impl Iterator<Item = Located> + '_ {
    report.iter().cloned().map(move |finding| Located { finding, section, row })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::row::tests::CHECKED;
    use tyk_policy::catalogue::{NAME, RATE, VERSIONS};
    use tyk_policy::context::Context;
    use tyk_policy::draft::Draft;

    #[test]
    fn the_findings_of_the_page_are_those_of_the_model() {
        let owner = Owner::new();
        owner.set();
        let text = r#"{"rate": 5, "tags": 1, "partitions": {"acl": true, "per_api": true}, "access_rights": {"{X}": {"versions": 1}, "a": {"limit": {"rate": 1}},
            "b": {"api_id": "c"}, "b": {"api_id": "c"}}, "name": 1, "name": "n"}"#;
        let draft = tyk_policy::read::text(text).policies.into_iter().next().expect("a policy").draft;
        let reports = Reports::new(Document::new(&draft));
        let shown: Report = reports.all.get().into_iter().map(|located| located.finding).collect();
        assert_eq!(shown, check::draft(&draft, &Context::default()));
    }

    #[test]
    fn a_change_is_seen_at_once() {
        let owner = Owner::new();
        owner.set();
        let document = Document::new(&Draft::startup_users());
        let reports = Reports::new(document);
        assert_eq!(reports.count(Severity::Error), 0);
        document.basics.update(|basics| basics.set(&NAME, Some(Json::from(" "))));
        assert_eq!(reports.count(Severity::Error), 1);
    }

    #[test]
    fn one_key_stroke_in_two_thousand_apis_checks_one_entry_again() {
        let owner = Owner::new();
        owner.set();
        let document = Document::new(&Draft::startup_users());
        for number in 0..2_000 {
            document.add_api(Entry::new(&format!("api-{number}"), "An API"));
        }
        let reports = Reports::new(document);
        assert_eq!(reports.count(Severity::Error), 0);
        let checked_by = |change: &dyn Fn()| {
            CHECKED.set(0);
            change();
            let _ = reports.all.get();
            CHECKED.get()
        };
        let row = document.rows.get().into_iter().nth(1_234).expect("a row");
        assert_eq!(checked_by(&|| row.value.update(|entry| entry.set(&VERSIONS, Json::from(1)))), 1);
        assert_eq!(reports.count(Severity::Error), 1);
        assert_eq!(checked_by(&|| document.basics.update(|basics| basics.set(&NAME, Some(Json::from("x"))))), 0);
        assert_eq!(checked_by(&|| document.limits.update(|limits| limits.set(&RATE, Some(Json::from(7))))), 0);
    }
}

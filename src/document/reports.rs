//! The findings of the document, each with the control it belongs to.

use std::collections::BTreeSet;
use std::ops::Deref;

use leptos::prelude::*;
use tyk_policy::catalogue::SectionName;
use tyk_policy::check::{self, Code, Finding, Fix, Path, Report, Severity};
use tyk_policy::draft::{Entry, Json, Section};

use super::chunk::count_run;
use super::{Chunk, Document, Editable, Findings, Located, Row, RowId};
use crate::view::memo;

/// The findings of a document. One word, as [`Document`] is.
#[derive(Clone, Copy)]
pub struct Reports(&'static Memos);

impl Deref for Reports {
    type Target = Memos;

    fn deref(&self) -> &Memos {
        self.0
    }
}

/// The reports of the sections and of the chunks of rows, each a memo of its own, and what joins them. What is asked of all
/// findings is asked of these few pieces.
pub struct Memos {
    /// All findings, in the order of the form.
    pieces: Memo<Vec<(SectionName, Findings)>>,
    counts: Memo<Counts>,
    sections: [(SectionName, Memo<Report>); 7],
    access: Memo<Report>,
}

/// How many findings each section has of each severity.
type Counts = [[usize; 3]; SectionName::ALL.len()];

impl Reports {
    /// The memos of a document's findings.
    #[must_use]
    pub fn new(document: Document) -> Self {
        let of = |section: Editable<Section>| {
            memo(move || {
                count_run("report of a section");
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
            count_run("ids of all rows");
            let mut access = document.access_shape();
            // Only the ids count here; the entries have reports of their own.
            let id_alone = |row: &Row| Entry { key: key_of(row), value: Json::Null };
            let rows = |chunks: &Vec<Chunk>| chunks.iter().flat_map(Chunk::rows_by_key).map(id_alone).collect();
            access.entries = document.chunks.with(rows);
            check::access_rights(&access, document.surroundings.get())
        });
        let extras = memo(move || document.context.with(|context| check::extras(&document.extras(), context)));
        let ids = memo(move || {
            let (basics, other) = (document.basics.get(), document.other.get());
            document.context.with(|context| check::ids(&basics, &other, context))
        });
        let overridden = memo(move || {
            count_run("rows that are overridden");
            document.chunks.with(|chunks| overridden(chunks))
        });
        let pieces = memo(move || {
            count_run("all findings");
            let mut pieces = Vec::new();
            for name in SectionName::ALL {
                if name == SectionName::Access {
                    pieces.push((name, located(access, name)));
                    let overridden = overridden.get();
                    let of_chunk = |chunk: &Chunk| (name, chunk.findings.get().without_fixes_of(&overridden));
                    document.chunks.with(|chunks| pieces.extend(chunks.iter().map(of_chunk)));
                } else if let Some((_, report)) = sections.iter().find(|(each, _)| *each == name) {
                    pieces.push((name, located(*report, name)));
                }
            }
            pieces.push((SectionName::Other, located(extras, SectionName::Other)));
            pieces.push((SectionName::Basics, located(ids, SectionName::Basics)));
            pieces
        });
        let counts = memo(move || {
            count_run("counts");
            let of = |name| pieces.with(|pieces| Severity::ALL.map(|severity| counted(pieces, name, severity)));
            SectionName::ALL.map(of)
        });
        Self(Box::leak(Box::new(Memos { pieces, counts, sections, access })))
    }

    /// The report of a section without its rows.
    #[must_use]
    pub fn section(&self, name: SectionName) -> Memo<Report> {
        self.sections.iter().find(|(each, _)| *each == name).map_or(self.access, |(_, report)| *report)
    }

    /// Follows all findings.
    pub fn track(&self) {
        self.pieces.track();
    }

    /// All findings, in the order of the form.
    #[must_use]
    pub fn all(&self) -> Vec<Located> {
        self.pieces.with(|pieces| pieces.iter().flat_map(|(_, piece)| piece.all()).cloned().collect())
    }

    /// The worst findings of these severities, each severity in the order of the form; not more than asked for.
    #[must_use]
    pub fn worst(&self, most: usize, is_meant: impl Fn(Severity) -> bool) -> Vec<Located> {
        let mut worst = Vec::new();
        self.pieces.with(|pieces| {
            for severity in Severity::ALL.into_iter().filter(|severity| is_meant(*severity)) {
                let those = pieces.iter().filter(|(_, piece)| piece.count(severity) > 0);
                let those = those.flat_map(|(_, piece)| piece.all());
                let those = those.filter(|located| located.finding.severity == severity);
                worst.extend(those.take(most - worst.len()).cloned());
            }
        });
        worst
    }

    /// How many fixes change nothing that Tyk does.
    #[must_use]
    pub fn count_safe_fixes(&self) -> usize {
        self.pieces.with(|pieces| pieces.iter().map(|(_, piece)| piece.safe_fixes()).sum())
    }

    /// The fix of the finding of this code at this path, as things stand now.
    #[must_use]
    pub fn fix(&self, code: Code, path: &Path) -> Option<Box<Fix>> {
        let is_it = |located: &&Located| located.finding.code == code && located.finding.path == *path;
        self.pieces.with_untracked(|pieces| {
            let mut all = pieces.iter().flat_map(|(_, piece)| piece.all());
            all.find(is_it).and_then(|located| located.finding.fix.clone())
        })
    }

    /// How many findings of a severity there are.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        SectionName::ALL.into_iter().map(|name| self.count_in(name, severity)).sum()
    }

    /// How many findings of a severity a section has.
    #[must_use]
    pub fn count_in(&self, name: SectionName, severity: Severity) -> usize {
        let section = SectionName::ALL.into_iter().position(|each| each == name);
        let severity = Severity::ALL.into_iter().position(|each| each == severity);
        let counted = |counts: &Counts| counts.get(section?)?.get(severity?).copied();
        self.counts.with(counted).unwrap_or_default()
    }
}

fn counted(pieces: &[(SectionName, Findings)], name: SectionName, severity: Severity) -> usize {
    pieces.iter().filter(|(each, _)| *each == name).map(|(_, piece)| piece.count(severity)).sum()
}

/// The rows that a later one of the same API overrides: to mend them would change nothing that Tyk does.
fn overridden(chunks: &[Chunk]) -> Vec<RowId> {
    let rows: Vec<_> = chunks.iter().flat_map(Chunk::rows_by_key).collect();
    let mut seen = BTreeSet::new();
    rows.into_iter().rev().filter(|row| !seen.insert(key_of(row))).map(|row| row.id).collect()
}

/// The id of a row's API, by whoever hears of its changes elsewhere.
fn key_of(row: &Row) -> String {
    row.value.with_untracked(|entry| entry.key.clone())
}

fn located(report: Memo<Report>, section: SectionName) -> Findings {
    let located = |finding: &Finding| Located { finding: finding.clone(), section, row: None };
    report.with(|report| Findings::new(report.iter().map(located).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::row::tests::{CHECKED, RUNS};
    use tyk_policy::catalogue::{NAME, RATE, VERSIONS};
    use tyk_policy::context::Context;
    use tyk_policy::draft::Draft;
    use tyk_policy::write::Layout;

    #[test]
    fn the_findings_of_the_page_are_those_of_the_model() {
        let owner = Owner::new();
        owner.set();
        let text = r#"{"rate": 5, "tags": 1, "partitions": {"acl": true, "per_api": true}, "access_rights": {"{X}": {"versions": 1}, "a": {"limit": {"rate": 1}},
            "b": {"api_id": "c"}, "b": {"api_id": "c"}}, "name": 1, "name": "n"}"#;
        let draft = tyk_policy::read::text(text).policies.into_iter().next().expect("a policy").draft;
        let reports = Reports::new(Document::new(&draft));
        let shown: Report = reports.all().into_iter().map(|located| located.finding).collect();
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
            let _ = reports.worst(1, |_| true);
            CHECKED.get()
        };
        let row = document.rows.get().into_iter().nth(1_234).expect("a row");
        assert_eq!(checked_by(&|| row.value.update(|entry| entry.set(&VERSIONS, Json::from(1)))), 1);
        assert_eq!(reports.count(Severity::Error), 1);
        assert_eq!(checked_by(&|| document.basics.update(|basics| basics.set(&NAME, Some(Json::from("x"))))), 0);
        assert_eq!(checked_by(&|| document.limits.update(|limits| limits.set(&RATE, Some(Json::from(7))))), 0);
    }

    #[test]
    fn one_key_stroke_runs_as_much_with_two_thousand_apis_as_with_twenty() {
        let owner = Owner::new();
        owner.set();
        let runs_with = |apis: usize| {
            let document = Document::new(&Draft::startup_users());
            let entries = (0..apis).map(|number| Entry::new(&format!("api-{number}"), "An API"));
            document.history.step(|| entries.for_each(|entry| drop(document.add_api(entry))));
            let reports = Reports::new(document);
            let everything =
                || (reports.count(Severity::Error), reports.worst(1, |_| true), document.body(Layout::Indented));
            let _ = everything();
            let row = document.rows.get().into_iter().nth(apis / 2).expect("a row");
            let runs = |change: &dyn Fn()| {
                RUNS.take();
                change();
                let _ = everything();
                RUNS.take()
            };
            [
                runs(&|| document.basics.type_in(|basics| basics.set(&NAME, Some(Json::from("x"))))),
                runs(&|| document.limits.type_in(|limits| limits.set(&RATE, Some(Json::from(7))))),
                runs(&|| row.entry().type_in(|entry| entry.set(&VERSIONS, Json::from(1)))),
                runs(&|| row.entry().type_in(|entry| entry.set_api_id("another"))),
            ]
        };
        assert_eq!(runs_with(2_000), runs_with(20));
    }
}

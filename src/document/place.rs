//! Where a value of the form stands: how it is read and written, what its control is called, and what is wrong with it.

use std::sync::Arc;

use leptos::prelude::*;
use tyk_policy::catalogue::{ACCESS_RIGHTS, Field, SectionName};
use tyk_policy::check::{Finding, Path, Report, Segment};
use tyk_policy::draft::{Entry, Json, Section};

use super::{Document, Editable, History, Reports, Row, RowId, element_id};
use crate::view::derived;

/// A place in a section or in an API, from the whole of it down to a member of a member.
#[derive(Clone)]
pub struct Place {
    holder: Arc<dyn Holder>,
    /// The API that it is in.
    row: Option<RowId>,
    report: Memo<Report>,
    history: History,
    /// The steps below the section or the entry.
    path: Vec<Segment>,
}

/// What holds the values: a section or an entry. Each is code of its own, so that the page need not load that of entries
/// before one is opened.
trait Holder: Send + Sync {
    fn value_at(&self, path: &[Segment]) -> Option<Json>;
    fn put_at(&self, path: &[Segment], value: Option<Json>, is_typing: bool);
}

impl Holder for Editable<Section> {
    fn value_at(&self, path: &[Segment]) -> Option<Json> {
        self.with(|section| section.at(path).cloned())
    }

    fn put_at(&self, path: &[Segment], value: Option<Json>, is_typing: bool) {
        let mut after = self.get_untracked();
        after.put(path, value);
        self.write(after, is_typing);
    }
}

impl Holder for Editable<Entry> {
    fn value_at(&self, path: &[Segment]) -> Option<Json> {
        self.with(|entry| entry.at(path).cloned())
    }

    fn put_at(&self, path: &[Segment], value: Option<Json>, is_typing: bool) {
        let mut after = self.get_untracked();
        after.put(path, value);
        self.write(after, is_typing);
    }
}

impl Place {
    /// A whole section.
    #[must_use]
    pub fn of_section(document: Document, reports: Reports, name: SectionName) -> Self {
        let holder = Arc::new(document.section(name));
        Self { holder, row: None, report: reports.section(name), history: document.history, path: Vec::new() }
    }

    /// A whole API.
    #[must_use]
    pub fn of_entry(row: &Row, entry: Editable<Entry>) -> Self {
        let report = row.report.clone().into();
        Self { holder: Arc::new(entry), row: Some(row.id), report, history: entry.history(), path: Vec::new() }
    }

    /// One step further in.
    #[must_use]
    pub fn then(&self, step: Segment) -> Self {
        let mut inner = self.clone();
        inner.path.push(step);
        inner
    }

    /// One step to a field.
    #[must_use]
    pub fn field(&self, field: &'static Field) -> Self {
        self.then(Segment::Name(field.name))
    }

    /// Whether this is a field at the root of the policy.
    #[must_use]
    pub fn is_root_field(&self) -> bool {
        self.row.is_none() && self.path.len() == 1
    }

    /// The id of its control.
    #[must_use]
    pub fn id(&self) -> String {
        let outer = [Segment::Name(ACCESS_RIGHTS.name), Segment::Key(String::new())];
        let outer = if self.row.is_some() { outer.as_slice() } else { &[] };
        element_id(&Path::from([outer, &self.path].concat()), self.row)
    }

    /// What stands there; whoever asks hears of its changes.
    #[must_use]
    pub fn get(&self) -> Option<Json> {
        self.holder.value_at(&self.path)
    }

    /// Writes by a press, as a step of its own. Nothing takes the member away.
    pub fn update(&self, value: Option<Json>) {
        self.holder.put_at(&self.path, value, false);
    }

    /// Writes by typing, which joins what was typed there before.
    pub fn type_in(&self, value: Option<Json>) {
        self.holder.put_at(&self.path, value, true);
    }

    /// Makes one step of several changes.
    pub fn step(&self, act: impl FnOnce()) {
        self.history.step(act);
    }

    /// What is wrong here and, if `inside`, with everything in it.
    #[must_use]
    pub fn findings(&self, inside: bool) -> Signal<Vec<Finding>> {
        let Self { row, report, path, .. } = self.clone();
        derived(move || {
            let outer = if row.is_some() { 2 } else { 0 };
            let is_here = |finding: &&Finding| {
                let steps = finding.path.segments().get(outer..).unwrap_or_default().to_vec();
                Path::from(steps).behind(&path).is_some_and(|rest| inside || rest.is_empty())
            };
            report.with(|report| report.iter().filter(is_here).cloned().collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tyk_policy::catalogue::{LIMIT, LIMIT_RATE, SMOOTHING, SMOOTHING_DELAY};
    use tyk_policy::draft::Draft;
    use tyk_policy::read;

    fn opened(text: &str) -> (Document, Reports) {
        let draft: Draft = read::text(text).policies.into_iter().next().expect("a policy").draft;
        let document = Document::new(&draft);
        (document, Reports::new(document))
    }

    #[test]
    fn a_value_is_read_written_and_taken_back_where_it_stands() {
        let owner = Owner::new();
        owner.set();
        let (document, reports) = opened(r#"{"rate": 5}"#);
        let before = document.snapshot();
        let smoothing = Place::of_section(document, reports, SectionName::Limits).field(&SMOOTHING);
        let delay = smoothing.field(&SMOOTHING_DELAY);
        assert_eq!(delay.id(), "field-smoothing-delay");
        delay.type_in(Some(Json::from(3)));
        delay.type_in(Some(Json::from(30)));
        assert_eq!(delay.get(), Some(Json::from(30)));
        assert!(smoothing.is_root_field() && !delay.is_root_field());
        document.history.undo();
        assert_eq!(document.snapshot(), before);
    }

    #[test]
    fn a_finding_belongs_to_the_deepest_place_only() {
        let owner = Owner::new();
        owner.set();
        let (document, reports) = opened(r#"{"access_rights": {"a": {"limit": {"rate": "x"}}}}"#);
        let row = document.rows.get().into_iter().next().expect("a row");
        let limit = Place::of_entry(&row, row.entry()).field(&LIMIT);
        let rate = limit.field(&LIMIT_RATE);
        assert_eq!(rate.id(), format!("field-access_rights-{}-limit-rate", row.id.0));
        let codes = |findings: Signal<Vec<Finding>>| {
            findings.get().iter().map(|finding| finding.code.name()).collect::<Vec<_>>()
        };
        assert!(codes(rate.findings(true)).contains(&"wrong-type"));
        assert!(!codes(limit.findings(false)).contains(&"wrong-type"));
        assert!(codes(limit.findings(true)).contains(&"wrong-type"));
        let _ = reports;
    }
}

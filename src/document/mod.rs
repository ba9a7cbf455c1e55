//! What is being edited: one signal for each section and each API, so that a key stroke touches only what it changes.

mod element;
mod reports;
mod row;

pub use element::{element_candidates, element_id, row_element_id, row_id};
pub use reports::{Located, Reports};
pub use row::{Row, RowId};

use std::ops::Deref;

use leptos::prelude::*;
use tyk_policy::catalogue::{
    ACTIVE, Field, ID, IS_INACTIVE, KEY_EXPIRES_IN, NAME, PARTITIONS, PER, QUOTA_MAX, QUOTA_RENEWAL_RATE, RATE, STATE,
    SectionName, TAGS,
};
use tyk_policy::check::Surroundings;
use tyk_policy::context::Context;
use tyk_policy::draft::{AccessRights, Draft, Edit, Entry, Extra, Section, Shape};
use tyk_policy::write::{self, Layout};

use crate::view::memo;

/// The policy that is being edited. Copy it where it is needed; it is given by context once, at the root.
///
/// One word that points to the handles of its parts, which live as long as the page: closures by the hundred hold it.
#[derive(Clone, Copy)]
pub struct Document(&'static Parts);

impl Deref for Document {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

/// Handles to the parts of the policy.
pub struct Parts {
    /// Name, id and state.
    pub basics: RwSignal<Section>,
    /// The rate limit.
    pub limits: RwSignal<Section>,
    /// The quota.
    pub quota: RwSignal<Section>,
    /// How long a key lives.
    pub expiry: RwSignal<Section>,
    /// Which groups the policy decides.
    pub partitions: RwSignal<Section>,
    /// The tags.
    pub labels: RwSignal<Section>,
    /// What the form does not edit.
    pub other: RwSignal<Section>,
    /// The APIs, in order.
    pub rows: RwSignal<Vec<Row>>,
    /// The access rights without their entries, and the members that no section knows.
    rest: RwSignal<(AccessRights, Vec<Extra>)>,
    /// What the checks of a section have to know of the others.
    pub surroundings: Memo<Surroundings>,
    /// What is known around the policy.
    pub context: RwSignal<Context>,
    /// The policy that was here before the last one was opened.
    previous: StoredValue<Option<Draft>>,
    has_previous: RwSignal<bool>,
    /// Whether findings are shown at fields that nobody has touched: after a policy was opened, and after Send was tried.
    pub show_all_findings: RwSignal<bool>,
    next_row: StoredValue<u32>,
}

impl Document {
    /// A document that holds this policy.
    #[must_use]
    pub fn new(draft: &Draft) -> Self {
        let section = |name| RwSignal::new(draft.section(name).clone());
        let partitions = section(SectionName::Partitions);
        let limits = section(SectionName::Limits);
        let other = section(SectionName::Other);
        let parts = Parts {
            basics: section(SectionName::Basics),
            limits,
            quota: section(SectionName::Quota),
            expiry: section(SectionName::Expiry),
            partitions,
            labels: section(SectionName::Labels),
            other,
            rows: RwSignal::new(Vec::new()),
            rest: RwSignal::new((AccessRights::default(), Vec::new())),
            surroundings: memo(move || {
                partitions.with(|partitions| {
                    limits.with(|limits| other.with(|other| Surroundings::of(partitions, limits, other)))
                })
            }),
            context: RwSignal::new(Context::default()),
            previous: StoredValue::new(None),
            has_previous: RwSignal::new(false),
            show_all_findings: RwSignal::new(false),
            next_row: StoredValue::new(0),
        };
        let document = Self(Box::leak(Box::new(parts)));
        document.load(draft);
        document
    }

    /// Puts a policy in place of the present one. Rows get new ids.
    pub fn load(&self, draft: &Draft) {
        for (signal, name) in self.sections() {
            signal.set(draft.section(name).clone());
        }
        self.rows.set(draft.access.entries.iter().cloned().map(|entry| self.new_row(entry)).collect());
        self.rest.set((AccessRights { entries: Vec::new(), ..draft.access.clone() }, draft.extras.clone()));
    }

    /// The whole policy as it stands. Whoever calls this in a memo runs again at every change.
    #[must_use]
    pub fn snapshot(&self) -> Draft {
        let sections = self.sections().map(|(signal, _)| signal.get()).into();
        let entries = self.rows.with(|rows| rows.iter().map(|row| row.value.get()).collect());
        let (access, extras) = self.rest.get();
        Draft::from_parts(sections, AccessRights { entries, ..access }, extras)
    }

    /// Follows every part of the policy without reading any.
    pub fn track(&self) {
        for (signal, _) in self.sections() {
            signal.track();
        }
        self.rest.track();
        self.rows.with(|rows| rows.iter().for_each(|row| row.value.track()));
    }

    /// The body of the request.
    #[must_use]
    pub fn body(&self, layout: Layout) -> String {
        write::draft(&self.snapshot(), layout)
    }

    /// The access rights without their entries, for their own check.
    #[must_use]
    pub fn access_shape(&self) -> AccessRights {
        self.rest.with(|(access, _)| access.clone())
    }

    /// Members that no section knows.
    #[must_use]
    pub fn extras(&self) -> Vec<Extra> {
        self.rest.with(|(_, extras)| extras.clone())
    }

    /// Opens another policy and keeps the present one for the way back.
    pub fn open(&self, draft: &Draft) {
        self.previous.set_value(Some(untrack(|| self.snapshot())));
        self.has_previous.set(true);
        self.load(draft);
        self.show_all_findings.set(true);
    }

    /// Makes changes of a fix. What is not changed keeps its rows, so that the focus stays where it is.
    pub fn mend(&self, edits: &[Edit]) {
        let before = untrack(|| self.snapshot());
        let after = before.edited(edits);
        self.previous.set_value(Some(before));
        self.has_previous.set(true);
        for (signal, name) in self.sections() {
            let section = after.section(name);
            if signal.with_untracked(|present| present != section) {
                signal.set(section.clone());
            }
        }
        self.mend_rows(&after);
        self.rest.set((AccessRights { entries: Vec::new(), ..after.access.clone() }, after.extras));
    }

    /// Sets the rows that changed; where one came or went, the others are found again by their ids.
    fn mend_rows(&self, after: &Draft) {
        let mut left: Vec<Row> = self.rows.get_untracked();
        let is_same_length = left.len() == after.access.entries.len();
        let mut rows = Vec::new();
        for entry in &after.access.entries {
            let is_it = |row: &Row| is_same_length || row.value.with_untracked(|old| old.key == entry.key);
            let row = match left.iter().position(is_it) {
                Some(position) => left.remove(position),
                None => self.new_row(entry.clone()),
            };
            if row.value.with_untracked(|old| old != entry) {
                row.value.set(entry.clone());
            }
            rows.push(row);
        }
        if !is_same_length {
            self.rows.set(rows);
        }
    }

    /// Whether there is a policy to go back to.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        self.has_previous.get()
    }

    /// Puts the policy back that was here before the last one was opened; the present one takes its place in waiting.
    pub fn go_back(&self) {
        if let Some(previous) = self.previous.get_value() {
            self.open(&previous);
        }
    }

    /// Adds an API and gives its row.
    pub fn add_api(&self, entry: Entry) -> Row {
        let row = self.new_row(entry);
        self.rest.update(|(access, _)| {
            if access.shape != Shape::Array {
                access.shape = Shape::Entries;
            }
        });
        self.rows.update(|rows| rows.push(row.clone()));
        row
    }

    /// The row of the API with this id, if the policy has it.
    #[must_use]
    pub fn row_of_api(&self, api_id: &str) -> Option<Row> {
        self.rows.with_untracked(|rows| {
            rows.iter().find(|row| row.value.with_untracked(|entry| entry.key == api_id)).cloned()
        })
    }

    /// The row of this id.
    #[must_use]
    pub fn row(&self, id: RowId) -> Option<Row> {
        self.rows.with_untracked(|rows| rows.iter().find(|row| row.id == id).cloned())
    }

    /// Takes an API out; gives the row that follows it, for the focus.
    pub fn remove_api(&self, id: RowId) -> Option<RowId> {
        let mut next = None;
        self.rows.update(|rows| {
            if let Some(position) = rows.iter().position(|row| row.id == id) {
                rows.remove(position);
                next = rows.get(position).or_else(|| rows.last()).map(|row| row.id);
            }
        });
        next
    }

    /// The known fields that are there and that the form does not edit.
    #[must_use]
    pub fn kept_fields(&self) -> Vec<&'static Field> {
        let kept = |section: &Section| not_edited(section).collect::<Vec<_>>();
        self.sections().into_iter().flat_map(|(signal, _)| signal.with(kept)).collect()
    }

    /// The signal of a section; that of the other fields for the access rights, which have none.
    #[must_use]
    pub fn section(&self, name: SectionName) -> RwSignal<Section> {
        let found = self.sections().into_iter().find(|(_, each)| *each == name);
        found.map_or(self.other, |(signal, _)| signal)
    }

    /// Whether there is anything that the form does not edit.
    #[must_use]
    pub fn keeps_something(&self) -> bool {
        !self.kept_fields().is_empty() || self.rest.with(|(_, extras)| !extras.is_empty())
    }

    /// Takes a member out that no section knows.
    pub fn remove_extra(&self, extra: &Extra) {
        self.rest.update(|(_, extras)| extras.retain(|each| each.place != extra.place));
    }

    fn sections(&self) -> [(RwSignal<Section>, SectionName); 7] {
        [
            (self.basics, SectionName::Basics),
            (self.limits, SectionName::Limits),
            (self.quota, SectionName::Quota),
            (self.expiry, SectionName::Expiry),
            (self.partitions, SectionName::Partitions),
            (self.labels, SectionName::Labels),
            (self.other, SectionName::Other),
        ]
    }

    fn new_row(&self, entry: Entry) -> Row {
        let id = self.next_row.get_value();
        self.next_row.set_value(id + 1);
        Row::new(RowId(id), entry, self.surroundings, self.context)
    }
}

/// The fields that the form edits.
static EDITED: [&Field; 12] = [
    &ACTIVE,
    &ID,
    &IS_INACTIVE,
    &KEY_EXPIRES_IN,
    &NAME,
    &PARTITIONS,
    &PER,
    &QUOTA_MAX,
    &QUOTA_RENEWAL_RATE,
    &RATE,
    &STATE,
    &TAGS,
];

/// The fields of a section that are there and that the form does not edit.
pub fn not_edited(section: &Section) -> impl Iterator<Item = &'static Field> + '_ {
    let is_kept = |field: &&'static Field| EDITED.iter().all(|edited| edited.name != field.name);
    section.slots.iter().filter(|slot| slot.value.is_some()).map(|slot| slot.field).filter(is_kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tyk_policy::check::Path;
    use tyk_policy::draft::Json;
    use tyk_policy::read;

    /// Runs `test` where signals and memos work: on the host, without a browser.
    fn with_owner(test: impl FnOnce()) {
        let owner = Owner::new();
        owner.set();
        test();
    }

    fn opened(text: &str) -> Draft {
        read::text(text).policies.into_iter().next().expect("a policy").draft
    }

    #[test]
    fn a_policy_that_was_loaded_is_the_one_that_is_read_back() {
        let texts = [
            r#"{"zeta": 1, "rate": "12x", "access_rights": {"b": {"x": 1}, "a": {}, "a": null}, "name": "n", "name": "m"}"#,
            r#"{"access_rights": null, "partitions": {"acl": true, "unknown": 1e3}}"#,
            r#"{"access_rights": [1]}"#,
            "{}",
        ];
        with_owner(|| {
            for text in texts {
                let draft = opened(text);
                assert_eq!(Document::new(&draft).snapshot(), draft, "{text}");
            }
        });
    }

    #[test]
    fn opening_another_policy_can_be_taken_back() {
        with_owner(|| {
            let document = Document::new(&Draft::startup_users());
            document.open(&opened(r#"{"name": "other"}"#));
            document.go_back();
            assert_eq!(document.snapshot(), Draft::startup_users());
            document.go_back();
            assert_eq!(document.snapshot(), opened(r#"{"name": "other"}"#));
        });
    }

    #[test]
    fn a_fix_changes_what_it_names_and_keeps_the_rows() {
        with_owner(|| {
            let document = Document::new(&opened(
                r#"{"name": "n", "rate": 5, "access_rights": {"a": {}, "b": {"limit": null}, "a": {"x": 1}}}"#,
            ));
            let ids = |document: &Document| document.rows.get().iter().map(|row| row.id).collect::<Vec<_>>();
            let before = ids(&document);
            document.mend(&[Edit::Set(Path::root().name("per"), Json::from(60))]);
            document.mend(&[Edit::Set(Path::root().name("access_rights").key("b").key("limit"), Json::from(1))]);
            assert_eq!(ids(&document), before);
            document.mend(&[Edit::KeepLast(Path::root().name("access_rights").key("a"))]);
            assert_eq!(document.rows.get().len(), 2);
            let text = r#"{"name": "n", "rate": 5, "per": 60, "access_rights": {"b": {"limit": 1}, "a": {"x": 1}}}"#;
            let written = |draft: &Draft| write::draft(draft, Layout::Indented);
            let expected = written(&opened(text));
            // A field that was added stands where the schema has it.
            assert_eq!(written(&document.snapshot()).len(), expected.len());
            document.go_back();
            assert_eq!(document.rows.get().len(), 3);
        });
    }

    #[test]
    fn removing_an_api_names_the_row_that_takes_the_focus() {
        with_owner(|| {
            let document = Document::new(&Draft::startup_users());
            let first = document.add_api(Entry::new("a", "A")).id;
            let second = document.add_api(Entry::new("b", "B")).id;
            assert_eq!(document.remove_api(first), Some(second));
            assert_eq!(document.remove_api(second), None);
        });
    }
}

//! What is being edited: one signal for each section and each API, so that a key stroke touches only what it changes.

mod chunk;
mod editable;
mod element;
mod findings;
mod history;
mod many;
mod place;
mod replace;
mod reports;
mod row;

pub use chunk::Chunk;
pub use editable::Editable;
pub use element::{element_candidates, element_id, row_element_id, row_id, row_of_element};
pub use findings::{Findings, Located};
pub use history::{Exchange, History};
pub use place::Place;
pub use reports::Reports;
pub use row::{Row, RowId};

use std::ops::Deref;

use leptos::prelude::*;
use tyk_policy::catalogue::{ACCESS_RIGHTS, ACCESS_RIGHTS_ARRAY, Field, SectionName};
use tyk_policy::check::{Path, Segment, Surroundings};
use tyk_policy::context::Context;
use tyk_policy::draft::{AccessRights, Draft, Entry, Extra, Section, Shape};
use tyk_policy::write::{self, Layout};

use chunk::Rest;

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
    pub basics: Editable<Section>,
    /// The rate limit.
    pub limits: Editable<Section>,
    /// The quota.
    pub quota: Editable<Section>,
    /// How long a key lives.
    pub expiry: Editable<Section>,
    /// Which groups the policy decides.
    pub partitions: Editable<Section>,
    /// Tags and meta data.
    pub labels: Editable<Section>,
    /// What is rarely set.
    pub other: Editable<Section>,
    /// The APIs, in order.
    pub rows: Editable<Vec<Row>>,
    /// The same by the fifty: for what follows all of them.
    pub chunks: Memo<Vec<Chunk>>,
    /// The access rights without their entries, and the members that no section knows.
    rest: Rest,
    /// What the checks of a section have to know of the others.
    pub surroundings: RwSignal<Surroundings>,
    /// What is known around the policy.
    pub context: RwSignal<Context>,
    /// What was done, and the way back.
    pub history: History,
    /// Whether findings are shown at fields that nobody has touched: after a policy was opened, and after Send was tried.
    pub show_all_findings: RwSignal<bool>,
    /// The id of the control that somebody is led to. What hides it opens, and the list draws its row wherever it stands.
    pub wanted: RwSignal<String>,
    next_row: StoredValue<u32>,
}

impl Document {
    /// A document that holds this policy.
    #[must_use]
    pub fn new(draft: &Draft) -> Self {
        let history = History::default();
        let section = |name| Editable::new(RwSignal::new(draft.section(name).clone()), history);
        let partitions = section(SectionName::Partitions);
        let limits = section(SectionName::Limits);
        let other = section(SectionName::Other);
        let rows: Editable<Vec<Row>> = Editable::new(RwSignal::new(Vec::new()), history);
        let rest = Editable::new(RwSignal::new((AccessRights::default(), Vec::<Extra>::new())), history);
        let around = move || {
            partitions.with_untracked(|partitions| {
                limits
                    .with_untracked(|limits| other.with_untracked(|other| Surroundings::of(partitions, limits, other)))
            })
        };
        let surroundings = RwSignal::new(around());
        // Not a memo: it would ask all rows at each key stroke whether they have to be checked again.
        history.follow(move || {
            let around = around();
            if surroundings.with_untracked(|present| *present != around) {
                surroundings.set(around);
            }
        });
        let parts = Parts {
            basics: section(SectionName::Basics),
            limits,
            quota: section(SectionName::Quota),
            expiry: section(SectionName::Expiry),
            partitions,
            labels: section(SectionName::Labels),
            other,
            rows,
            chunks: Memo::new(move |before: Option<&Vec<Chunk>>| rows.with(|rows| Chunk::all_of(rows, before, rest))),
            rest,
            surroundings,
            context: RwSignal::new(Context::default()),
            history,
            show_all_findings: RwSignal::new(false),
            wanted: RwSignal::new(String::new()),
            next_row: StoredValue::new(0),
        };
        let document = Self(Box::leak(Box::new(parts)));
        document.load(draft);
        history.forget();
        document
    }

    /// Puts a policy in place of the present one, in one step. Rows get new ids.
    fn load(&self, draft: &Draft) {
        self.history.step(|| {
            for (part, name) in self.sections() {
                part.set(draft.section(name).clone());
            }
            self.rows.set(draft.access.entries.iter().cloned().map(|entry| self.new_row(entry)).collect());
            self.rest.set(rest_of(draft));
        });
    }

    /// The whole policy as it stands. Whoever calls this in a memo runs again at every change.
    #[must_use]
    pub fn snapshot(&self) -> Draft {
        let mut draft = self.without_entries();
        draft.access.entries = self.rows.with(|rows| rows.iter().map(|row| row.value.get()).collect());
        draft
    }

    /// The policy without its APIs.
    fn without_entries(&self) -> Draft {
        let sections = self.sections().map(|(part, _)| part.get()).into();
        let (access, extras) = self.rest.get();
        Draft::from_parts(sections, access, extras)
    }

    /// Follows every part of the policy without reading any.
    pub fn track(&self) {
        self.history.track();
    }

    /// The body of the request. Only the chunks that changed are written anew; whoever calls this in a memo runs again at
    /// every change.
    #[must_use]
    pub fn body(&self, layout: Layout) -> String {
        let entries: Vec<_> = self.chunks.with(|chunks| chunks.iter().map(|chunk| chunk.text(layout)).collect());
        write::with_entries(&self.without_entries(), entries.iter().map(String::as_str), layout)
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

    /// Opens another policy, in one step.
    pub fn open(&self, draft: &Draft) {
        self.load(draft);
        self.show_all_findings.set(true);
    }

    /// Adds an API and gives its row.
    pub fn add_api(&self, entry: Entry) -> Row {
        let row = self.new_row(entry);
        self.add_rows(vec![row.clone()]);
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

    /// The row that the field at a path stands in, if it is an API's. Of several rows of one id the last one counts.
    #[must_use]
    pub fn row_at(&self, path: &Path) -> Option<RowId> {
        let [Segment::Name(root), entry, ..] = path.segments() else { return None };
        let is_entry = [ACCESS_RIGHTS.name, ACCESS_RIGHTS_ARRAY.name].contains(root);
        let has_key = |row: &&Row, key: &str| row.value.with_untracked(|entry| entry.key == key);
        self.rows.with_untracked(|rows| {
            let row = match entry {
                Segment::Key(key) => rows.iter().rfind(|row| has_key(row, key)),
                Segment::Index(index) => rows.get(*index),
                Segment::Name(_) => None,
            };
            row.filter(|_| is_entry).map(|row| row.id)
        })
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

    /// The known fields that are there and that the form does not edit, as they are Tyk's own.
    #[must_use]
    pub fn kept_fields(&self) -> Vec<&'static Field> {
        self.sections().into_iter().flat_map(|(part, _)| part.with(kept)).collect()
    }

    /// A section; that of the other fields for the access rights, which have none.
    #[must_use]
    pub fn section(&self, name: SectionName) -> Editable<Section> {
        let found = self.sections().into_iter().find(|(_, each)| *each == name);
        found.map_or(self.other, |(part, _)| part)
    }

    /// Whether nothing of a section stands in the policy.
    #[must_use]
    pub fn is_untouched(&self, name: SectionName) -> bool {
        match name {
            SectionName::Access => {
                self.rows.with(Vec::is_empty) && self.rest.with(|(access, _)| access.shape == Shape::Absent)
            }
            SectionName::Other => self.other.with(Section::is_empty) && self.rest.with(|(_, extras)| extras.is_empty()),
            other => self.section(other).with(Section::is_empty),
        }
    }

    /// Takes a member out that no section knows.
    pub fn remove_extra(&self, extra: &Extra) {
        self.rest.update(|(_, extras)| extras.retain(|each| each.place != extra.place));
    }

    fn sections(&self) -> [(Editable<Section>, SectionName); 7] {
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
        Row::new(RowId(id), entry, self.surroundings, self.context, self.history)
    }
}

/// What is neither a section nor an API.
fn rest_of(draft: &Draft) -> (AccessRights, Vec<Extra>) {
    let access = &draft.access;
    (AccessRights { place: access.place, shape: access.shape.clone(), entries: Vec::new() }, draft.extras.clone())
}

/// The fields of a section that are there and that nobody edits, as they are Tyk's own.
fn kept(section: &Section) -> Vec<&'static Field> {
    let present = section.slots.iter().filter(|slot| slot.value.is_some()).map(|slot| slot.field);
    present.filter(|field| !field.is_written()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
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
    fn the_body_is_that_of_the_whole_policy_in_each_form_and_layout_and_follows_each_change() {
        let many: Vec<_> = (0..120).map(|number| format!(r#""api-{number}": {{"versions": ["v\n"]}}"#)).collect();
        let texts = [
            format!(r#"{{"zeta": 1, "access_rights": {{{}}}, "name": "n"}}"#, many.join(",")),
            r#"{"access_rights_array": [{"api_id": "a"}, {"api_id": "b"}], "name": "n"}"#.to_owned(),
            r#"{"access_rights": null}"#.to_owned(),
            r#"{"access_rights": 5}"#.to_owned(),
            "{}".to_owned(),
        ];
        with_owner(|| {
            for text in texts {
                let document = Document::new(&opened(&text));
                let is_whole = |layout| document.body(layout) == write::draft(&document.snapshot(), layout);
                assert!(is_whole(Layout::Indented) && is_whole(Layout::Flush), "{text}");
                let first = document.add_api(Entry::new("new", "New"));
                document.add_api(Entry::new("other", "Other"));
                assert!(is_whole(Layout::Indented), "{text}");
                first.entry().type_in(|entry| entry.set_api_id("typed"));
                assert!(is_whole(Layout::Indented) && document.body(Layout::Indented).contains("typed"), "{text}");
                document.remove_api(first.id);
                assert!(is_whole(Layout::Indented) && is_whole(Layout::Flush), "{text}");
            }
        });
    }

    #[test]
    fn opening_another_policy_can_be_taken_back_with_its_rows() {
        with_owner(|| {
            let document = Document::new(&Draft::startup_users());
            let row = document.add_api(Entry::new("a", "A"));
            let before = document.snapshot();
            document.open(&opened(r#"{"name": "other"}"#));
            document.history.undo();
            assert_eq!(document.snapshot(), before);
            assert!(document.rows.get() == [row]);
            document.history.redo();
            assert_eq!(document.snapshot(), opened(r#"{"name": "other"}"#));
        });
    }

    #[test]
    fn an_api_that_was_removed_comes_back_with_what_was_typed_in_it() {
        with_owner(|| {
            let document = Document::new(&Draft::startup_users());
            let row = document.add_api(Entry::new("a", "A"));
            row.entry().type_in(|entry| entry.set_api_id("ab"));
            document.remove_api(row.id);
            document.history.undo();
            assert_eq!(document.rows.get().first().map(|row| row.key.get()), Some("ab".to_owned()));
            document.history.undo();
            assert_eq!(row.key.get(), "a");
            document.history.undo();
            assert!(document.rows.get().is_empty());
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

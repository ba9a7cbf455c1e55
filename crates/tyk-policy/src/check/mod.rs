//! Draft to findings. One file for each section; a check reads what was typed and goes on after a fault.

mod access;
mod api_versions;
mod basics;
mod code;
mod doubles;
mod endpoints;
mod expiry;
mod fields;
mod finding;
mod graphql;
mod limits;
pub mod manual;
mod mcp;
mod names;
mod other;
mod own_limit;
mod partitions;
mod path;
mod paths;
mod quota;
mod smoothing;
mod text;
mod types;
mod versions;

pub(crate) use access::is_placeholder;
pub use basics::is_policy_id;
pub use code::{Code, Severity};
pub(crate) use finding::shorten;
pub use finding::{Finding, Fix, Report, Seen, place};
pub use path::{Path, Segment};
pub(crate) use path::{Step, Trail};

use crate::catalogue::{ACCESS_RIGHTS, ACCESS_RIGHTS_ARRAY, Field, MAX_QUERY_DEPTH, ROOT, SectionName, root_field};
use crate::context::Context;
use crate::draft::{AccessRights, Apart, Draft, Entry, Extra, Group, Json, Section, Shape};
use crate::read::{Found, Reading};
use fields::Fields;
use types::Walk;

/// What a section's check has to know of the other sections. Equal surroundings give equal findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, as it stands in the policy")]
pub struct Surroundings {
    /// The limits of each API are in force on their own.
    pub per_api: bool,
    /// Some of quota, rate, access and complexity are chosen.
    pub partitioned: bool,
    /// Access is among the chosen ones.
    pub acl: bool,
    /// The rate is.
    pub rate_limit: bool,
    /// The quota is.
    pub quota: bool,
    /// The depth of queries is.
    pub complexity: bool,
    /// The policy names APIs in the second form, `access_rights_array`.
    pub has_access_array: bool,
    /// The policy says nothing of the depth of queries, or 0.
    pub depth_is_zero: bool,
}

impl Surroundings {
    /// What the partitions, the limits and the other fields say.
    #[must_use]
    pub fn of(partitions: &Section, limits: &Section, other: &Section) -> Self {
        Self {
            per_api: partitions.decides_per_api(),
            partitioned: Group::ALL.into_iter().any(|group| partitions.decides(group)),
            acl: partitions.decides(Group::Access),
            rate_limit: partitions.decides(Group::Rate),
            quota: partitions.decides(Group::Quota),
            complexity: partitions.decides(Group::Complexity),
            has_access_array: access::is_filled_list(other.get(&ACCESS_RIGHTS_ARRAY)),
            depth_is_zero: Fields::section(limits).integer(&MAX_QUERY_DEPTH) == Some(0),
        }
    }

    /// What a whole draft says.
    #[must_use]
    pub fn of_draft(draft: &Draft) -> Self {
        let section = |name| draft.section(name);
        Self::of(section(SectionName::Partitions), section(SectionName::Limits), section(SectionName::Other))
    }

    /// Whether a group is ignored, given whether it is among the chosen ones.
    fn ignores(self, is_chosen: bool) -> bool {
        self.partitioned && !self.per_api && !is_chosen
    }
}

/// Everything that is wrong with a draft, in the order of the form.
#[must_use]
pub fn draft(draft: &Draft, context: &Context) -> Report {
    let surroundings = Surroundings::of_draft(draft);
    let mut report = Report::default();
    for name in SectionName::ALL {
        if name == SectionName::Access {
            report.extend(access_with_entries(&draft.access, surroundings, context));
        } else {
            report.extend(section(draft.section(name), surroundings, context));
        }
    }
    report.extend(extras(&draft.extras, context));
    report.extend(ids(draft.section(SectionName::Basics), draft.section(SectionName::Other), context));
    report
}

/// The access rights as a whole, then each entry. No fix reaches an entry that a later one of the same key overrides.
fn access_with_entries(access: &AccessRights, surroundings: Surroundings, context: &Context) -> Report {
    let mut report = access_rights(access, surroundings);
    let doubles: Vec<Path> =
        report.iter().filter(|finding| finding.code == Code::Double).map(|finding| finding.path.clone()).collect();
    for (index, each) in access.entries.iter().enumerate() {
        let before = report.len();
        report.extend(in_its_form(entry(each, surroundings, context), &access.shape, index));
        let is_overridden = || access.entries.iter().skip(index + 1).any(|later| later.key == each.key);
        if !doubles.is_empty() && doubles.contains(&entry_path(&each.key)) && is_overridden() {
            report.unfix_behind(before);
        }
    }
    report
}

/// Everything that is wrong with a text and with each policy in it.
#[must_use]
pub fn reading(reading: &Reading, context: &Context) -> Report {
    let mut report = reading.report.clone();
    for found in &reading.policies {
        report.extend(self::found(found, context));
    }
    report
}

/// Everything that is wrong with one policy of a text, at its places in the text.
#[must_use]
pub fn found(found: &Found, context: &Context) -> Report {
    let findings = draft(&found.draft, context).into_iter();
    findings.map(|finding| Finding { path: found.in_text(finding.path), ..finding }).collect()
}

/// What is wrong with one section.
#[must_use]
pub fn section(section: &Section, surroundings: Surroundings, context: &Context) -> Report {
    let mut report = Report::default();
    let mut walk = Walk { context, report: &mut report };
    for slot in &section.slots {
        if let Some(value) = &slot.value {
            walk.root(slot.field, value);
        }
    }
    match section.name {
        SectionName::Basics => basics::check(section, context, &mut report),
        SectionName::Limits => limits::check(section, surroundings, &mut report),
        SectionName::Quota => quota::check(section, surroundings, &mut report),
        SectionName::Expiry => expiry::check(section, &mut report),
        SectionName::Partitions => partitions::check(section, surroundings, &mut report),
        SectionName::Labels => other::check_labels(section, &mut report),
        SectionName::Other => other::check(section, surroundings, context, &mut report),
        SectionName::Access => {}
    }
    report
}

/// What is wrong with the ids of a policy, which stand in two sections.
#[must_use]
pub fn ids(basics: &Section, other: &Section, context: &Context) -> Report {
    let mut report = Report::default();
    basics::check_ids(basics, other, context, &mut report);
    report
}

/// What is wrong with the access rights as a whole; the entries have their own check.
#[must_use]
pub fn access_rights(access: &AccessRights, surroundings: Surroundings) -> Report {
    let mut report = Report::default();
    access::check(access, surroundings, &mut report);
    report
}

/// What is wrong with one entry of the access rights. Its paths are those of an entry in the map.
#[must_use]
pub fn entry(entry: &Entry, surroundings: Surroundings, context: &Context) -> Report {
    let mut report = Report::default();
    types::entry(entry, context, &mut report);
    access::check_entry(entry, surroundings, context, &mut report);
    report
}

/// The findings of entry `index` with the paths of the form in which the access rights stand.
pub fn in_its_form(report: Report, shape: &Shape, index: usize) -> impl Iterator<Item = Finding> {
    let is_array = *shape == Shape::Array;
    report.into_iter().map(move |finding| if is_array { finding.in_array(index) } else { finding })
}

/// What is wrong with members that no section holds. An earlier double of a known field must have its type all the same:
/// Go decodes both.
#[must_use]
pub fn extras(extras: &[Extra], context: &Context) -> Report {
    let mut report = Report::default();
    for (index, Extra { name, value, apart, .. }) in extras.iter().enumerate() {
        let trail = Trail::start(Step::Key(name));
        match apart {
            Apart::Unknown => names::unknown(name, value, &ROOT, &trail, &mut report),
            // What counts stands in its section: whether it hides the whole of this one cannot be seen from here.
            Apart::Earlier => report.push(doubles::double(name, trail.path(), false)),
            Apart::EmptyForm => {}
        }
        let before = report.len();
        let field =
            root_field(name).or_else(|| ROOT.iter().copied().find(|field| field.name.eq_ignore_ascii_case(name)));
        if let Some(field) = field {
            Walk { context, report: &mut report }.member(field, value, None, &trail);
        }
        if *apart != Apart::Unknown || extras.iter().skip(index + 1).any(|later| later.name == *name) {
            report.unfix_behind(before);
        }
    }
    report
}

/// Whether the value of a root field, and everything in it, has its type and known names.
pub fn field(field: &'static Field, value: &Json, report: &mut Report) {
    Walk { context: &Context::default(), report }.root(field, value);
}

/// The path of an API's entry.
#[must_use]
pub(crate) fn entry_path(key: &str) -> Path {
    Path::root().name(ACCESS_RIGHTS.name).key(key)
}

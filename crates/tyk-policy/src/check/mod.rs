//! Draft to findings. One file for each section; a check reads what was typed and goes on after a fault.

mod access;
mod basics;
mod code;
mod finding;
mod limits;
mod other;
mod partitions;
mod path;
mod quota;
mod text;
mod types;

pub use basics::is_policy_id;
pub use code::{Code, Severity};
pub use finding::{Finding, Report, Seen};
pub use path::{Path, Segment};
pub use types::field_type;

use crate::catalogue::{ACCESS_RIGHTS, SectionName};
use crate::draft::{AccessRights, Draft, Entry, Extra, Section};
use crate::read::Reading;

/// What a section's check has to know of the other sections. Equal surroundings give equal findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The limits of each API are in force on their own.
    pub per_api: bool,
    /// Some of quota, rate, access and complexity are chosen.
    pub partitioned: bool,
    /// Access is among the chosen ones.
    pub acl: bool,
    /// The policy names APIs in the second form, `access_rights_array`.
    pub has_access_array: bool,
}

impl Surroundings {
    /// What the partitions and the other fields say.
    #[must_use]
    pub fn of(partitions: &Section, other: &Section) -> Self {
        let has_access_array = other
            .slots
            .iter()
            .any(|slot| slot.field.name == "access_rights_array" && access::is_filled_list(slot.value.as_ref()));
        Self { has_access_array, ..partitions::flags(partitions) }
    }

    /// What a whole draft says.
    #[must_use]
    pub fn of_draft(draft: &Draft) -> Self {
        Self::of(draft.section(SectionName::Partitions), draft.section(SectionName::Other))
    }
}

/// Everything that is wrong with a draft, in the order of the form.
#[must_use]
pub fn draft(draft: &Draft) -> Report {
    let surroundings = Surroundings::of_draft(draft);
    let mut report = Report::default();
    for name in SectionName::ALL {
        if name == SectionName::Access {
            report.extend(access_rights(&draft.access, surroundings));
            for each in &draft.access.entries {
                report.extend(entry(each, surroundings));
            }
        } else {
            report.extend(section(draft.section(name), surroundings));
        }
    }
    report.extend(extras(&draft.extras));
    report
}

/// Everything that is wrong with a text and with each policy in it.
#[must_use]
pub fn reading(reading: &Reading) -> Report {
    let mut report = reading.report.clone();
    for found in &reading.policies {
        report.extend(draft(&found.draft).into_iter().map(|finding| finding.inside(&found.path)));
    }
    report
}

/// What is wrong with one section.
#[must_use]
pub fn section(section: &Section, surroundings: Surroundings) -> Report {
    let mut report = Report::default();
    for slot in &section.slots {
        if let Some(value) = &slot.value {
            field_type(slot.field, value, &mut report);
        }
    }
    match section.name {
        SectionName::Basics => basics::check(section, &mut report),
        SectionName::Limits => limits::check(section, &mut report),
        SectionName::Quota => quota::check(section, &mut report),
        SectionName::Partitions => partitions::check(section, surroundings, &mut report),
        SectionName::Other => other::check(section, &mut report),
        SectionName::Access | SectionName::Expiry | SectionName::Labels => {}
    }
    report
}

/// What is wrong with the access rights as a whole; the entries have their own check.
#[must_use]
pub fn access_rights(access: &AccessRights, surroundings: Surroundings) -> Report {
    let mut report = Report::default();
    access::check(access, surroundings, &mut report);
    report
}

/// What is wrong with one entry of the access rights.
#[must_use]
pub fn entry(entry: &Entry, surroundings: Surroundings) -> Report {
    let mut report = Report::default();
    types::entry_type(entry, &mut report);
    access::check_entry(entry, surroundings, &mut report);
    report
}

/// What is wrong with members that no section knows. An earlier double of a known field must have its type all the same:
/// Go decodes both.
#[must_use]
pub fn extras(extras: &[Extra]) -> Report {
    let mut report = Report::default();
    for extra in extras {
        if let Some(field) = crate::catalogue::root_field(&extra.name) {
            field_type(field, &extra.value, &mut report);
        }
    }
    report
}

/// The path of an API's entry.
#[must_use]
pub(crate) fn entry_path(key: &str) -> Path {
    Path::root().name(ACCESS_RIGHTS.name).key(key)
}

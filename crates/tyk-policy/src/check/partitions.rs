//! What the policy decides.

use super::code::{About, Severity};
use super::{Code, Finding, Path, Report, Seen, Surroundings};
use crate::catalogue::PARTITIONS;
use crate::draft::{Group, Section};

pub(super) static PER_API_NOT_ALONE: About = About {
    rule: "R4",
    name: "per-api-not-alone",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(groups) => write!(f, "per_api excludes every other partition; also on: {groups}"),
        _ => f.write_str("per_api excludes every other partition"),
    },
    help: "switch per_api off, or all the others; Tyk stores both together and then refuses every key",
};

/// What the flags mean for the other sections.
pub(super) fn flags(section: &Section) -> Surroundings {
    Surroundings {
        per_api: section.decides_per_api(),
        partitioned: Group::ALL.into_iter().any(|group| section.decides(group)),
        acl: section.decides(Group::Access),
        has_access_array: false,
    }
}

pub(super) fn check(section: &Section, surroundings: Surroundings, report: &mut Report) {
    if surroundings.per_api && surroundings.partitioned {
        let groups: Vec<_> = Group::ALL.into_iter().filter(|group| section.decides(*group)).map(Group::flag).collect();
        report.push(Finding::new(
            Code::PerApiNotAlone,
            Path::root().name(PARTITIONS.name),
            Seen::text(&groups.join(", ")),
        ));
    }
}

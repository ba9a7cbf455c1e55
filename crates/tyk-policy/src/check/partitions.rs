//! What the policy decides.

use super::code::{About, Severity};
use super::fields::Fields;
use super::{Code, Finding, Report, Seen, Surroundings};
use crate::catalogue::{PARTITION_PER_API, PARTITIONS};
use crate::draft::{Group, Section};

pub(super) static PER_API_NOT_ALONE: About = About {
    rule: "R4",
    name: "per-api-not-alone",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(groups) => write!(f, "expected `per_api` alone, found it together with {groups}"),
        _ => f.write_str("expected `per_api` alone, found it together with other partitions"),
    },
    help: "switch `per_api` off, or all the others: Tyk stores this policy and then refuses every key that uses it",
};

pub(super) fn check(section: &Section, surroundings: Surroundings, report: &mut Report) {
    if surroundings.per_api && surroundings.partitioned {
        let groups: Vec<_> = Group::ALL.into_iter().filter(|group| section.decides(*group)).map(Group::flag).collect();
        let fields = Fields::section(section);
        let finding = Finding::new(Code::PerApiNotAlone, fields.path(&PARTITIONS), Seen::text(&groups.join(", ")));
        let fix = fields.inside(&PARTITIONS).map(|flags| vec![flags.set(&PARTITION_PER_API, false)]);
        report.push(finding.fixed_by("switch per_api off", fix.unwrap_or_default()));
    }
}

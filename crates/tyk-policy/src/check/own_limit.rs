//! The limit of one API (policy-model.md section 4.4).

use super::code::{About, Severity};
use super::fields::Fields;
use super::{Code, Finding, Path, Report, Seen, Surroundings, limits, quota};
use crate::catalogue::{
    LIMIT, LIMIT_FIELDS, PARTITION_FLAGS, PARTITION_PER_API, PARTITIONS, SMOOTHING, SMOOTHING_ENABLED,
};
use crate::draft::{Edit, Json};

pub(super) static OWN_LIMIT_IGNORED: About = About {
    rule: "S8",
    name: "own-limit-ignored",
    severity: Severity::Warning,
    message: |_, f| f.write_str("Tyk ignores the limits of this API, because the `per_api` partition is off"),
    help: "switch `per_api` on and the other partitions off, or take these limits out",
};

pub(super) static OWN_LIMIT_ONLY_SMOOTHING: About = About {
    rule: "S21",
    name: "own-limit-only-smoothing",
    severity: Severity::Warning,
    message: |_, f| f.write_str("this limit has smoothing but no rate, so the API still shares the policy's limits"),
    help: "give the API a rate and a period of its own, too",
};

pub(super) fn check(entry: &Fields<'_>, surroundings: Surroundings, report: &mut Report) {
    let Some(limit) = entry.inside(&LIMIT) else { return };
    let has_number = LIMIT_FIELDS.iter().any(|field| limit.number(field).is_some_and(|number| number != 0.0));
    if has_number && !surroundings.per_api {
        let finding = Finding::new(Code::OwnLimitIgnored, entry.path(&LIMIT), Seen::Nothing);
        // A limit that is faulty once it counts is no way out.
        let mut in_force = Report::default();
        check_in_force(&limit, &mut in_force);
        report.push(if in_force.is_ready() {
            finding.fixed_by("switch per_api on alone", each_api_on_its_own())
        } else {
            finding
        });
    } else if has_number {
        check_in_force(&limit, report);
    } else if surroundings.per_api
        && limit.inside(&SMOOTHING).is_some_and(|smoothing| smoothing.flag(&SMOOTHING_ENABLED))
    {
        report.push(Finding::new(Code::OwnLimitOnlySmoothing, entry.path(&LIMIT), Seen::Nothing));
    }
}

/// The limit of one API that is in force.
fn check_in_force(limit: &Fields<'_>, report: &mut Report) {
    limits::check_own(limit, report);
    quota::check_quota(limit, report);
}

/// The partitions with `per_api` alone.
fn each_api_on_its_own() -> Vec<Edit> {
    let flag = |name| Path::root().name(PARTITIONS.name).name(name);
    let value = |name: &str| Json::from(name == PARTITION_PER_API.name);
    PARTITION_FLAGS.iter().map(|field| Edit::Set(flag(field.name), value(field.name))).collect()
}

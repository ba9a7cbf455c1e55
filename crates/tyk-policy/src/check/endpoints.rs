//! Limits of single endpoints (policy-model.md section 4.5).

use super::code::{About, Severity};
use super::fields::Fields;
use super::{Code, Finding, Path, Report, Seen, Surroundings, limits, paths};
use crate::catalogue::{
    ENDPOINT_LIMIT, ENDPOINT_METHODS, ENDPOINT_PATH, ENDPOINT_SMOOTHING, ENDPOINTS, Field, PARTITION_RATE_LIMIT,
    PARTITIONS, PER, RATE,
};
use crate::draft::{Edit, Json};

pub(super) static SMALL_LIMITS_DROPPED: About = About {
    rule: "S9",
    name: "small-limits-dropped",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Text(what) => write!(f, "Tyk drops the limits in `{what}`, because the `rate_limit` partition is off"),
        _ => f.write_str("Tyk drops these limits, because the `rate_limit` partition is off"),
    },
    help: "switch the `rate_limit` partition on, or take these limits out",
};

pub(super) static SMALL_SMOOTHING_IGNORED: About = About {
    rule: "S10",
    name: "small-smoothing-ignored",
    severity: Severity::Warning,
    message: |_, f| f.write_str("Tyk ignores smoothing here: only that of the policy or of the API counts"),
    help: "take it out, and set smoothing for the policy or the API",
};

pub(super) static SMALL_LIMIT_UNLIMITED: About = About {
    rule: "S11",
    name: "small-limit-unlimited",
    severity: Severity::Info,
    message: |_, f| f.write_str("a rate of 0 or below means no limit here, even if the API has one"),
    help: "take the entry out if the limit of the whole API should count here, too",
};

pub(super) fn check(entry: &Fields<'_>, surroundings: Surroundings, report: &mut Report) {
    if !entry.list(&ENDPOINTS).is_empty() {
        check_in_force(entry, &ENDPOINTS, surroundings, report);
    }
    for endpoint in entry.items(&ENDPOINTS) {
        paths::check_pattern(&endpoint, &ENDPOINT_PATH, report);
        for method in endpoint.items(&ENDPOINT_METHODS) {
            if let Some(limit) = method.inside(&ENDPOINT_LIMIT) {
                check_small(&limit, report);
            }
        }
    }
}

/// Small limits count only where the policy decides the rate.
pub(super) fn check_in_force(
    entry: &Fields<'_>,
    field: &'static Field,
    surroundings: Surroundings,
    report: &mut Report,
) {
    if surroundings.ignores(surroundings.rate_limit) && !surroundings.per_api {
        let flag = Path::root().name(PARTITIONS.name).name(PARTITION_RATE_LIMIT.name);
        let finding = Finding::new(Code::SmallLimitsDropped, entry.path(field), Seen::Text(field.name.to_owned()));
        report.push(finding.fixed_by("switch rate_limit on", vec![Edit::Set(flag, Json::from(true))]));
    }
}

/// The limit of an endpoint's method, of a JSON-RPC method or of an MCP primitive.
pub(super) fn check_small(limit: &Fields<'_>, report: &mut Report) {
    limits::check_whole(limit, &RATE, report);
    limits::check_whole(limit, &PER, report);
    if limit.number(&RATE).is_some_and(|rate| rate <= 0.0) {
        report.push(Finding::new(Code::SmallLimitUnlimited, limit.at(), Seen::Nothing));
    } else if limit.number(&PER).is_some_and(|period| period <= 0.0) {
        let finding = Finding::new(Code::RateWithoutPeriod, limit.path(&PER), Seen::text(&limit.written(&RATE)));
        report.push(finding.fixed_by("set the period to 60 seconds", vec![limit.set(&PER, 60)]));
    }
    if limit.is_written(&ENDPOINT_SMOOTHING) {
        let finding = Finding::new(Code::SmallSmoothingIgnored, limit.path(&ENDPOINT_SMOOTHING), Seen::Nothing);
        report.push(finding.safely_fixed_by("take it out", vec![limit.remove(&ENDPOINT_SMOOTHING)]));
    }
}

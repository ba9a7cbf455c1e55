//! The rate limit.

use super::code::{About, Severity};
use super::{Code, Finding, Path, Report, Seen};
use crate::catalogue::{PER, RATE};
use crate::draft::{Json, Section};

pub(super) static RATE_WITHOUT_PERIOD: About = About {
    rule: "S3",
    name: "rate-without-period",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(rate) => write!(f, "a rate of `{rate}` without a period is no limit at all"),
        _ => f.write_str("a rate without a period is no limit at all"),
    },
    help: "give the period in seconds, such as 1 or 60",
};

pub(super) fn check(section: &Section, report: &mut Report) {
    check_rate(section.get(&RATE), section.get(&PER), Path::root, report);
}

/// A rate above 0 needs a period above 0. What is not a number is another rule's matter.
pub(super) fn check_rate(rate: Option<&Json>, period: Option<&Json>, parent: impl Fn() -> Path, report: &mut Report) {
    let Some(Json::Number(rate)) = rate else { return };
    let period = period.map_or(Some(0.0), Json::as_number);
    let path = parent().name(PER.name);
    if rate.as_f64().is_some_and(|rate| rate > 0.0)
        && period.is_some_and(|period| period <= 0.0)
        && !report.has_at(&path)
    {
        report.push(Finding::new(Code::RateWithoutPeriod, path, Seen::text(rate.as_str())));
    }
}

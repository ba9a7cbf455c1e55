//! The quota.

use super::code::{About, Severity};
use super::{Code, Finding, Path, Report, Seen};
use crate::catalogue::{QUOTA_MAX, QUOTA_RENEWAL_RATE};
use crate::draft::{Json, Section};

pub(super) static QUOTA_NEVER_RENEWS: About = About {
    rule: "S6",
    name: "quota-never-renews",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Text(quota) => write!(f, "the quota of `{quota}` never renews: a key that used it up stays refused"),
        _ => f.write_str("the quota never renews: a key that used it up stays refused"),
    },
    help: "give the quota period in seconds, such as 3600 for an hour; leave it if the quota is for once only",
};

pub(super) fn check(section: &Section, report: &mut Report) {
    check_renewal(section.get(&QUOTA_MAX), section.get(&QUOTA_RENEWAL_RATE), Path::root, report);
}

/// A quota above 0 needs a renewal above 0. What is not a number is another rule's matter.
pub(super) fn check_renewal(
    quota: Option<&Json>,
    renewal: Option<&Json>,
    parent: impl Fn() -> Path,
    report: &mut Report,
) {
    let Some(Json::Number(quota)) = quota else { return };
    let renewal = renewal.map_or(Some(0), Json::as_integer);
    let path = parent().name(QUOTA_RENEWAL_RATE.name);
    if quota.as_i64().is_some_and(|quota| quota > 0)
        && renewal.is_some_and(|renewal| renewal <= 0)
        && !report.has_at(&path)
    {
        report.push(Finding::new(Code::QuotaNeverRenews, path, Seen::text(quota.as_str())));
    }
}

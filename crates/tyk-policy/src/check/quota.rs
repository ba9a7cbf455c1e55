//! The quota, at the root and in the limit of one API.

use super::code::{About, Severity};
use super::fields::Fields;
use super::{Code, Finding, Report, Seen, Surroundings, limits};
use crate::catalogue::{PARTITION_QUOTA, QUOTA_MAX, QUOTA_RENEWAL_RATE};
use crate::draft::Section;

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

pub(super) static QUOTA_ZERO: About = About {
    rule: "S5",
    name: "quota-zero",
    severity: Severity::Info,
    message: |_, f| f.write_str("a quota of 0 is no quota at all"),
    help: "write -1 if no quota is meant; to refuse every request, set `state` to deny and `is_inactive` to true",
};

pub(super) static QUOTA_NEGATIVE: About = About {
    rule: "S5",
    name: "quota-negative",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Text(quota) => write!(f, "a quota of `{quota}` is no quota at all"),
        _ => f.write_str("a quota below 0 is no quota at all"),
    },
    help: "write -1, which is how Tyk writes unlimited",
};

pub(super) fn check(section: &Section, surroundings: Surroundings, report: &mut Report) {
    let fields = Fields::section(section);
    if surroundings.ignores(surroundings.quota) {
        limits::ignored(&fields, &[&QUOTA_MAX, &QUOTA_RENEWAL_RATE], PARTITION_QUOTA.name, report);
    } else {
        check_quota(&fields, report);
    }
}

/// A quota above 0 needs a renewal above 0; any other number is no quota.
pub(super) fn check_quota(fields: &Fields<'_>, report: &mut Report) {
    let Some(quota) = fields.integer(&QUOTA_MAX) else { return };
    let seen = Seen::text(&fields.written(&QUOTA_MAX));
    if quota > 0 && fields.integer(&QUOTA_RENEWAL_RATE).is_some_and(|renewal| renewal <= 0) {
        let finding = Finding::new(Code::QuotaNeverRenews, fields.path(&QUOTA_RENEWAL_RATE), seen);
        report.push(finding.fixed_by("renew the quota every hour", vec![fields.set(&QUOTA_RENEWAL_RATE, 3_600)]));
    } else if quota < -1 {
        let finding = Finding::new(Code::QuotaNegative, fields.path(&QUOTA_MAX), seen);
        // Not safe: where a key has several policies, -1 is the one number that outweighs every quota.
        report.push(finding.fixed_by("write -1", vec![fields.set(&QUOTA_MAX, -1)]));
    } else if quota == 0 && fields.is_written(&QUOTA_MAX) {
        report.push(Finding::new(Code::QuotaZero, fields.path(&QUOTA_MAX), Seen::Nothing));
    }
}

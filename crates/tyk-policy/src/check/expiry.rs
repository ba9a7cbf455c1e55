//! How long keys live, and what becomes of them then (policy-model.md section 8).

use super::code::{About, Severity};
use super::fields::Fields;
use super::{Code, Finding, Report, Seen};
use crate::catalogue::{KEY_EXPIRES_IN, POST_EXPIRY_ACTION, POST_EXPIRY_GRACE_PERIOD};
use crate::draft::Section;

pub(super) static EXPIRY_NOT_CHOSEN: About = About {
    rule: "D3",
    name: "expiry-not-chosen",
    severity: Severity::Info,
    message: |_, f| f.write_str("the policy does not say how long keys live, so they never expire"),
    help: "give the seconds that a key lives, or 0 for keys that never expire; the Dashboard's form asks for it, too",
};

pub(super) static EXPIRY_NEGATIVE: About = About {
    rule: "S18",
    name: "expiry-negative",
    severity: Severity::Info,
    message: |seen, f| match seen {
        Seen::Text(seconds) => write!(f, "`{seconds}` means the same as 0: keys never expire"),
        _ => f.write_str("a time below 0 means the same as 0: keys never expire"),
    },
    help: "write 0",
};

pub(super) static POST_EXPIRY_UNKNOWN: About = About {
    rule: "D12",
    name: "post-expiry-unknown",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(action) => write!(f, "expected retain or delete, found `{action}`"),
        _ => f.write_str("expected retain or delete"),
    },
    help: "write retain to keep expired keys for a while, delete to remove them at once, or leave it empty",
};

pub(super) static GRACE_WITHOUT_EFFECT: About = About {
    rule: "S19",
    name: "grace-without-effect",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Text(why) => write!(f, "the grace period has no effect, because {why}"),
        _ => f.write_str("the grace period has no effect"),
    },
    help: "retain needs a time above 0, or -1 to keep expired keys for ever; delete needs none",
};

pub(super) fn check(section: &Section, report: &mut Report) {
    let fields = Fields::section(section);
    check_life(&fields, report);
    let action = fields.text(&POST_EXPIRY_ACTION);
    if !matches!(action, "" | "retain" | "delete") {
        let finding = Finding::new(Code::PostExpiryUnknown, fields.path(&POST_EXPIRY_ACTION), Seen::text(action));
        let meant = ["retain", "delete"].into_iter().find(|word| word.eq_ignore_ascii_case(action));
        report.push(match meant {
            Some(word) => finding.fixed_by(format!("write {word}"), vec![fields.set(&POST_EXPIRY_ACTION, word)]),
            None => finding,
        });
        return;
    }
    check_grace(&fields, action, report);
}

fn check_life(fields: &Fields<'_>, report: &mut Report) {
    let path = fields.path(&KEY_EXPIRES_IN);
    if !fields.is_written(&KEY_EXPIRES_IN) {
        let finding = Finding::new(Code::ExpiryNotChosen, path, Seen::Nothing);
        report.push(finding.safely_fixed_by("say that keys never expire", vec![fields.set(&KEY_EXPIRES_IN, 0)]));
    } else if fields.integer(&KEY_EXPIRES_IN).is_some_and(|seconds| seconds < 0) {
        let finding = Finding::new(Code::ExpiryNegative, path, Seen::text(&fields.written(&KEY_EXPIRES_IN)));
        report.push(finding.safely_fixed_by("write 0", vec![fields.set(&KEY_EXPIRES_IN, 0)]));
    }
}

fn check_grace(fields: &Fields<'_>, action: &str, report: &mut Report) {
    let Some(grace) = fields.integer(&POST_EXPIRY_GRACE_PERIOD) else { return };
    let path = fields.path(&POST_EXPIRY_GRACE_PERIOD);
    let finding = |why: &str| Finding::new(Code::GraceWithoutEffect, path, Seen::Text(why.to_owned()));
    match action {
        "retain" if grace == 0 => report.push(finding("it is 0")),
        "retain" if grace < -1 => {
            let fix = vec![fields.set(&POST_EXPIRY_GRACE_PERIOD, -1)];
            report.push(finding("it is below -1").fixed_by("keep expired keys for ever", fix));
        }
        "retain" => {}
        _ if grace != 0 => {
            // Not safe: where a key has several policies, the action may come from another one.
            let fix = vec![fields.remove(&POST_EXPIRY_GRACE_PERIOD)];
            report.push(finding("the action is not retain").fixed_by("take the grace period out", fix));
        }
        _ => {}
    }
}

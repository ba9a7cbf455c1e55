//! Rate and throttling, at the root and in the limit of one API.

use super::code::{About, Severity};
use super::fields::Fields;
use super::{Code, Finding, Report, Seen, Surroundings, smoothing};
use crate::catalogue::{
    Field, MAX_QUERY_DEPTH, PARTITION_COMPLEXITY, PARTITION_RATE_LIMIT, PER, RATE, THROTTLE_INTERVAL,
    THROTTLE_RETRY_LIMIT,
};
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

pub(super) static UNLIMITED_RATE_UNSET: About = About {
    rule: "S3b",
    name: "unlimited-rate-unset",
    severity: Severity::Info,
    message: |_, f| f.write_str("on a key with several policies, an unlimited rate without a period counts as not set"),
    help: "write -1 for the period, too, as the Dashboard does",
};

pub(super) static NUMBER_CUT: About = About {
    rule: "S4",
    name: "number-cut",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Text(number) => write!(f, "Tyk cuts `{number}` to a whole number"),
        _ => f.write_str("Tyk cuts this to a whole number"),
    },
    help: "write whole numbers: 0.5 becomes 0; instead of half a request a second write 1 in 2 seconds",
};

pub(super) static UNLIMITED_RATE_WITH_PERIOD: About = About {
    rule: "D17",
    name: "unlimited-rate-with-period",
    severity: Severity::Info,
    message: |_, f| f.write_str("the rate is unlimited, so the period means nothing"),
    help: "write -1 for the period, too, as the Dashboard does",
};

pub(super) static THROTTLE_WITHOUT_INTERVAL: About = About {
    rule: "S7",
    name: "throttle-without-interval",
    severity: Severity::Warning,
    message: |_, f| f.write_str("requests over the limit are tried again at once, without a pause"),
    help: "give the pause between two tries in seconds, or switch throttling off with -1 in both fields",
};

pub(super) static THROTTLE_WITHOUT_RATE: About = About {
    rule: "S7",
    name: "throttle-without-rate",
    severity: Severity::Warning,
    message: |_, f| f.write_str("throttling does nothing, because there is no rate limit to exceed"),
    help: "set a rate and its period, or switch throttling off with -1 in both fields",
};

pub(super) static THROTTLE_WITHOUT_RETRIES: About = About {
    rule: "S7",
    name: "throttle-without-retries",
    severity: Severity::Warning,
    message: |_, f| f.write_str("this pause does nothing, because the number of retries is not above 0"),
    help: "set how often a request is tried again, or write -1 in both fields",
};

pub(super) static IGNORED_WITHOUT_PARTITION: About = About {
    rule: "S20",
    name: "ignored-without-partition",
    severity: Severity::Info,
    message: |seen, f| match seen {
        Seen::Two(field, group) => write!(f, "Tyk ignores `{field}`, because the `{group}` partition is off"),
        _ => f.write_str("Tyk ignores this, because its partition is off"),
    },
    help: "switch the partition on, or leave the value to another policy of the same key",
};

/// What a section of limits says of itself.
pub(super) fn check(section: &Section, surroundings: Surroundings, report: &mut Report) {
    let fields = Fields::section(section);
    if surroundings.ignores(surroundings.rate_limit) {
        let group = [&RATE, &PER, &THROTTLE_INTERVAL, &THROTTLE_RETRY_LIMIT];
        ignored(&fields, &group, PARTITION_RATE_LIMIT.name, report);
    } else {
        check_rate(&fields, report);
        check_throttle(&fields, report);
        smoothing::check(&fields, report);
    }
    if surroundings.ignores(surroundings.complexity) {
        ignored(&fields, &[&MAX_QUERY_DEPTH], PARTITION_COMPLEXITY.name, report);
    }
}

/// One finding for a group that the policy does not decide, at its first value that says something.
pub(super) fn ignored(fields: &Fields<'_>, group: &[&'static Field], partition: &str, report: &mut Report) {
    let says_something = |field: &&&Field| fields.number(field).is_some_and(|number| number != 0.0 && number != -1.0);
    if let Some(field) = group.iter().find(says_something) {
        let seen = Seen::Two(field.name.to_owned(), partition.to_owned());
        report.push(Finding::new(Code::IgnoredWithoutPartition, fields.path(field), seen));
    }
}

/// A rate above 0 needs a period above 0.
pub(super) fn check_rate(fields: &Fields<'_>, report: &mut Report) {
    check_whole(fields, &RATE, report);
    check_whole(fields, &PER, report);
    let (Some(rate), Some(period)) = (fields.number(&RATE), fields.number(&PER)) else { return };
    let finding = |code| Finding::new(code, fields.path(&PER), Seen::text(&fields.written(&RATE)));
    if rate > 0.0 && period <= 0.0 {
        let says = "set the period to 60 seconds";
        report.push(finding(Code::RateWithoutPeriod).fixed_by(says, vec![fields.set(&PER, 60)]));
    } else if rate < 0.0 && period == 0.0 {
        let says = "set the period to -1";
        report.push(finding(Code::UnlimitedRateUnset).fixed_by(says, vec![fields.set(&PER, -1)]));
    } else if rate < 0.0 && period > 0.0 {
        let says = "set the period to -1";
        report.push(finding(Code::UnlimitedRateWithPeriod).safely_fixed_by(says, vec![fields.set(&PER, -1)]));
    }
}

/// Tyk's limiters count in whole numbers.
pub(super) fn check_whole(fields: &Fields<'_>, field: &'static Field, report: &mut Report) {
    let Some(number) = fields.number(field).filter(|number| number % 1.0 != 0.0) else { return };
    let finding = Finding::new(Code::NumberCut, fields.path(field), Seen::text(&fields.written(field)));
    // Below 1 the cut number would be none at all, which nobody meant. Not safe: one of the limiters does not cut.
    let whole = if (1.0..1e15).contains(&number) { Json::whole(number) } else { None };
    report.push(match whole {
        Some(whole) => {
            let says = format!("write what Tyk makes of it, {}", whole.as_integer().unwrap_or_default());
            finding.fixed_by(says, vec![fields.set(field, whole)])
        }
        None => finding,
    });
}

fn check_throttle(fields: &Fields<'_>, report: &mut Report) {
    let (Some(interval), Some(retries)) = (fields.number(&THROTTLE_INTERVAL), fields.integer(&THROTTLE_RETRY_LIMIT))
    else {
        return;
    };
    // Not safe: where a key has several policies, each of the two values counts on its own.
    let off = || vec![fields.set(&THROTTLE_INTERVAL, -1), fields.set(&THROTTLE_RETRY_LIMIT, -1)];
    let finding = |code, field: &Field| Finding::new(code, fields.path(field), Seen::Nothing);
    if retries > 0 && !has_rate(fields) {
        let finding = finding(Code::ThrottleWithoutRate, &THROTTLE_RETRY_LIMIT);
        report.push(finding.fixed_by("switch throttling off", off()));
    } else if retries > 0 && interval <= 0.0 {
        let finding = finding(Code::ThrottleWithoutInterval, &THROTTLE_INTERVAL);
        report.push(finding.fixed_by("wait 1 second between two tries", vec![fields.set(&THROTTLE_INTERVAL, 1)]));
    } else if retries <= 0 && interval > 0.0 {
        let finding = finding(Code::ThrottleWithoutRetries, &THROTTLE_INTERVAL);
        report.push(finding.fixed_by("switch throttling off", off()));
    }
}

/// Whether there is a rate limit. What is not a number counts as one: its own fault is reported already.
fn has_rate(fields: &Fields<'_>) -> bool {
    let is_above_zero = |field: &Field| fields.number(field).is_none_or(|number| number > 0.0);
    is_above_zero(&RATE) && is_above_zero(&PER)
}

/// The limit of one API that is in force.
pub(super) fn check_own(fields: &Fields<'_>, report: &mut Report) {
    check_rate(fields, report);
    check_throttle(fields, report);
    smoothing::check(fields, report);
}

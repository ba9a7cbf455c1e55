//! Smoothing, at the root and in the limit of one API (policy-model.md section 7b).

use super::code::{About, Severity};
use super::fields::Fields;
use super::{Code, Finding, Report, Seen};
use crate::catalogue::{
    Field, RATE, SMOOTHING, SMOOTHING_DELAY, SMOOTHING_ENABLED, SMOOTHING_STEP, SMOOTHING_THRESHOLD, SMOOTHING_TRIGGER,
};

pub(super) static SMOOTHING_BROKEN: About = About {
    rule: "S1",
    name: "smoothing-broken",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Text(names) => write!(f, "Tyk leaves smoothing off as long as these are not above 0: {names}"),
        _ => f.write_str("Tyk leaves smoothing off as long as one of its numbers is not above 0"),
    },
    help: "give threshold, step and delay whole numbers from 1 on and the trigger a number such as 0.8, or switch it off",
};

pub(super) static SMOOTHING_NEEDS_OPTION: About = About {
    rule: "S2",
    name: "smoothing-needs-option",
    severity: Severity::Info,
    message: |_, f| f.write_str("smoothing works only if the Gateway's configuration switches it on"),
    help: "ask for `enable_rate_limit_smoothing` in the Gateway's configuration, and for its Redis rate limiter",
};

pub(super) static SMOOTHING_ABOVE_RATE: About = About {
    rule: "D5",
    name: "smoothing-above-rate",
    severity: Severity::Warning,
    message: |_, f| f.write_str("the threshold is not below the rate, so there is nothing to smooth"),
    help: "set the threshold below the rate: the allowance starts at the threshold and rises to the rate",
};

pub(super) static SMOOTHING_TRIGGER_ODD: About = About {
    rule: "D6",
    name: "smoothing-trigger-odd",
    severity: Severity::Warning,
    message: |seen, f| match seen {
        Seen::Text(trigger) => write!(f, "a trigger of `{trigger}` is outside what Tyk documents"),
        _ => f.write_str("the trigger is outside what Tyk documents"),
    },
    help: "write a fraction of a step from 0.01 to 1 with at most two decimals; 0.5 means when half a step is left",
};

pub(super) static SMOOTHING_ONE_STEP: About = About {
    rule: "D8",
    name: "smoothing-one-step",
    severity: Severity::Info,
    message: |_, f| f.write_str("the first step already reaches the rate, so the allowance rises only once"),
    help: "make the step smaller or the threshold lower if it should rise more gently",
};

/// What the smoothing in these limits says of itself.
pub(super) fn check(limits: &Fields<'_>, report: &mut Report) {
    let Some(fields) = limits.inside(&SMOOTHING) else { return };
    if !fields.flag(&SMOOTHING_ENABLED) {
        return;
    }
    let numbers: [&Field; 4] = [&SMOOTHING_THRESHOLD, &SMOOTHING_TRIGGER, &SMOOTHING_STEP, &SMOOTHING_DELAY];
    let is_off = |field: &&&Field| fields.number(field).is_some_and(|number| number <= 0.0);
    let off: Vec<_> = numbers.iter().filter(is_off).map(|field| field.name).collect();
    if !off.is_empty() {
        let finding = Finding::new(Code::SmoothingBroken, fields.at(), Seen::Text(off.join(", ")));
        let says = "switch smoothing off, as Tyk does";
        report.push(finding.fixed_by(says, vec![fields.set(&SMOOTHING_ENABLED, false)]));
        return;
    }
    report.push(Finding::new(Code::SmoothingNeedsOption, fields.at(), Seen::Nothing));
    check_against_rate(&fields, limits.number(&RATE), report);
    check_trigger(&fields, report);
}

fn check_against_rate(fields: &Fields<'_>, rate: Option<f64>, report: &mut Report) {
    let Some(rate) = rate.filter(|rate| *rate > 0.0) else { return };
    let (Some(threshold), Some(step)) = (fields.number(&SMOOTHING_THRESHOLD), fields.number(&SMOOTHING_STEP)) else {
        return;
    };
    if threshold >= rate {
        report.push(Finding::new(Code::SmoothingAboveRate, fields.path(&SMOOTHING_THRESHOLD), Seen::Nothing));
    } else if threshold + step > rate {
        report.push(Finding::new(Code::SmoothingOneStep, fields.path(&SMOOTHING_STEP), Seen::Nothing));
    }
}

fn check_trigger(fields: &Fields<'_>, report: &mut Report) {
    let Some(trigger) = fields.number(&SMOOTHING_TRIGGER) else { return };
    let rest = (trigger * 100.0) % 1.0;
    if trigger > 1.0 || (rest > 1e-7 && rest < 1.0 - 1e-7) {
        let seen = Seen::text(&fields.written(&SMOOTHING_TRIGGER));
        report.push(Finding::new(Code::SmoothingTriggerOdd, fields.path(&SMOOTHING_TRIGGER), seen));
    }
}

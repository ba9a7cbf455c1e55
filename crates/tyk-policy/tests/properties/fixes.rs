//! What holds for every fix in every policy.

use proptest::prelude::*;
use tyk_policy::check::{self, Code, Finding, Fix, Report, Severity};
use tyk_policy::context::{Context, Tyk};
use tyk_policy::draft::{Draft, Json};
use tyk_policy::read;
use tyk_policy::write::{self, Layout};

use crate::{configuration, slips};

/// Each case tries every fix of a policy for two targets.
fn fewer() -> ProptestConfig {
    ProptestConfig { cases: 96, ..configuration() }
}

/// The codes whose fix lets Tyk see what it could not see before, so that errors may come to light: a value that could not be
/// read, a field under a name that is not known, limits that were not in force.
const REVEALING: [Code; 7] = [
    Code::WrongType,
    Code::IntegerNotPlain,
    Code::UnknownField,
    Code::FieldInOtherLetters,
    Code::OwnLimitIgnored,
    Code::SmallLimitsDropped,
    Code::Double,
];

fn contexts() -> [Context; 2] {
    ["dashboard", "gateway"].map(|target| Context { tyk: Tyk::parse(target).unwrap(), ..Context::default() })
}

fn fixes(report: &Report) -> Vec<(Finding, Fix)> {
    report.iter().filter_map(|finding| Some((finding.clone(), finding.fix.as_deref()?.clone()))).collect()
}

fn count(report: &Report, finding: &Finding) -> usize {
    report.iter().filter(|each| (each.code, &each.path) == (finding.code, &finding.path)).count()
}

/// What is reported of a draft, as it stands and as it is read again once it is written.
fn reported(draft: &Draft, context: &Context) -> (Vec<String>, Vec<String>) {
    let told = |draft: &Draft| {
        let findings = check::draft(draft, context).into_iter();
        let mut told: Vec<_> = findings.map(|each| format!("{} {} {each}", each.code.name(), each.path)).collect();
        told.sort();
        told
    };
    let written = write::draft(draft, Layout::Indented);
    let Ok(Json::Object(object)) = read::json(&written) else { panic!("no object: {written}") };
    (told(draft), told(&Draft::from_object(object)))
}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn a_fix_takes_its_finding_away_and_adds_no_error(policy in slips::policy_with_slips()) {
        let draft = Draft::from_object(policy);
        for context in contexts() {
            let before = check::draft(&draft, &context);
            for (finding, fix) in fixes(&before) {
                let mended = draft.edited(&fix.edits);
                let after = check::draft(&mended, &context);
                let shown = || format!("{} {} {fix:?}\n{}", finding.code.name(), finding.path, write::draft(&draft, Layout::Indented));
                prop_assert!(count(&after, &finding) < count(&before, &finding), "{}", shown());
                if !REVEALING.contains(&finding.code) {
                    prop_assert!(after.count(Severity::Error) <= before.count(Severity::Error), "{}", shown());
                }
                let (edited, reread) = reported(&mended, &context);
                prop_assert_eq!(edited, reread, "{}", shown());
            }
        }
    }

    #[test]
    fn making_safe_fixes_comes_to_an_end_with_none_left(policy in slips::policy_with_slips()) {
        for context in contexts() {
            let mut draft = Draft::from_object(policy.clone());
            let mut left = 400;
            while let Some((finding, fix)) = fixes(&check::draft(&draft, &context)).into_iter().find(|(_, fix)| fix.is_safe) {
                prop_assert!(left > 0, "{} {} is mended again and again", finding.code.name(), finding.path);
                left -= 1;
                draft = draft.edited(&fix.edits);
            }
        }
    }
}

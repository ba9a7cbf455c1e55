//! Every kind of finding is found in its own example and not in the one beside it, and its fix mends it and nothing else.

#![cfg(test)]

use std::collections::BTreeMap;

use serde_json::Value;
use tyk_policy::check::manual::{self, Manual};
use tyk_policy::check::{self, Code, Finding, Report, Severity};
use tyk_policy::draft::{Draft, Edit};
use tyk_policy::read::{self, Reading};
use tyk_policy::write::{self, Layout};

/// The codes whose example needs the reader of regular expressions. They have a test of their own.
const NEED_PATTERNS: [Code; 1] = [Code::PatternInvalid];

/// What an example has beside its own finding, where that cannot be avoided.
fn also(code: Code) -> &'static [Code] {
    match code {
        // Both follow from the one fault that the example shows.
        Code::ActiveMissing => &[Code::NotActive],
        Code::StateContradicts => &[Code::KeysRefused],
        // Smoothing that is in force always has the hint that the Gateway must allow it.
        Code::SmoothingAboveRate | Code::SmoothingTriggerOdd | Code::SmoothingOneStep => &[Code::SmoothingNeedsOption],
        // Each names an API by its name in Kubernetes, which becomes no id.
        Code::OperatorResource => &[Code::Placeholder, Code::ApiIdMissing, Code::NotWrittenOut],
        // There is no policy in the text as it stands, so much is missing.
        Code::AccessRightsAlone => &[Code::NameMissing, Code::NotActive, Code::ExpiryNotChosen],
        // What was made YAML again is a resource of the Operator, and a short one.
        Code::NotYaml => &[Code::OperatorResource, Code::NotActive, Code::NoAccess, Code::ExpiryNotChosen],
        _ => &[],
    }
}

fn reading(manual: &Manual) -> Reading {
    read::bytes(&manual.saved.bytes(manual.triggers))
}

fn triggered(code: Code) -> Report {
    let manual = manual::of(code);
    check::reading(&reading(manual), &manual.context())
}

fn beside(code: Code) -> Report {
    let manual = manual::of(code);
    check::reading(&read::bytes(manual.near_miss.as_bytes()), &manual.context())
}

#[track_caller]
fn assert_example(code: Code) {
    let manual = manual::of(code);
    let (found, near) = (triggered(code).codes(), beside(code).codes());
    assert_eq!(found.iter().filter(|each| **each == code).count(), 1, "{}: {found:?}", code.name());
    let others: Vec<_> = found.iter().filter(|each| **each != code && !also(code).contains(each)).collect();
    assert!(others.is_empty(), "{}: {others:?} beside it in\n{}", code.name(), manual.triggers);
    let near: Vec<_> = near.iter().filter(|each| !also(code).contains(each)).collect();
    assert!(near.is_empty(), "{}: {near:?} in\n{}", code.name(), manual.near_miss);
}

#[test]
fn every_example_has_its_finding_and_the_one_beside_it_has_none() {
    for code in Code::ALL.iter().filter(|code| !NEED_PATTERNS.contains(code)) {
        assert_example(*code);
    }
}

/// NEEDS THE REAL PATTERNS: fails as long as `pattern` takes every text for a regular expression.
#[test]
fn every_example_of_a_pattern_has_its_finding_and_the_one_beside_it_has_none() {
    NEED_PATTERNS.into_iter().for_each(assert_example);
}

#[test]
fn every_entry_of_the_manual_says_why_in_sentences_and_where_it_is_proved() {
    for code in Code::ALL {
        let Manual { why, proof, target, .. } = manual::of(*code);
        let is_sentence = why.ends_with('.') || why.ends_with(".\"") || why.ends_with('"');
        assert!(is_sentence && (60..=420).contains(&why.len()), "{}: {why}", code.name());
        assert!(!why.contains("  ") && !proof.contains("  ") && !proof.ends_with('.'), "{}", code.name());
        assert!(proof.starts_with("policy-model.md "), "{}: {proof}", code.name());
        let names_its_rule = proof.contains(code.rule()) || *code == Code::ByteOrderMark;
        assert!(names_its_rule, "{}: {proof}", code.name());
        assert!(target.is_empty() || tyk_policy::context::Tyk::parse(target).is_some(), "{}: {target}", code.name());
    }
}

#[test]
fn every_message_is_one_line_without_a_full_stop_and_so_is_every_help() {
    for code in Code::ALL {
        let said = triggered(*code).into_iter().find(|finding| finding.code == *code);
        let said = said.map(|finding| finding.to_string()).unwrap_or_default();
        for text in [said.as_str(), code.help()] {
            assert!(!text.ends_with('.') && !text.contains('\n'), "{}: {text}", code.name());
            assert!(text.chars().count() <= 120, "{}: {} characters: {text}", code.name(), text.chars().count());
            assert_eq!(text.matches('`').count() % 2, 0, "{}: {text}", code.name());
        }
    }
}

/// A draft as JSON that another reader has read: of two members with one name the last counts.
fn value(draft: &Draft) -> Value {
    serde_json::from_str(&write::draft(draft, Layout::Indented)).unwrap()
}

/// Every leaf of a value by its JSON pointer.
fn leaves(value: &Value, at: &str, found: &mut BTreeMap<String, Value>) {
    let step = |name: &str| format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
    match value {
        Value::Object(members) if !members.is_empty() => {
            members.iter().for_each(|(name, value)| leaves(value, &step(name), found));
        }
        Value::Array(items) if !items.is_empty() => {
            items.iter().enumerate().for_each(|(index, value)| leaves(value, &step(&index.to_string()), found));
        }
        leaf => {
            found.insert(at.to_owned(), leaf.clone());
        }
    }
}

/// The places that an edit may change.
fn places(edit: &Edit) -> Vec<String> {
    let at = edit.path().to_string();
    match edit {
        Edit::Rename(_, to) => {
            vec![at.rsplit_once('/').map_or_else(String::new, |(outer, _)| format!("{outer}/{to}")), at]
        }
        _ => vec![at],
    }
}

#[track_caller]
fn assert_nothing_else_changed(before: &Draft, after: &Draft, edits: &[Edit], code: Code) {
    let (mut was, mut is) = (BTreeMap::new(), BTreeMap::new());
    leaves(&value(before), "", &mut was);
    leaves(&value(after), "", &mut is);
    let places: Vec<_> = edits.iter().flat_map(places).collect();
    let is_edited = |at: &str| {
        let inside = |outer: &str, inner: &str| inner == outer || inner.starts_with(&format!("{outer}/"));
        // An object that was empty, or becomes empty, is a leaf around the place.
        places.iter().any(|place| inside(place, at) || inside(at, place))
    };
    for at in was.keys().chain(is.keys()).filter(|at| !is_edited(at)) {
        assert_eq!(was.get(at), is.get(at), "{}: {at}", code.name());
    }
}

fn errors(report: &Report) -> Vec<&Finding> {
    report.iter().filter(|finding| finding.severity == Severity::Error).collect()
}

/// Every finding with a fix in the examples, with the draft it is about and the manual of the example.
fn fixable() -> Vec<(Finding, Draft, &'static Manual)> {
    let examples = Code::ALL.iter().flat_map(|code| {
        let manual = manual::of(*code);
        let drafts = reading(manual).policies.into_iter().map(|found| found.draft);
        drafts.flat_map(move |draft| {
            let findings = check::draft(&draft, &manual.context()).into_iter().filter(|finding| finding.fix.is_some());
            findings.map(|finding| (finding, draft.clone(), manual)).collect::<Vec<_>>()
        })
    });
    examples.collect()
}

#[test]
fn every_fix_mends_its_finding_and_nothing_else_and_has_nothing_left_to_do() {
    for (finding, draft, manual) in fixable() {
        let (code, fix) = (finding.code, finding.fix.expect("a fix"));
        let context = manual.context();
        let mended = draft.edited(&fix.edits);
        let (before, after) = (check::draft(&draft, &context), check::draft(&mended, &context));
        let is_still_there = after.iter().any(|each| (each.code, &each.path) == (code, &finding.path));
        assert!(!is_still_there, "{}: {} leaves it in\n{}", code.name(), fix.says, manual.triggers);
        assert!(errors(&after).len() <= errors(&before).len(), "{}: {:?}", code.name(), errors(&after));
        assert_nothing_else_changed(&draft, &mended, &fix.edits, code);
        let again = mended.edited(&fix.edits);
        let written = |draft| write::draft(draft, Layout::Indented);
        assert_eq!(written(&again), written(&mended), "{}: done twice", code.name());
        assert_ne!(written(&mended), written(&draft), "{}: it does nothing", code.name());
    }
}

#[test]
fn a_fix_says_what_to_do_in_a_few_words() {
    for (finding, ..) in fixable() {
        let says = finding.fix.expect("a fix").says;
        let starts_small = says.starts_with(|character: char| character.is_ascii_lowercase());
        assert!(starts_small && !says.ends_with('.') && says.len() <= 60, "{}: {says}", finding.code.name());
    }
}

/// The codes whose fix may be made unseen, and why nothing that Tyk does changes. Who adds one has to say why.
const SAFE: [(Code, &str); 16] = [
    (Code::WrongType, "Tyk refuses the body; a number or flag in quotes says what was meant"),
    (Code::IntegerNotPlain, "Tyk refuses the body; 10.0 is 10"),
    (Code::MinusZero, "Tyk reads 0"),
    (Code::FieldInOtherLetters, "the Gateway takes both spellings for one field"),
    (Code::KeyField, "nothing in Tyk reads it in a policy"),
    (Code::RunTimeField, "the Gateway ignores it when it comes from the Dashboard"),
    (Code::ReadOnlyField, "the Dashboard writes its own value over it"),
    (Code::LegacyName, "the Gateway goes by the key of the entry, whatever is inside"),
    (Code::Double, "Tyk goes by the last one; where it would not, the fix is not safe"),
    (Code::ApiIdDiffers, "the Gateway goes by the key of the entry, whatever is inside"),
    (Code::NotWrittenOut, "left out, null and empty are the same to the Gateway"),
    (Code::SmallSmoothingIgnored, "the Gateway never reads it"),
    (Code::RestrictedTypesIgnored, "with a list of allowed types the Gateway never reads them, after a merge neither"),
    (Code::UnlimitedRateWithPeriod, "a rate below 0 with a period other than 0 is unlimited, after a merge, too"),
    (Code::ExpiryNotChosen, "left out, it is 0"),
    (Code::ExpiryNegative, "only a number above 0 counts"),
];

#[test]
fn only_fixes_that_were_looked_at_are_called_safe() {
    let mut safe: Vec<_> = SAFE.iter().map(|(code, why)| (code.name(), !why.is_empty())).collect();
    let mut found: Vec<_> = fixable()
        .into_iter()
        .filter(|(finding, ..)| finding.fix.as_ref().is_some_and(|fix| fix.is_safe))
        .map(|(finding, ..)| (finding.code.name(), true))
        .collect();
    safe.sort_unstable();
    found.sort_unstable();
    found.dedup();
    assert_eq!(found, safe);
}

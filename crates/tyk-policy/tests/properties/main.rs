//! What holds for every text and every policy, tried with many that nobody would write.
//!
//! A case that fails is written to `proptest-regressions/properties.txt` and tried first from then on: it goes into the
//! repository with the correction.

#![cfg(test)]
#![cfg(not(target_arch = "wasm32"))]

mod fixes;
mod layout;
mod patch;
mod slips;
mod strategy;
mod tokens;
mod written;

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use tyk_policy::check::{self, Severity};
use tyk_policy::context::Context;
use tyk_policy::draft::{Draft, Json, Object, seconds_in_words, seconds_of};
use tyk_policy::policy;
use tyk_policy::read::{self, TextKind};
use tyk_policy::share::Shared;
use tyk_policy::work::Work;
use tyk_policy::write::{self, Layout};

use layout::laid_out;
use tokens::tokens;

const LAYOUTS: [Layout; 2] = [Layout::Indented, Layout::Flush];

fn configuration() -> ProptestConfig {
    let file = FileFailurePersistence::Direct("proptest-regressions/properties.txt");
    ProptestConfig { cases: 256, failure_persistence: Some(Box::new(file)), ..ProptestConfig::default() }
}

fn object(text: &str) -> Object {
    match read::json(text) {
        Ok(Json::Object(object)) => object,
        other => panic!("no object but {other:?}: {text}"),
    }
}

/// Whether a draft is built exactly where no error is reported.
#[track_caller]
fn assert_built_as_reported(draft: &Draft) {
    let errors = check::draft(draft, &Context::default()).count(Severity::Error);
    assert_eq!(
        policy::build(draft, &Context::default()).is_ok(),
        errors == 0,
        "{}",
        write::draft(draft, Layout::Indented)
    );
}

proptest! {
    #![proptest_config(configuration())]

    #[test]
    fn any_json_is_read_again_as_it_was_written(value in strategy::json()) {
        for layout in LAYOUTS {
            prop_assert_eq!(read::json(&write::json(&value, layout)), Ok(value.clone()));
        }
    }

    #[test]
    fn json_is_written_with_the_tokens_it_was_read_from(value in strategy::json(), whims in strategy::whims()) {
        let text = laid_out(&value, &whims);
        let read = read::json(&text);
        prop_assert_eq!(&read, &Ok(value));
        prop_assert_eq!(tokens(&write::json(&read.unwrap(), Layout::Indented)), tokens(&text));
    }

    #[test]
    fn a_draft_is_read_again_as_it_was_written(policy in strategy::policy()) {
        let draft = Draft::from_object(policy);
        for layout in LAYOUTS {
            prop_assert_eq!(&Draft::from_object(object(&write::draft(&draft, layout))), &draft);
        }
    }

    #[test]
    fn a_draft_that_was_edited_is_written_again_as_it_was(policy in strategy::policy(), edit in strategy::edit()) {
        let mut draft = Draft::from_object(policy);
        draft.set(edit.0, edit.1);
        let written = write::draft(&draft, Layout::Indented);
        prop_assert_eq!(write::draft(&Draft::from_object(object(&written)), Layout::Indented), written);
    }

    #[test]
    fn an_opened_policy_is_written_with_its_own_tokens(policy in strategy::policy(), whims in strategy::whims()) {
        let text = laid_out(&Json::Object(policy), &whims);
        let reading = read::text(&text);
        prop_assert_eq!(reading.kind, TextKind::Policy, "{}", text);
        for layout in LAYOUTS {
            prop_assert_eq!(tokens(&write::draft(&reading.policies[0].draft, layout)), tokens(&text));
        }
    }

    #[test]
    fn a_shared_policy_is_read_again_as_it_was_shared(policy in strategy::policy()) {
        let shared = Shared::of(&Draft::from_object(policy));
        let read = Shared::read(&shared.to_text()).expect("a policy");
        prop_assert_eq!(write::draft(read.draft(), Layout::Indented), write::draft(shared.draft(), Layout::Indented));
        prop_assert_eq!(read.left_out(), Vec::<String>::new());
        prop_assert_eq!(read.contents(), shared.contents());
    }

    #[test]
    fn a_work_is_read_again_as_it_was_saved(name in any::<String>(), text in strategy::text(), changed in 0..(1_u64 << 53)) {
        let (is_readable, last_read) = (changed % 2 == 0, text.chars().rev().collect());
        #[expect(clippy::cast_precision_loss, reason = "a float holds every whole number up to 2^53")]
        let work = Work { name, text, is_readable, last_read, changed: changed as f64, opened_from: String::new() };
        prop_assert_eq!(Work::read(&work.to_text()), Ok(work));
    }

    #[test]
    fn seconds_that_were_said_in_words_are_read_again_as_they_were(seconds in 1..=i64::MAX) {
        prop_assert_eq!(seconds_in_words(seconds).as_deref().and_then(seconds_of), Some(seconds));
    }

    #[test]
    fn a_duration_is_read_or_left_alone_whatever_was_typed(text in r"[0-9]{0,20}\.?[0-9]{0,9} ?[a-zA-Z\PC]{0,8}") {
        prop_assert!(seconds_of(&text).is_none_or(|seconds| seconds >= 0));
    }

    #[test]
    fn a_policy_is_built_exactly_where_no_error_is_reported(policy in strategy::policy()) {
        assert_built_as_reported(&Draft::from_object(policy));
    }

    #[test]
    fn a_policy_of_right_types_is_built_exactly_where_no_error_is_reported(policy in strategy::sound_policy()) {
        assert_built_as_reported(&Draft::from_object(policy));
    }

    #[test]
    fn what_is_found_at_an_entry_and_a_section_is_what_is_found_in_the_whole(policy in strategy::policy()) {
        let draft = Draft::from_object(policy);
        let surroundings = check::Surroundings::of_draft(&draft);
        let parts = draft.sections().iter().map(|section| check::section(section, surroundings, &Context::default()));
        let entries = draft.access.entries.iter().map(|entry| check::entry(entry, surroundings, &Context::default()));
        let others = [check::access_rights(&draft.access, surroundings), check::extras(&draft.extras, &Context::default())];
        let count: usize = parts.chain(entries).chain(others).map(|report| report.iter().count()).sum();
        prop_assert_eq!(check::draft(&draft, &Context::default()).iter().count(), count);
    }

    #[test]
    fn reading_and_checking_stop_at_no_text(text in strategy::text()) {
        let reading = read::text(&text);
        let _ = check::reading(&reading, &Context::default());
        for found in &reading.policies {
            assert_built_as_reported(&found.draft);
        }
    }

    #[test]
    fn the_ids_in_any_text_are_given_once_each(text in strategy::text()) {
        let ids = read::ids(&text);
        prop_assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), ids.len());
        prop_assert!(!ids.iter().any(String::is_empty));
    }

    #[test]
    fn reading_and_checking_stop_at_no_bytes(bytes in strategy::bytes()) {
        let _ = check::reading(&read::bytes(&bytes), &Context::default());
    }
}

#[test]
fn json_as_deep_as_it_may_be_is_read_again_as_it_was_written() {
    let deep = (0..127).fold(Json::Null, |inner, level| match level % 2 {
        0 => Json::List(vec![inner]),
        _ => Json::Object(Object::new(vec![("a".to_owned(), inner)])),
    });
    assert_eq!(read::json(&write::json(&deep, Layout::Indented)), Ok(deep));
}

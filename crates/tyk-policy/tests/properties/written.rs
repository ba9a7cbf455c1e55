//! A policy that is put together from written entries is the one that is written as a whole.

use proptest::prelude::*;
use tyk_policy::draft::{Draft, Entry, Shape};
use tyk_policy::write;

use crate::{LAYOUTS, configuration, strategy};

/// Whether the text that is put together from entries is that of the whole, in every layout.
#[track_caller]
fn assert_put_together_as_written(draft: &Draft) {
    let mut without = draft.clone();
    without.access.entries.clear();
    for layout in LAYOUTS {
        let written: Vec<String> =
            draft.access.entries.iter().map(|entry| write::entry(entry, &draft.access.shape, layout)).collect();
        let whole = write::draft(draft, layout);
        assert_eq!(write::with_entries(&without, written.iter().map(String::as_str), layout), whole);
        // The draft's own entries do not count.
        assert_eq!(write::with_entries(draft, written.iter().map(String::as_str), layout), whole);
    }
}

fn shape() -> impl Strategy<Value = Shape> {
    prop_oneof![
        2 => Just(Shape::Entries),
        2 => Just(Shape::Array),
        1 => Just(Shape::Null),
        1 => Just(Shape::Absent),
        1 => strategy::json().prop_map(Shape::Other),
    ]
}

proptest! {
    #![proptest_config(configuration())]

    #[test]
    fn a_policy_of_written_entries_is_the_policy_that_is_written(policy in strategy::policy()) {
        assert_put_together_as_written(&Draft::from_object(policy));
    }

    #[test]
    fn entries_of_any_value_stand_in_any_shape_as_they_are_written(
        policy in strategy::policy(),
        shape in shape(),
        values in proptest::collection::vec((any::<String>(), strategy::json()), 0..4),
    ) {
        let mut draft = Draft::from_object(policy);
        draft.access.shape = shape;
        draft.access.entries.extend(values.into_iter().map(|(key, value)| Entry { key, value }));
        assert_put_together_as_written(&draft);
    }
}

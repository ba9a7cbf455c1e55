//! Which corrections can be made together, and all of them in rounds, with a new look at the policy in between.

use std::collections::HashSet;

use super::{Finding, Fix, Segment, draft as check_draft};
use crate::catalogue::{ACCESS_RIGHTS, ACCESS_RIGHTS_ARRAY};
use crate::context::Context;
use crate::draft::{Draft, Edit};

/// Corrections that undo each other must come to an end.
const MOST_ROUNDS: usize = 100;

/// Those of a policy's findings whose corrections can be made at once: one that is about the whole of it, or otherwise one of
/// each API, as what is found at one API says nothing of the others.
#[must_use]
pub fn one_at_each_place(wanted: impl Iterator<Item = Finding>) -> Vec<Finding> {
    let mut entries = HashSet::new();
    let mut chosen = Vec::new();
    for finding in wanted {
        match entry_of(&finding) {
            None => return vec![finding],
            Some(entry) => {
                if entries.insert(entry) {
                    chosen.push(finding);
                }
            }
        }
    }
    chosen
}

/// The policy after every correction after which Tyk does the same as before, and how many they were.
#[must_use]
pub fn safely_mended(draft: &Draft, context: &Context) -> (Draft, usize) {
    let (mut draft, mut count) = (draft.clone(), 0);
    for _ in 0..MOST_ROUNDS {
        let is_wanted = |fix: &Fix| fix.is_safe && !fix.edits.is_empty();
        let wanted = check_draft(&draft, context).into_iter();
        let chosen = one_at_each_place(wanted.filter(|finding| finding.fix.as_deref().is_some_and(is_wanted)));
        let edits: Vec<Edit> = chosen.iter().flat_map(edits_of).cloned().collect();
        let mended = draft.edited(&edits);
        if mended == draft {
            break;
        }
        count += chosen.len();
        draft = mended;
    }
    (draft, count)
}

/// The changes that correct a finding; none where there is no plain fix.
#[must_use]
pub fn edits_of(finding: &Finding) -> &[Edit] {
    finding.fix.as_deref().map_or(&[], |fix: &Fix| &fix.edits)
}

/// The API that a correction is about, if it is about nothing else.
fn entry_of(finding: &Finding) -> Option<String> {
    let entry = |edit: &Edit| match edit.path().segments() {
        [rights, which, _, ..]
            if [Some(ACCESS_RIGHTS.name), Some(ACCESS_RIGHTS_ARRAY.name)].contains(&rights.name()) =>
        {
            Some(match which {
                Segment::Index(index) => format!("#{index}"),
                other => format!("/{}", other.name().unwrap_or_default()),
            })
        }
        _ => None,
    };
    let entries: Option<Vec<_>> = edits_of(finding).iter().map(entry).collect();
    let entries = entries?;
    let first = entries.first()?.clone();
    entries.iter().all(|entry| *entry == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    #[test]
    fn all_safe_corrections_are_made_and_none_is_left() {
        let text = r#"{"name": "n", "key_expires_in": -1, "rate": 5, "per": 1, "access_rights":
            {"a": {"api_id": "", "versions": ["Default"]}, "b": {"api_id": "", "versions": ["Default"]}}}"#;
        let draft = read::text(text).policies.into_iter().next().unwrap().draft;
        let is_safe = |draft: &Draft| {
            let report = check_draft(draft, &Context::default());
            report.iter().filter(|finding| finding.fix.as_ref().is_some_and(|fix| fix.is_safe)).count()
        };
        assert!(is_safe(&draft) > 2);
        let (mended, count) = safely_mended(&draft, &Context::default());
        assert_eq!(is_safe(&mended), 0);
        assert!(count >= is_safe(&draft));
    }
}

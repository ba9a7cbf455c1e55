//! One correction after the other, with a new look at the policies in between.

use std::collections::HashSet;

use tyk_policy::catalogue::{ACCESS_RIGHTS, ACCESS_RIGHTS_ARRAY};
use tyk_policy::check::{self, Finding, Fix, Segment};
use tyk_policy::draft::Edit;
use tyk_policy::read::{self, Found};
use tyk_policy::write;

use super::is_wanted;
use crate::arguments::Which;
use crate::known::Known;

/// Corrections that undo each other must come to an end.
const MOST_ROUNDS: usize = 100;

/// What became of a text.
#[derive(Debug)]
pub struct Fixed {
    /// The text now.
    pub text: String,
    /// How many corrections were made.
    pub count: usize,
    /// How many could not be written into the text.
    pub failed: usize,
}

/// A correction that could not be written: the policy, the kind of finding and its path.
type Failed = HashSet<(usize, &'static str, String)>;

/// Makes all corrections that are wanted, until none is left.
pub fn all(text: &str, which: Which, known: &Known) -> Fixed {
    let mut fixed = Fixed { text: text.to_owned(), count: 0, failed: 0 };
    let mut failed = Failed::new();
    for _ in 0..MOST_ROUNDS {
        let Some(reading) = read::json_text(&fixed.text) else { break };
        let context = known.around(&reading);
        let choose = |(index, found): (usize, &Found)| {
            let wanted = check::draft(&found.draft, context).into_iter().filter(|finding| {
                finding.fix.as_ref().is_some_and(|fix| is_wanted(fix, which) && !fix.edits.is_empty())
                    && !failed.contains(&name_of(index, finding))
            });
            one_at_each_place(wanted)
        };
        let chosen: Vec<_> = reading.policies.iter().enumerate().map(choose).collect();
        if chosen.iter().all(Vec::is_empty) {
            break;
        }
        if let Some(text) = patched(&fixed.text, &reading.policies, &chosen) {
            fixed.count += chosen.iter().map(Vec::len).sum::<usize>();
            fixed.text = text;
        } else {
            let before = failed.len();
            failed.extend(those_that_fail(&fixed.text, &reading.policies, &chosen));
            if failed.len() == before {
                break;
            }
        }
    }
    fixed.failed = failed.len();
    fixed
}

/// Those of a policy that can be made at once: one that is about the whole of it, or otherwise one of each API, as what is
/// found at one API says nothing of the others.
fn one_at_each_place(wanted: impl Iterator<Item = Finding>) -> Vec<Finding> {
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

fn edits_of(finding: &Finding) -> &[Edit] {
    finding.fix.as_deref().map_or(&[], |fix: &Fix| &fix.edits)
}

/// The text after these corrections, if it is another one.
fn patched(text: &str, policies: &[Found], chosen: &[Vec<Finding>]) -> Option<String> {
    let edits = |findings: &Vec<Finding>| findings.iter().flat_map(edits_of).cloned().collect();
    let edits: Vec<Vec<Edit>> = chosen.iter().map(edits).collect();
    write::patch_policies(text, policies, &edits).filter(|patched| patched != text)
}

/// The corrections that cannot be written, not even alone.
fn those_that_fail(text: &str, policies: &[Found], chosen: &[Vec<Finding>]) -> Failed {
    let mut failed = Failed::new();
    for (index, finding) in chosen.iter().enumerate().flat_map(|(index, all)| all.iter().map(move |each| (index, each)))
    {
        let mut alone = vec![Vec::new(); chosen.len()];
        if let Some(place) = alone.get_mut(index) {
            place.push(finding.clone());
        }
        if patched(text, policies, &alone).is_none() {
            failed.insert(name_of(index, finding));
        }
    }
    failed
}

fn name_of(index: usize, finding: &Finding) -> (usize, &'static str, String) {
    (index, finding.code.name(), finding.path.to_string())
}

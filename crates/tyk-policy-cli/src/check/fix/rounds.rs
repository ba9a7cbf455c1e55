//! One correction after the other, with a new look at the policies in between.

use std::collections::HashSet;

use tyk_policy::check::{self, Finding};
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
            check::one_at_each_place(wanted)
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

/// The text after these corrections, if it is another one.
fn patched(text: &str, policies: &[Found], chosen: &[Vec<Finding>]) -> Option<String> {
    let edits = |findings: &Vec<Finding>| findings.iter().flat_map(check::edits_of).cloned().collect();
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

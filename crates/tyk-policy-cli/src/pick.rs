//! Which of several policies is meant.

use tyk_policy::catalogue::{DATABASE_ID, Field, ID, NAME};
use tyk_policy::check::Segment;
use tyk_policy::draft::Json;
use tyk_policy::read::Found;

use crate::failure::Failure;
use crate::source::Source;

/// More policies than these are not listed.
const LONGEST_LIST: usize = 20;

/// The one policy of a file, or the one that was picked. `way_out` says what else could be done with several.
///
/// # Errors
/// There is none, more than one, or none of that name.
pub fn one<'a>(source: &'a Source, pick: Option<&str>, way_out: &'static str) -> Result<&'a Found, Failure> {
    let (file, all) = (source.file.clone(), source.reading.policies.as_slice());
    match (all, pick) {
        ([], _) => Err(Failure::NoPolicy { file, kind: source.reading.kind }),
        (_, Some(pick)) => picked(all, pick).map_err(|matching| {
            let (pick, count) = (pick.to_owned(), matching.len());
            Failure::NotOnePick { file, pick, count, list: list(all, |each| count == 0 || matching.contains(&each)) }
        }),
        ([only], None) => Ok(only),
        (several, None) => {
            Err(Failure::SeveralPolicies { file, count: several.len(), way_out, list: list(several, |_| true) })
        }
    }
}

/// The text of a field, if it has one.
pub fn text_of<'a>(found: &'a Found, field: &Field) -> Option<&'a str> {
    found.draft.get(field).and_then(Json::as_text).filter(|text| !text.is_empty())
}

/// The key of a policy in a map, which is its id.
pub fn key_of(found: &Found) -> Option<&str> {
    match found.path.segments().last() {
        Some(Segment::Key(key)) => Some(key),
        _ => None,
    }
}

/// The policy that is called so; otherwise the numbers of those that are called so in the same way.
fn picked<'a>(all: &'a [Found], pick: &str) -> Result<&'a Found, Vec<usize>> {
    let ways: Vec<_> = all.iter().enumerate().map(|(index, found)| way_of_calling(index, found, pick)).collect();
    let Some(best) = ways.iter().flatten().min() else { return Err(Vec::new()) };
    let matching: Vec<_> = all.iter().enumerate().filter(|(index, _)| ways.get(*index) == Some(&Some(*best))).collect();
    match matching.as_slice() {
        [(_, found)] => Ok(found),
        several => Err(several.iter().map(|(index, _)| *index).collect()),
    }
}

/// In which way a policy is called so, if it is: by its path first, which is never in doubt, by its number last.
fn way_of_calling(index: usize, found: &Found, pick: &str) -> Option<usize> {
    let has = |field| text_of(found, field) == Some(pick);
    let ways = [
        found.path.to_string() == pick,
        has(&ID) || has(&DATABASE_ID),
        key_of(found) == Some(pick),
        has(&NAME),
        pick.parse() == Ok(index),
    ];
    ways.into_iter().position(|is_called_so| is_called_so)
}

/// A line for each of the first policies of those that count: its path, its id, its name.
fn list(all: &[Found], counts: impl Fn(usize) -> bool) -> Vec<String> {
    let listed: Vec<_> = all.iter().enumerate().filter(|(index, _)| counts(*index)).map(|(_, found)| found).collect();
    let mut lines: Vec<_> = listed.iter().take(LONGEST_LIST).map(|found| line(found)).collect();
    if let Some(more) = listed.len().checked_sub(LONGEST_LIST).filter(|more| *more > 0) {
        lines.push(format!("and {more} more"));
    }
    lines
}

fn line(found: &Found) -> String {
    let mut line = found.path.to_string();
    for field in [&ID, &DATABASE_ID, &NAME] {
        if let Some(text) = text_of(found, field) {
            line += &format!("  {} {text}", field.name);
        }
    }
    line
}

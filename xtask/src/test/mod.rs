//! `cargo xtask test`: everything that CI runs, step by step.

mod beside;
mod step;

use std::fmt::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Error, Result, anyhow};

pub use self::step::Step;

use crate::process::say;
use crate::tools::{Need, Tools};

/// Runs the named steps in their own order, or if none is named all but those on demand. The first that fails ends the
/// run.
pub fn run(root: PathBuf, named: &[Step]) -> Result<()> {
    let is_meant = |step: &Step| if named.is_empty() { !step.is_on_demand() } else { named.contains(step) };
    let steps: Vec<_> = Step::ALL.into_iter().filter(is_meant).collect();
    let needs: Vec<Need> = steps.iter().flat_map(|step| step.needs()).copied().collect();
    let tools = Tools::gather(root, &needs)?;

    let mut times = Vec::new();
    let mut rest = steps.as_slice();
    while let Some((step, behind)) = rest.split_first() {
        match behind.split_first() {
            Some((other, behind)) if step.goes_beside(*other) => {
                times.extend(beside::perform(*step, *other, &tools)?);
                rest = behind;
            }
            _ => {
                times.push((step.name(), timed(*step, || step.perform(&tools))?));
                rest = behind;
            }
        }
    }
    say(format_args!("\n{}", summary(&times)));
    Ok(())
}

/// Does the work of a step, and says when it begins and ends. Gives the time that it took.
fn timed(step: Step, work: impl FnOnce() -> Result<()>) -> Result<Duration> {
    say(format_args!("\n==> {}: {}", step.name(), step.headline()));
    let start = Instant::now();
    work().map_err(|error| failure(step, &error))?;
    let time = start.elapsed();
    say(format_args!("<== {} passed in {:.1} s", step.name(), time.as_secs_f64()));
    Ok(time)
}

/// What went wrong, and how to get back to it.
fn failure(step: Step, error: &Error) -> Error {
    anyhow!("the step {0} failed: {error:#}\nTo run it alone: cargo xtask test {0}", step.name())
}

/// The table of steps with their seconds, and the sum.
fn summary(times: &[(String, Duration)]) -> String {
    let all: Duration = times.iter().map(|(_, time)| *time).sum();
    let rows = times.iter().map(|(name, time)| (name.as_str(), *time)).chain([("all passed", all)]);
    let width = rows.clone().map(|(name, _)| name.len()).max().unwrap_or(0);
    let mut table = format!("{:<width$}  seconds", "step");
    for (name, time) in rows {
        // Writing to a String cannot fail.
        let _ = write!(table, "\n{name:<width$}  {:>7.1}", time.as_secs_f64());
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_step_and_the_command_to_run_it_alone() {
        let error = failure(Step::ClippyWasm, &anyhow!("no").context("the page was not built"));
        assert_eq!(
            error.to_string(),
            "the step clippy-wasm failed: the page was not built: no\nTo run it alone: cargo xtask test clippy-wasm"
        );
    }

    #[test]
    fn the_summary_has_a_line_for_each_step_and_their_sum() {
        let times = [("format", 1_240), ("clippy-wasm", 100_000)]
            .map(|(name, millis)| (name.to_owned(), Duration::from_millis(millis)));
        assert_eq!(
            summary(&times),
            "step         seconds\n\
             format           1.2\n\
             clippy-wasm    100.0\n\
             all passed     101.2"
        );
    }
}

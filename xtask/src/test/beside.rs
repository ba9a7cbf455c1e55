//! Two steps at the same time, where each leaves half of the machine idle.

use std::fs::{self, File};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};

use super::{Step, failure, timed};
use crate::process::say;
use crate::tools::Tools;
use crate::workspace;

/// Performs both. What the second says is held back until the first has ended, so that the two can be read. Gives their names with
/// the time that each took; the second one's counts from the end of the first.
pub fn perform(first: Step, second: Step, tools: &Tools) -> Result<[(String, Duration); 2]> {
    let log = workspace::target(tools.root()).join(format!("{}.log", second.name()));
    fs::create_dir_all(workspace::target(tools.root())).context("could not make cargo's target folder")?;
    let output = File::create(&log).with_context(|| format!("could not write {}", log.display()))?;
    // Both would build what is missing, in one another's way.
    first.prepare(tools).map_err(|error| failure(first, &error))?;
    thread::scope(|scope| {
        let beside = scope.spawn(|| second.perform_into(tools, &output));
        let time = timed(first, || first.perform(tools));
        // When the first has failed the second still ends by itself: its browsers would otherwise stay.
        let rest = timed(second, || {
            let result = beside.join().map_err(|_| anyhow!("it panicked"))?;
            say(fs::read_to_string(&log).unwrap_or_default());
            result
        });
        Ok([(first.name(), time?), (second.name(), rest?)])
    })
}

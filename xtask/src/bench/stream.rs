//! One file with very many policies, checked by the command line as people run it.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::measure::{Measure, Unit};
use crate::process::{could_not_start, run};
use crate::tools::Tools;

/// How many policies are in the file, of about 0.7 KB each.
pub const POLICIES: usize = 100_000;

/// The most that checking the file may take.
const TIME: Unit = Unit::Microseconds(10e6);

/// The most memory that it may take: far less than the file, so that files of any size can be checked.
const MEMORY: Unit = Unit::Bytes(100e6);

/// How often it is done; the time is the one in the middle.
const RUNS: usize = 3;

/// Makes the file with `generator` and checks it with `tyk_policy`: the time, and the peak of memory where the system
/// tells it.
pub fn measure(tools: &Tools, generator: &Path, tyk_policy: &Path, folder: &Path) -> Result<Vec<Measure>> {
    let file = folder.join("many.json");
    run(tools.command(generator).arg("generate").arg(POLICIES.to_string()).arg(&file))?;
    let mut check = tools.command(tyk_policy);
    check.args(["check", "--format", "json"]).arg(&file).stdout(Stdio::null());
    let runs = (0..RUNS).map(|_| watch(&mut check)).collect::<Result<Vec<_>>>()?;
    fs::remove_file(&file).with_context(|| format!("could not remove {}", file.display()))?;

    let mut times: Vec<_> = runs.iter().map(|(time, _)| time.as_secs_f64() * 1e6).collect();
    times.sort_by(f64::total_cmp);
    let median = times.get(RUNS / 2).copied().unwrap_or_default();
    let mut measures = vec![Measure::within("stream, native", Unit::Microseconds(median), TIME)];
    let peak = runs.iter().filter_map(|(_, peak)| *peak).max_by(f64::total_cmp);
    measures.extend(peak.map(|peak| Measure::within("stream, peak memory", Unit::Bytes(peak), MEMORY)));
    Ok(measures)
}

/// Runs a command to its end: how long it took, and its peak of memory in bytes.
fn watch(command: &mut Command) -> Result<(Duration, Option<f64>)> {
    let start = Instant::now();
    let mut child = command.spawn().with_context(|| could_not_start(command))?;
    let mut peak = None;
    let status = loop {
        // The system forgets the peak with the process, so the last look before the end counts.
        peak = peak_of(&child).or(peak);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(Duration::from_millis(5));
    };
    // 1 means that it ran and found errors: there are none, and a file that could not be checked would be quick.
    ensure!(status.success(), "`tyk-policy check` failed on {POLICIES} sound policies ({status})");
    Ok((start.elapsed(), peak))
}

/// The most memory that a process has had so far, where there is a `/proc` that knows.
fn peak_of(child: &Child) -> Option<f64> {
    peak_in(&fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?)
}

fn peak_in(status: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = line.trim().strip_suffix("kB")?.trim_end().parse().ok()?;
    Some(kibibytes * 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_is_read_in_bytes_and_a_process_that_has_ended_has_none() {
        assert_eq!(peak_in("Name:\tx\nVmPeak:\t   900 kB\nVmHWM:\t     100 kB\nVmRSS:\t 50 kB\n"), Some(102_400.0));
        assert_eq!(peak_in("Name:\tx\nState:\tZ (zombie)\n"), None);
    }
}

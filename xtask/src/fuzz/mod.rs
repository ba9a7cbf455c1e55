//! `cargo xtask fuzz`: texts that nobody would write, for readers that must stand them all.

mod corpus;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::process::{could_not_start, line_of, run, say};
use crate::tools::Tools;
use crate::workspace;

/// How long each target runs if nobody says otherwise.
pub const SECONDS: u32 = 60;

/// What is fed; its name is that of the program in `fuzz/fuzz_targets` and of the folder in `fuzz/seeds`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Target {
    /// Any text, and whatever policy is in it written and read again
    Json,
    /// Any text behind the head of an operator's resource
    Yaml,
    /// Any text behind the head of a curl command
    Curl,
    /// Any bytes
    Bytes,
}

impl Target {
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

/// Runs these targets, or all if none is named, one after the other.
pub fn run_all(tools: &Tools, targets: &[Target], seconds: u32) -> Result<()> {
    let chosen = Target::value_variants().iter().filter(|target| targets.is_empty() || targets.contains(target));
    for target in chosen {
        fuzz(tools, *target, seconds)?;
    }
    Ok(())
}

/// Feeds one input again, to each of these targets.
pub fn run_again(tools: &Tools, targets: &[Target], input: &Path) -> Result<()> {
    for target in targets {
        run(cargo_fuzz(tools, "run", *target).arg(std::path::absolute(input)?))?;
        say(format_args!("The target {} stands this input.", target.name()));
    }
    Ok(())
}

/// Feeds one target. Inputs that led to something new stay in the target folder, so that the next run starts from them.
fn fuzz(tools: &Tools, target: Target, seconds: u32) -> Result<()> {
    let (name, folder) = (target.name(), folder(tools));
    let (corpus, found) = (folder.join("corpus").join(&name), folder.join("found").join(&name));
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
    }
    corpus::sow(tools.root(), target, &corpus)?;
    run(&mut cargo_fuzz(tools, "build", target))?;

    let mut command = cargo_fuzz(tools, "run", target);
    command.arg(&corpus).arg("--").arg(format!("-max_total_time={seconds}")).arg(artifacts(&found));
    command.args(["-max_len=65536", "-timeout=10", "-rss_limit_mb=2048", "-verbosity=0", "-print_final_stats=1"]);
    say(format_args!("    {}", line_of(&command)));
    let start = SystemTime::now();
    let output = command.output().with_context(|| could_not_start(&command))?;
    // Of a run that finds nothing only the count matters: the engine says much that nobody reads.
    let words = String::from_utf8_lossy(&output.stderr);
    if output.status.success() {
        say(format_args!("    {name}: {} inputs stood", count(&words).unwrap_or("all")));
        return Ok(());
    }
    say(words);
    let input = newest(&found, start).with_context(|| format!("the target {name} did not run"))?;
    let input = input.display();
    bail!(
        "the target {name} does not stand the input in {input}\nTo see it again: cargo xtask fuzz {name} --input {input}"
    )
}

/// Where everything goes that this makes.
fn folder(tools: &Tools) -> PathBuf {
    workspace::target(tools.root()).join("fuzz")
}

/// A command that builds a target, or builds and runs it with the inputs that are added to it.
///
/// Without a sanitizer: those look after unsafe code, of which there is none, and need a nightly compiler.
fn cargo_fuzz(tools: &Tools, task: &str, target: Target) -> Command {
    let mut command = tools.command("cargo-fuzz");
    command.args([task, "--fuzz-dir", "fuzz", "--sanitizer", "none", "--target-dir"]).arg(folder(tools));
    command.arg(target.name());
    command
}

/// How many inputs the engine says that it fed.
fn count(words: &str) -> Option<&str> {
    words.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:")).map(str::trim)
}

/// Tells libFuzzer where to put an input that was not stood. The separator at the end makes it a folder.
fn artifacts(found: &Path) -> OsString {
    let mut option = OsString::from("-artifact_prefix=");
    option.push(found.join(""));
    option
}

/// The newest input that stops the program, written since `start`. One that was merely slow does not count.
fn newest(found: &Path, start: SystemTime) -> Option<PathBuf> {
    let inputs = fs::read_dir(found).ok()?.flatten().filter(|entry| {
        let name = entry.file_name();
        ["crash-", "oom-", "timeout-", "leak-"].iter().any(|kind| name.to_string_lossy().starts_with(kind))
    });
    let dated = inputs.filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())));
    dated.filter(|(date, _)| *date >= start).max().map(|(_, path)| path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn every_target_has_its_program_and_its_seeds() {
        let fuzz = workspace::root().expect("the repository").join("fuzz");
        let manifest = fs::read_to_string(fuzz.join("Cargo.toml")).expect("the manifest");
        for target in Target::value_variants() {
            let name = target.name();
            assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
            assert!(fuzz.join("fuzz_targets").join(format!("{name}.rs")).is_file(), "{name}");
            assert!(fuzz.join("seeds").join(name).is_dir());
        }
    }

    #[test]
    fn the_engine_says_how_many_inputs_it_fed() {
        assert_eq!(count("Done\nstat::number_of_executed_units: 671019\nstat::peak_rss_mb: 30\n"), Some("671019"));
        assert_eq!(count("Done"), None);
    }

    #[test]
    fn an_input_of_an_earlier_run_or_a_slow_one_is_not_taken_for_a_crash() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let write = |name: &str| fs::write(folder.path().join(name), "x").expect("the file is written");
        write("slow-unit-1");
        let before = SystemTime::now() - Duration::from_secs(60);
        assert_eq!(newest(folder.path(), before), None);
        write("crash-1");
        assert_eq!(newest(folder.path(), before), Some(folder.path().join("crash-1")));
        assert_eq!(newest(folder.path(), SystemTime::now() + Duration::from_secs(60)), None);
    }
}

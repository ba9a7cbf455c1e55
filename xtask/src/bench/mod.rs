//! `cargo xtask bench`: the model on this machine and in a page, a first visit, and typing in the built page, against budgets.

mod cold;
mod corpus;
mod measure;
mod node;
mod page;
mod stream;
mod typing;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use self::corpus::Corpus;
use self::measure::{Measure, Table, Unit};
use crate::process::{self, say};
use crate::tools::{Need, Tools};
use crate::{program, workspace};

/// The program that holds the measures.
const PROGRAM: &str = "policy-bench";

/// What is measured on this machine and in a page, and how many microseconds it may take in each.
const BUDGETS: [(&str, f64, f64); 7] = [
    ("corpus", 40.0, 250.0),
    ("large", 20_000.0, 60_000.0),
    ("recheck an API", 1_000.0, 1_000.0),
    ("recheck the rate", 1_000.0, 1_000.0),
    ("effect", 10_000.0, 40_000.0),
    ("a day of traffic", 2_000_000.0, 4_000_000.0),
    ("a day of bursts", 2_000_000.0, 4_000_000.0),
];

/// How often each program measures.
const RUNS: usize = 3;

/// Measures everything, prints a table and writes it to `target/bench.json`. Fails if something is above its budget.
/// The built page is that of `dist`, or built first.
pub fn run(root: PathBuf, dist: Option<&Path>) -> Result<()> {
    let tools = Tools::gather(root, &[Need::Page, Need::Browser, Need::Comparison])?;
    let folder = workspace::target(tools.root()).join("bench");
    // What an earlier run left, such as the profile of a browser, must not change this one.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
    let corpus = Corpus::find(tools.root())?;
    say(&corpus);

    let table = measure(&tools, &corpus, &folder, dist)?;
    say(format_args!("\n{table}"));
    let report = workspace::target(tools.root()).join("bench.json");
    fs::write(&report, format!("{:#}\n", table.to_json()))
        .with_context(|| format!("could not write {}", report.display()))?;
    let above = table.above_budget();
    ensure!(above == 0, "{above} of {} measures stand above their budgets", table.measures.len());
    Ok(())
}

fn measure(tools: &Tools, corpus: &Corpus, folder: &Path, dist: Option<&Path>) -> Result<Table> {
    let native = program::build_for_release(tools, PROGRAM)?;
    let command = program::build_for_release(tools, program::TYK_POLICY)?;
    let page = page::build(tools, corpus, folder)?;

    say("Measuring on this machine");
    let on_machine = repeated(|| answer(tools.command(&native).arg("measure").args(corpus.paths())))?;
    let mut measures = measure::read("native", &on_machine, |budget| budget.1)?;
    say("Measuring in a page");
    measures.extend(measure::read("page", &repeated(|| page::measure(tools, &page, folder))?, |budget| budget.2)?);
    say(format_args!("Measuring a file of {} policies", stream::POLICIES));
    measures.extend(stream::measure(tools, &native, &command, folder)?);
    let dist = crate::page::built(tools, dist, folder)?;
    measures.extend(cold::measure(tools, &command, folder, &dist)?);
    measures.extend(typing::measure(tools, &command, folder, &dist)?);
    let comparison = node::compare(tools, &command, corpus, &on_machine, folder)?;
    measures.extend(comparison.map(|value| Measure::free(node::NAME, Unit::Microseconds(value))));
    Ok(Table { measures, corpus: corpus.to_string() })
}

/// What a program says each time it measures. The best of its medians counts: what else runs on the machine only ever
/// makes a time longer.
fn repeated(measure: impl Fn() -> Result<String>) -> Result<String> {
    (0..RUNS).map(|_| measure()).collect()
}

/// What a program of ours says; what it complains of is shown only if it fails.
fn answer(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| process::could_not_start(command))?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    // Without its arguments, which are many.
    ensure!(output.status.success(), "the program that measures failed ({}): {complaint}", output.status);
    String::from_utf8(output.stdout).context("the program that measures does not speak UTF-8")
}

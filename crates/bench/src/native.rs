//! The measures on this machine.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use std::sync::LazyLock;
use std::time::Instant;

use policy_bench::{Timed, corpus, effect, large, many_policies};
use serde_json::Value;

/// The allocator of the tyk-policy command.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const USAGE: &str = "usage: policy-bench measure FILE... | policy-bench generate COUNT FILE";

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

fn clock() -> f64 {
    START.elapsed().as_secs_f64() * 1000.0
}

/// `measure` prints a line for each measure; `generate` writes a file with many policies.
pub fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let words: Vec<_> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["measure", files @ ..] if !files.is_empty() => measure(files),
        ["generate", count, file] => generate(count, file),
        _ => Err(USAGE.into()),
    };
    if let Err(error) = done {
        eprintln!("error: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn measure(files: &[&str]) -> Result<(), Box<dyn Error>> {
    let texts = files.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    let (median, timed) = corpus(clock, texts.iter().map(String::as_str));
    let mut line = median.to_json();
    if let Some(line) = line.as_object_mut() {
        // Where the policies stand, for whoever measures something else with the same files.
        line.insert("files".to_owned(), Value::Array(timed.iter().map(Timed::to_json).collect()));
    }
    say(&line)?;
    for measure in large(clock).into_iter().chain(effect(clock)) {
        say(&measure.to_json())?;
    }
    Ok(())
}

fn say(line: &Value) -> io::Result<()> {
    writeln!(io::stdout(), "{line}")
}

fn generate(count: &str, file: &str) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(File::create(file)?);
    many_policies(&mut out, count.parse()?)?;
    Ok(out.flush()?)
}

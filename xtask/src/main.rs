//! The project's own commands, run as `cargo xtask …`.
//!
//! Each first makes sure of the tools that it needs ([`tools`]), so that a clone and one command are all it takes.

mod bench;
mod dist;
mod docs;
mod driver;
mod fuzz;
mod page;
mod pictures;
mod process;
mod program;
mod serve;
mod size;
mod styles;
mod test;
mod tools;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::fuzz::Target;
use crate::process::say;
use crate::size::FirstLoad;
use crate::test::Step;
use crate::tools::{Need, Tools};

/// Sets up, serves, builds, tests and measures Policy Builder.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Make sure of the tools that the other commands use, but for WebKit, `dist` and `test audit`
    Setup,
    /// Build the page and serve it with the local dashboard
    Serve {
        /// Port to listen on; 8080 if not given
        #[arg(long)]
        port: Option<u16>,
        /// Open the page in the browser
        #[arg(long)]
        open: bool,
    },
    /// Build the page for release and show the size of its first load
    Build {
        /// Folder for the built page; `dist` in the repository if not given
        #[arg(long, value_name = "DIR")]
        dist: Option<PathBuf>,
    },
    /// Make the release: an archive with the page, hosting/, the command with the page in it, checksums and lists of parts
    Dist {
        /// Build the page a second time from nothing, and compare the two
        #[arg(long)]
        twice: bool,
    },
    /// Run everything that CI runs, or only the named steps
    Test {
        /// Steps to run; all of them if none is named
        #[arg(value_enum, value_name = "STEP")]
        steps: Vec<Step>,
    },
    /// Write the generated pages in docs/ anew; exactness.md only where all shells and Wine are there
    Docs,
    /// Make the pictures in docs/pictures/ anew
    Pictures {
        /// Folder of a page that is built already; without it, one is built
        #[arg(long, value_name = "DIR")]
        dist: Option<PathBuf>,
    },
    /// Measure the model, a first visit and typing in the built page, against budgets
    Bench {
        /// Folder of a page that is built already; without it, one is built
        #[arg(long, value_name = "DIR")]
        dist: Option<PathBuf>,
    },
    /// Feed texts that nobody would write to everything that reads
    Fuzz {
        /// How long each target runs
        #[arg(long, default_value_t = fuzz::SECONDS)]
        seconds: u32,
        /// Feed this one input only, to the named targets
        #[arg(long, value_name = "FILE", requires = "targets")]
        input: Option<PathBuf>,
        /// Targets to run; all of them if none is named
        #[arg(value_enum, value_name = "TARGET")]
        targets: Vec<Target>,
    },
}

fn main() -> ExitCode {
    match perform(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        // One sentence for people; a backtrace would bury it.
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<()> {
    let root = workspace::root()?;
    match task {
        Task::Setup => {
            Tools::gather(root, &Need::USUAL)?;
            say("All tools are here: `cargo xtask serve` shows the page.");
            Ok(())
        }
        Task::Serve { port, open } => serve::serve(root, port, open),
        Task::Build { dist } => {
            let dist = match dist {
                Some(dist) => std::path::absolute(dist)?,
                None => workspace::dist(&root),
            };
            page::build(&Tools::gather(root, &[Need::Page])?, &dist)?;
            say(FirstLoad::measure(&dist)?);
            Ok(())
        }
        Task::Test { steps } => test::run(root, &steps),
        Task::Dist { twice } => dist::make(root, dist::Options { twice }),
        Task::Docs => docs::write(root),
        Task::Pictures { dist } => pictures::make(root, dist.as_deref()),
        Task::Bench { dist } => bench::run(root, dist.as_deref()),
        Task::Fuzz { seconds, input, targets } => {
            let tools = Tools::gather(root, &[Need::Fuzz])?;
            match input {
                Some(input) => fuzz::run_again(&tools, &targets, &input),
                None => fuzz::run_all(&tools, &targets, seconds),
            }
        }
    }
}

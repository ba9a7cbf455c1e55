//! The steps of a test run: what each needs, and what it does.

use std::fs::File;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::ValueEnum;

use crate::process::{line_of, run, say};
use crate::size::{BAR, FirstLoad};
use crate::tools::{Need, Tools};
use crate::{fuzz, page, program, workspace};

/// One step of the test run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// The formatting of all code
    Format,
    /// Clippy on all code, compiled for this machine
    Clippy,
    /// Clippy on the page and the model, compiled for the browser
    ClippyWasm,
    /// The tests that run on this machine
    Host,
    /// The page's unit tests, in a browser
    Browser,
    /// The page, built for release
    Build,
    /// The size of the first load, against its bar
    Size,
    /// The whole product: Chromium, shells and servers
    Product,
    /// The page of the whole product in Firefox, beside the step before
    Firefox,
    /// The same in WebKit, only when it is named
    Webkit,
    /// Texts that nobody would write, for a minute each
    Fuzz,
    /// The licences, sources and known faults of all crates, only when it is named: it asks the network
    Audit,
}

impl Step {
    /// All steps in the order of a run: what is quick to fail comes first.
    pub const ALL: [Self; 12] = [
        Self::Format,
        Self::Clippy,
        Self::ClippyWasm,
        Self::Host,
        Self::Browser,
        Self::Build,
        Self::Size,
        Self::Product,
        Self::Firefox,
        Self::Webkit,
        Self::Fuzz,
        Self::Audit,
    ];

    /// Whether it is run only when it is named.
    pub fn is_on_demand(self) -> bool {
        matches!(self, Self::Webkit | Self::Audit)
    }

    /// The name it has on the command line.
    pub fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// What it is about, in a few words.
    pub fn headline(self) -> String {
        let help = self.to_possible_value().and_then(|value| value.get_help().map(ToString::to_string));
        help.unwrap_or_default()
    }

    /// The tools without which it cannot run.
    pub fn needs(self) -> &'static [Need] {
        match self {
            Self::Format | Self::Clippy | Self::ClippyWasm => &[Need::Lints],
            Self::Host => &[Need::Shells, Need::Windows],
            Self::Browser => &[Need::Browser],
            Self::Build | Self::Size => &[Need::Page],
            Self::Product => &[Need::Page, Need::Browser, Need::Accessibility, Need::Shells, Need::Servers],
            Self::Firefox => &[Need::Page, Need::Firefox, Need::Accessibility, Need::Servers],
            Self::Webkit => &[Need::Page, Need::WebKit, Need::Accessibility, Need::Servers],
            Self::Fuzz => &[Need::Fuzz],
            Self::Audit => &[Need::Audit],
        }
    }

    /// Whether this step and the other one are done at the same time.
    pub fn goes_beside(self, other: Self) -> bool {
        (self, other) == (Self::Product, Self::Firefox)
    }

    /// Builds what this step and one beside it would both build.
    pub fn prepare(self, tools: &Tools) -> Result<()> {
        match self {
            Self::Product | Self::Firefox | Self::Webkit => {
                build_if_missing(tools)?;
                program::build(tools, program::TYK_POLICY)?;
                cargo(tools, &format!("{PRODUCT} --no-run"))
            }
            _ => Ok(()),
        }
    }

    /// Does its work beside another step; what it says goes into the file.
    pub fn perform_into(self, tools: &Tools, output: &File) -> Result<()> {
        let mut cargo = tools.command("cargo");
        let shared = || output.try_clone().context("the file of its output cannot be shared");
        cargo.stdout(shared()?).stderr(shared()?);
        match self {
            Self::Firefox => product(tools, "firefox", cargo),
            _ => self.perform(tools),
        }
    }

    /// Does its work; an error says what is wrong.
    pub fn perform(self, tools: &Tools) -> Result<()> {
        match self {
            Self::Format => format(tools),
            // With the feature, so that the whole-product tests are linted, too.
            Self::Clippy => cargo(tools, "clippy --workspace --all-targets --features whole-product -- -D warnings"),
            Self::ClippyWasm => {
                let packages = "-p policy-builder -p tyk-policy -p policy-bench";
                cargo(tools, &format!("clippy {packages} --all-targets {WASM} -- -D warnings"))
            }
            Self::Host => cargo(tools, "test --workspace"),
            Self::Browser => browser(tools),
            Self::Build => page::build(tools, &workspace::test_dist(tools.root())),
            Self::Size => size(tools),
            Self::Product => product(tools, "chromium", tools.command("cargo")),
            Self::Firefox => product(tools, "firefox", tools.command("cargo")),
            Self::Webkit => product(tools, "webkit", on_a_screen(tools)),
            Self::Fuzz => fuzz::run_all(tools, &[], fuzz::SECONDS),
            Self::Audit => audit(tools),
        }
    }
}

/// The target of what runs in a browser.
const WASM: &str = "--target wasm32-unknown-unknown";

/// The whole-product tests. With `--workspace`, so that cargo compiles no shared crate a second time for this.
const PRODUCT: &str = "test --workspace --features whole-product --test product";

fn cargo(tools: &Tools, arguments: &str) -> Result<()> {
    shown(tools.command("cargo").args(arguments.split(' ')))
}

/// The fuzz targets are a workspace of their own.
fn format(tools: &Tools) -> Result<()> {
    cargo(tools, "fmt --all --check")?;
    cargo(tools, "fmt --manifest-path fuzz/Cargo.toml --check")
}

fn shown(command: &mut Command) -> Result<()> {
    say(format_args!("    {}", line_of(command)));
    run(command)
}

fn browser(tools: &Tools) -> Result<()> {
    let mut command = tools.command("cargo");
    command.args("test -p policy-builder --target wasm32-unknown-unknown --test web".split(' '));
    // The runner counts the browser's start and the reading of an unoptimised module as test time.
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    tools.name_browsers(&mut command);
    shown(&mut command)
}

fn size(tools: &Tools) -> Result<()> {
    build_if_missing(tools)?;
    let load = FirstLoad::measure(&workspace::test_dist(tools.root()))?;
    say(&load);
    ensure!(load.brotli() <= BAR, "a first visit loads more than the bar allows: make the page smaller");
    Ok(())
}

/// A screen that nobody sees, and cargo before it.
fn on_a_screen(tools: &Tools) -> Command {
    let mut command = tools.command("xvfb-run");
    command.args(["--auto-servernum", "cargo"]);
    command
}

/// What is wrong with the crates themselves is asked last: the list of known faults (RustSec) comes over the network.
fn audit(tools: &Tools) -> Result<()> {
    // The root is a package, too: without `--workspace` it would be judged alone.
    let deny = |checks: &str| cargo(tools, &format!("deny --workspace --all-features check {checks}"));
    deny("bans licenses sources")?;
    deny("advisories")
}

/// Drives the built page in a browser. The tests say of each thing that they leave out in this browser why they do.
fn product(tools: &Tools, browser: &str, mut command: Command) -> Result<()> {
    build_if_missing(tools)?;
    let program = program::build(tools, program::TYK_POLICY)?;
    command.env("POLICY_BUILDER_BROWSER", browser);
    command.args(PRODUCT.split(' ')).args(["--", "--test-threads=1"]);
    command.env("POLICY_BUILDER_DIST", workspace::test_dist(tools.root())).env("POLICY_BUILDER_CLI", program);
    tools.name_browsers(&mut command);
    shown(&mut command)
}

/// For a step that is run alone. An older page is taken as it is, and said to be.
fn build_if_missing(tools: &Tools) -> Result<()> {
    let dist = workspace::test_dist(tools.root());
    if dist.join("index.html").is_file() {
        say(format_args!("    with the page in {}, made by the step build", dist.display()));
        return Ok(());
    }
    page::build(tools, &dist)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_a_name_and_a_headline_and_its_place_in_the_run() {
        assert_eq!(Step::ALL, Step::value_variants());
        let names = Step::ALL.map(Step::name);
        let product = ["product", "firefox", "webkit"];
        assert_eq!(names[..7], ["format", "clippy", "clippy-wasm", "host", "browser", "build", "size"]);
        assert_eq!((&names[7..10], names[10].as_str()), (&product.map(str::to_owned)[..], "fuzz"));
        assert_eq!(names[11], "audit");
        assert!(Step::ALL.iter().all(|step| !step.headline().is_empty()));
    }

    #[test]
    fn a_step_that_may_have_to_build_the_page_has_the_tools_for_it() {
        for step in [Step::Build, Step::Size, Step::Product, Step::Firefox, Step::Webkit] {
            assert!(step.needs().contains(&Need::Page), "{step:?}");
        }
    }
}

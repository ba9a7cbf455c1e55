//! The tools that the project needs: found where they fit, installed where they are missing.
//!
//! Nothing here changes the user's own set-up beyond what it says beforehand: tools go to a cache folder that all
//! clones share, and reach the programs that we start through their `PATH` only.

mod ajv;
mod browser;
mod cache;
mod cargo_tool;
mod lock;
mod npm;
mod search;
mod system;
mod toolchain;
mod version;
mod wasm_opt;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use self::browser::Browser;
use self::search::SearchPath;

/// What a command is going to do, and so which tools it needs beside the Rust toolchain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Check the code: rustfmt and clippy.
    Lints,
    /// Build the page: the wasm-bindgen CLI, wasm-opt and esbuild.
    Page,
    /// Run tests in a browser: its driver, and the wasm-bindgen CLI, which holds the test runner.
    Browser,
    /// Run tests in Firefox: geckodriver, too.
    Firefox,
    /// Run tests in WebKit, with a screen that nobody sees.
    WebKit,
    /// Let axe-core judge the page: with npm, which fetches it.
    Accessibility,
    /// Run the shown commands in shells.
    Shells,
    /// Run them as the Command Prompt of Windows does, under Wine.
    Windows,
    /// Run the printed configurations in web servers.
    Servers,
    /// Feed the readers: cargo-fuzz, and the C++ compiler for its engine.
    Fuzz,
    /// Put a release together: what lists the parts of a program.
    Release,
    /// Judge the crates that are built in: cargo-deny.
    Audit,
    /// Compare with others: the validator ajv, and Swagger UI.
    Comparison,
}

impl Need {
    /// All but WebKit, the release and the audit, whose tools are fetched when they are run.
    pub const USUAL: [Self; 10] = [
        Self::Lints,
        Self::Page,
        Self::Browser,
        Self::Firefox,
        Self::Accessibility,
        Self::Shells,
        Self::Windows,
        Self::Servers,
        Self::Fuzz,
        Self::Comparison,
    ];
}

/// The tools of this run, each of a version that fits.
pub struct Tools {
    root: PathBuf,
    path: SearchPath,
    browser: Option<Browser>,
    others: Vec<Browser>,
    ajv: Option<PathBuf>,
    swagger_ui: Option<PathBuf>,
    esbuild: Option<PathBuf>,
    axe: Option<PathBuf>,
}

impl Tools {
    /// Finds or installs what the needs ask for. A second time this takes a moment only.
    pub fn gather(root: PathBuf, needs: &[Need]) -> Result<Self> {
        let needed = |need| needs.contains(&need);
        let mut path = SearchPath::of_this_process();
        let (mut ajv, mut swagger_ui, mut esbuild) = (None, None, None);

        system::ensure_compiler(&path)?;
        toolchain::ensure(&path, &root, [needed(Need::Page), needed(Need::Lints)])?;
        let cache = || cache::folder().context("there is no folder to keep tools in: set HOME to your home folder");
        if needed(Need::Page) || needed(Need::Browser) {
            cargo_tool::wasm_bindgen(&lock::version_of(&root, "wasm-bindgen")?).ensure(&mut path, &cache()?)?;
        }
        if needed(Need::Page) {
            wasm_opt::ensure(&mut path, &cache()?)?;
            esbuild = Some(npm::ESBUILD.file_in(&npm::ESBUILD.ensure(&path, &cache()?)?));
        }
        if needed(Need::Fuzz) {
            system::ensure_cxx_compiler(&path)?;
            cargo_tool::cargo_fuzz().ensure(&mut path, &cache()?)?;
        }
        if needed(Need::Release) {
            cargo_tool::cargo_cyclonedx().ensure(&mut path, &cache()?)?;
        }
        if needed(Need::Audit) {
            cargo_tool::cargo_deny().ensure(&mut path, &cache()?)?;
        }
        if needed(Need::Comparison) {
            ajv = ajv::ensure(&path, &cache()?)?;
            swagger_ui = Some(npm::SWAGGER_UI.ensure(&path, &cache()?)?);
        }
        system::ensure_test_programs(&path, needs)?;
        let browser = if needed(Need::Browser) { Some(browser::chromium(&path)?) } else { None };
        let mut others = Vec::new();
        if needed(Need::Firefox) {
            cargo_tool::geckodriver().ensure(&mut path, &cache()?)?;
            others.push(browser::firefox(&path)?);
        }
        if needed(Need::WebKit) {
            others.push(browser::webkit(&path)?);
        }
        let mut axe = None;
        if needed(Need::Accessibility) {
            axe = Some(npm::AXE.file_in(&npm::AXE.ensure(&path, &cache()?)?));
        }
        Ok(Self { root, path, browser, others, ajv, swagger_ui, esbuild, axe })
    }

    /// A command in the repository's folder that finds every tool, and reads no input.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = self.path.command(program);
        command.current_dir(&self.root);
        command
    }

    /// The repository's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A command that starts the browser.
    pub fn browser(&self) -> Result<Command> {
        let browser = self.browser.as_ref().context("no browser was asked for: this is a fault of `xtask`")?;
        Ok(self.command(&browser.program))
    }

    /// The browser and the driver that fits it.
    pub fn browser_and_driver(&self) -> Result<(&Path, &Path)> {
        let browser = self.browser.as_ref().context("no browser was asked for: this is a fault of `xtask`")?;
        Ok((&browser.program, &browser.driver))
    }

    /// Where node's validator is, if there is a node.
    pub fn ajv(&self) -> Option<&Path> {
        self.ajv.as_deref()
    }

    /// Where the package of Swagger UI is.
    pub fn swagger_ui(&self) -> Result<&Path> {
        self.swagger_ui.as_deref().context("no Swagger UI was asked for: this is a fault of `xtask`")
    }

    /// A command that writes a script or a style sheet, which it reads from its input, in fewer bytes.
    pub fn esbuild(&self) -> Result<Command> {
        let program = self.esbuild.as_ref().context("no esbuild was asked for: this is a fault of `xtask`")?;
        let mut command = self.command("node");
        command.arg(program);
        Ok(command)
    }

    /// Tells a test command where each browser and its driver are, and what judges whether everybody can use the page.
    pub fn name_browsers(&self, command: &mut Command) {
        for browser in self.browser.iter().chain(&self.others) {
            browser.name(command);
        }
        if let Some(axe) = &self.axe {
            command.env("AXE", axe);
        }
    }
}

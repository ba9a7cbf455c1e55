//! Scripts and style sheets in fewer bytes.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, ensure};

use crate::process::{could_not_start, line_of};
use crate::tools::Tools;

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A module of JavaScript.
    Script,
    /// A style sheet.
    Styles,
}

/// The same script or style sheet without what only people need: comments, blanks, long names.
pub fn smaller(tools: &Tools, kind: Kind, text: &str) -> Result<String> {
    let mut esbuild = esbuild(tools)?;
    esbuild.args(match kind {
        Kind::Script => ["--loader=js", "--format=esm"].as_slice(),
        Kind::Styles => &["--loader=css"],
    });
    esbuild.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut process = esbuild.spawn().with_context(|| could_not_start(&esbuild))?;
    // It answers when it has read everything.
    process.stdin.take().context("esbuild has no input")?.write_all(text.as_bytes())?;
    written(&esbuild, process.wait_with_output()?)
}

/// One script of this one and those that it imports, in as few bytes.
pub fn joined(tools: &Tools, script: &Path) -> Result<String> {
    let mut esbuild = esbuild(tools)?;
    esbuild.args(["--bundle", "--format=esm"]).arg(script);
    let output = esbuild.output().with_context(|| could_not_start(&esbuild))?;
    written(&esbuild, output)
}

fn esbuild(tools: &Tools) -> Result<Command> {
    let mut esbuild = tools.esbuild()?;
    esbuild.args(["--minify", "--target=esnext", "--charset=utf8", "--log-level=error"]);
    Ok(esbuild)
}

fn written(esbuild: &Command, output: Output) -> Result<String> {
    ensure!(output.status.success(), "`{}` failed ({})", line_of(esbuild), output.status);
    String::from_utf8(output.stdout).context("esbuild wrote something that is no text")
}

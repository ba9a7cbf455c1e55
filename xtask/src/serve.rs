//! `cargo xtask serve`: the page and the local dashboard on one address.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::process::say;
use crate::tools::{Need, Tools};
use crate::{page, program, workspace};

/// Builds the page and the server, then becomes the server, which prints its address and how to stop it.
pub fn serve(root: PathBuf, port: Option<u16>, open: bool) -> Result<()> {
    let dist = workspace::dist(&root);
    let tools = Tools::gather(root, &[Need::Page])?;
    page::build(&tools, &dist)?;
    say("Building the server: tyk-policy");
    let program = program::build(&tools, program::TYK_POLICY)?;

    let mut server = tools.command(program);
    server.arg("serve").arg("--dist").arg(dist);
    if let Some(port) = port {
        server.arg("--port").arg(port.to_string());
    }
    if open {
        server.arg("--open");
    }
    become_server(server)
}

/// Gives this process to the server, so that Ctrl-C and `kill` reach it and its exit code is ours.
#[cfg(unix)]
fn become_server(mut server: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;

    use crate::process::could_not_start;

    let error = server.exec();
    Err(anyhow::Error::new(error).context(could_not_start(&server)))
}

/// Waits for the server, which gets Ctrl-C with us as it shares our console.
#[cfg(not(unix))]
fn become_server(mut server: Command) -> Result<()> {
    crate::process::run(&mut server)
}

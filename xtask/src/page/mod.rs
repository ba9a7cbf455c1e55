//! The built page: one folder of static files that any web server can serve, below any path.
//!
//! Not by Trunk, which knows nothing of programs in parts (trunk issue 1022): ours is cut where the code says so
//! (`src/later.rs`), and the parts are loaded when they are first needed.

mod bundle;
mod compressed;
mod program;
mod small;
mod smaller;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::say;
use crate::tools::Tools;
use crate::{styles, workspace};
use bundle::{Bundle, File, Scripts, Styles};
use compressed::compressed;
use smaller::{Kind, smaller};

pub use program::optimize;

/// Builds the page for release into the folder `dist`, of which nothing old is left.
pub fn build(tools: &Tools, dist: &Path) -> Result<()> {
    say(format_args!("Building the page into {}", dist.display()));
    let work = workspace::target(tools.root()).join("page");
    replace(&work)?;
    let program = program::build(tools, &work).context("the page was not built")?;
    let root = tools.root();
    let sheet = |index: &str| smaller(tools, Kind::Styles, &styles::sheet(root, index)?);
    let [first, later] = styles::INDEXES.map(sheet);
    let styles = Styles { first: first?, later: later? };
    let script = |name: &str| {
        let text = fs::read_to_string(root.join(name)).with_context(|| format!("could not read {name}"))?;
        smaller(tools, Kind::Script, &text)
    };
    let scripts = Scripts { after: script("after.js")?, worker: script("offline/worker.js")? };
    let bundle = Bundle::of(&program, &styles, &scripts, root)?;
    replace(dist)?;
    for file in &bundle.files {
        write(dist, file)?;
        for compressed in compressed(file)? {
            write(dist, &compressed)?;
        }
    }
    Ok(())
}

fn write(dist: &Path, file: &File) -> Result<()> {
    let path = dist.join(&file.name);
    fs::write(&path, &file.content).with_context(|| format!("could not write {}", path.display()))
}

/// The folder of a built page: `dist`, or one in the folder `work` into which it is built now.
pub fn built(tools: &Tools, dist: Option<&Path>, work: &Path) -> Result<PathBuf> {
    if let Some(dist) = dist {
        return Ok(dist.to_path_buf());
    }
    let dist = work.join("dist");
    build(tools, &dist)?;
    Ok(dist)
}

/// Makes the folder, empty.
fn replace(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("could not empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))
}

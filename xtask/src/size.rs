//! What a first visit loads, in bytes, against a bar.

use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;

/// The most that all files of the first load may weigh together, in bytes as brotli sends them.
pub const BAR: usize = 200_000;

/// The files of the built page that a first visit loads.
pub struct FirstLoad {
    /// The files, heaviest first.
    files: Vec<Weight>,
    /// What is loaded when it is first needed, as brotli sends it.
    later: usize,
}

/// One file and its weight.
#[derive(Debug, PartialEq, Eq)]
struct Weight {
    name: String,
    bytes: usize,
    brotli: usize,
}

impl FirstLoad {
    /// Weighs the built page in the folder `dist`.
    ///
    /// A first visit loads the page, every script, module and style sheet, and what the page or a style sheet names,
    /// such as an icon or a font. Source maps are for developers and are loaded by nobody else.
    pub fn measure(dist: &Path) -> Result<Self> {
        let page = fs::read_to_string(dist.join("index.html"))
            .with_context(|| format!("there is no built page in {}: run `cargo xtask build` first", dist.display()))?;
        let mut found = Vec::new();
        collect(dist, "", &mut found)
            .with_context(|| format!("could not read the built page in {}", dist.display()))?;

        let mut names = page;
        for (name, content) in &found {
            if name.ends_with(".css") {
                names.push_str(&String::from_utf8_lossy(content));
            }
        }
        let later = later(&found)?;
        found.retain(|(name, _)| is_loaded(name, &names));

        let mut files = Vec::new();
        for (name, content) in found {
            let brotli = brotli(&content).with_context(|| format!("could not compress {name}"))?.len();
            files.push(Weight { name, bytes: content.len(), brotli });
        }
        files.sort_by(|a, b| b.brotli.cmp(&a.brotli).then_with(|| a.name.cmp(&b.name)));
        Ok(Self { files, later })
    }

    /// What the first load weighs in all, as brotli sends it.
    pub fn brotli(&self) -> usize {
        self.files.iter().map(|file| file.brotli).sum()
    }

    fn bytes(&self) -> usize {
        self.files.iter().map(|file| file.bytes).sum()
    }
}

/// The table: a line for each file, their sum, and how that stands to the bar.
impl fmt::Display for FirstLoad {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (bytes, brotli) = (grouped(self.bytes()), grouped(self.brotli()));
        let names = self.files.iter().map(|file| file.name.chars().count());
        let first = names.max().unwrap_or(0).max("when it is needed".len());
        let second = bytes.len().max("bytes".len());
        let third = brotli.len().max("brotli".len());

        let mut line =
            |name: &str, bytes: &str, brotli: &str| writeln!(out, "{name:<first$}  {bytes:>second$}  {brotli:>third$}");
        line("first load", "bytes", "brotli")?;
        for file in &self.files {
            line(&file.name, &grouped(file.bytes), &grouped(file.brotli))?;
        }
        line("sum", &bytes, &brotli)?;
        line("when it is needed", "", &grouped(self.later))?;

        let bar = grouped(BAR);
        match BAR.checked_sub(self.brotli()) {
            Some(spare) => write!(out, "{brotli} of {bar} bytes brotli: {} to spare", grouped(spare)),
            None => write!(out, "{brotli} of {bar} bytes brotli: {} too many", grouped(self.brotli() - BAR)),
        }
    }
}

/// Reads all files below a folder, with their paths from `dist`. Names with a dot in front are a server's own.
fn collect(folder: &Path, prefix: &str, found: &mut Vec<(String, Vec<u8>)>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if name.starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.push((path, fs::read(entry.path())?));
        }
    }
    Ok(())
}

/// What the parts weigh that the page loads when it first needs them.
fn later(found: &[(String, Vec<u8>)]) -> Result<usize> {
    let files = found.iter().filter(|(name, _)| is_later(name));
    files.map(|(_, content)| brotli(content).map(|content| content.len())).sum()
}

/// Whether the file is a part of the program that is loaded only when it is needed, or its looks.
fn is_later(path: &str) -> bool {
    let is_later = path.starts_with("part-") || path.starts_with("later-");
    is_later && !path.ends_with(".br") && !path.ends_with(".gz")
}

/// Whether the file is for keeping the page without a network, or an icon: neither is waited for.
fn is_beside(name: &str) -> bool {
    matches!(name, "worker.js" | "manifest.webmanifest") || name.starts_with("after-") || name.starts_with("icon-")
}

/// Whether a first visit loads this file, `names` being the text of the page and its style sheets.
fn is_loaded(path: &str, names: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((_, "map" | "br" | "gz")) => false,
        _ if is_later(path) || is_beside(name) => false,
        Some((_, "js" | "wasm" | "css")) => true,
        _ => matches!(path, "index.html" | "config.json") || names.contains(name),
    }
}

/// The content after brotli at its best, which is what a server with precompressed files sends.
pub fn brotli(mut content: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut content, &mut out, &parameters)?;
    Ok(out)
}

/// A number with a comma between its thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests;

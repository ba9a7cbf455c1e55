//! The files of the page once more, compressed as well as it goes, for servers that send such files as they are.

use std::io::Write;

use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};

use super::bundle::File;
use crate::size;

/// What its owner may edit, or put another in the place of, gets no compressed twin: that would go on saying what was there
/// before.
const EDITED: [&str; 3] = ["index.html", "config.json", "worker.js"];

/// What is not compressed already.
const ENDINGS: [&str; 7] = ["bin", "css", "js", "json", "svg", "wasm", "webmanifest"];

/// The file as brotli and as gzip, each with its ending behind the name; nothing where that would not be smaller.
pub fn compressed(file: &File) -> Result<Vec<File>> {
    let ending = file.name.rsplit('.').next().unwrap_or_default();
    if EDITED.contains(&file.name.as_str()) || !ENDINGS.contains(&ending) {
        return Ok(Vec::new());
    }
    let failed = || format!("could not compress {}", file.name);
    let brotli = size::brotli(&file.content).with_context(failed)?;
    let gzip = gzip(&file.content).with_context(failed)?;
    let twins = [("br", brotli), ("gz", gzip)];
    let smaller = twins.into_iter().filter(|(_, content)| content.len() < file.content.len());
    Ok(smaller.map(|(ending, content)| File { name: format!("{}.{ending}", file.name), content }).collect())
}

/// Without a time in it, so that two builds give the same file.
fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(name: &str, content: &str) -> Vec<String> {
        let file = File { name: name.to_owned(), content: content.into() };
        compressed(&file).unwrap().into_iter().map(|file| file.name).collect()
    }

    #[test]
    fn a_file_that_gets_smaller_has_both_twins() {
        assert_eq!(names("page.css", &"a{} ".repeat(100)), ["page.css.br", "page.css.gz"]);
        assert_eq!(names("page.css", "a"), Vec::<String>::new());
    }

    #[test]
    fn what_its_owner_may_edit_and_what_is_compressed_already_have_none() {
        for name in ["index.html", "config.json", "worker.js", "icon.png"] {
            assert_eq!(names(name, &"a".repeat(1_000)), Vec::<String>::new(), "{name}");
        }
    }
}

//! The policies that are measured: public ones beside the repository, or else the tests' own.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// Texts and where they come from.
pub struct Corpus {
    files: Vec<(PathBuf, String)>,
    fallback: bool,
}

impl Corpus {
    /// The policies of others, which lie beside the repository; where they are not there, our fixtures.
    pub fn find(root: &Path) -> Result<Self> {
        let public = texts(&root.join("..").join("shared").join("corpus").join("policies"))?;
        if !public.is_empty() {
            return Ok(Self { files: public, fallback: false });
        }
        let own = root.join("crates").join("tyk-policy").join("tests").join("fixtures");
        let files = texts(&own)?;
        ensure!(!files.is_empty(), "there is no JSON file in {} to measure", own.display());
        Ok(Self { files, fallback: true })
    }

    /// The files.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|(path, _)| path.as_path())
    }

    /// What is in them.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|(_, text)| text.as_str())
    }
}

impl fmt::Display for Corpus {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.files.len();
        if self.fallback {
            write!(out, "{count} files of the tests, as the corpus of public policies is not beside the repository")
        } else {
            write!(out, "{count} files of the corpus of public policies")
        }
    }
}

/// All JSON files of a folder by name; none if there is no folder.
fn texts(folder: &Path) -> Result<Vec<(PathBuf, String)>> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
        Ok((path, text))
    };
    paths.into_iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_the_corpus_the_fixtures_are_measured_and_that_is_said() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().join("clone");
        assert!(Corpus::find(&root).is_err());
        let fixtures = root.join("crates/tyk-policy/tests/fixtures");
        fs::create_dir_all(&fixtures).expect("the folder is made");
        fs::write(fixtures.join("a.json"), "{}").expect("the file is written");
        fs::write(fixtures.join("a.txt"), "").expect("the file is written");
        let corpus = Corpus::find(&root).expect("the fixtures");
        assert_eq!(corpus.texts().collect::<Vec<_>>(), ["{}"]);
        assert!(corpus.to_string().starts_with("1 files of the tests"), "{corpus}");
    }
}

//! Real policies by others are read and written without loss.
//!
//! They lie beside the repository; in a clone without them these tests say that they are skipped.

#![cfg(test)]

use std::fs;
use std::path::Path;

use tyk_policy::read::{self, TextKind};
use tyk_policy::write::{self, Layout};

/// Every file of the corpus with its name, or nothing, with a word about it, where the corpus is not there.
fn corpus() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/policies");
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("skipped: no corpus at {}", folder.display());
        return Vec::new();
    };
    let paths = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap()))
        .collect()
}

#[test]
fn an_opened_policy_is_written_again_with_every_member_in_its_place() {
    for (name, text) in corpus() {
        let reading = read::text(&text);
        if reading.kind == TextKind::Policy {
            let written = write::draft(&reading.policies[0].draft, Layout::Indented);
            assert_eq!(read::json(&written), read::json(&text), "{name}");
        }
    }
}

#[test]
fn every_number_of_an_opened_policy_keeps_its_digits() {
    for (name, text) in corpus() {
        let Ok(json) = read::json(&text) else { continue };
        let written = write::json(&json, Layout::Indented);
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        assert_eq!(digits(&written), digits(&text), "{name}");
    }
}

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
fn a_policy_of_written_entries_is_the_policy_that_is_written() {
    for (name, text) in corpus() {
        for found in read::text(&text).policies {
            let mut without = found.draft.clone();
            without.access.entries.clear();
            for layout in [Layout::Indented, Layout::Flush] {
                let access = &found.draft.access;
                let entries: Vec<_> =
                    access.entries.iter().map(|entry| write::entry(entry, &access.shape, layout)).collect();
                let put_together = write::with_entries(&without, entries.iter().map(String::as_str), layout);
                assert_eq!(put_together, write::draft(&found.draft, layout), "{name}");
            }
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

/// How many policies a text holds, counted without the readers that are tested: by what `expected.json` says it is.
fn counted(kind: &str, text: &str) -> usize {
    let value = || serde_json::from_str::<serde_json::Value>(text).expect("JSON");
    let members = |value: &serde_json::Value| value.as_object().map_or(0, serde_json::Map::len);
    match kind {
        "policy" => 1,
        "list" => value()["Data"].as_array().map_or(0, Vec::len),
        "map" => members(&value()),
        "wrapped" => members(&value()["policies"]),
        _ => 0,
    }
}

#[test]
fn every_policy_of_a_text_is_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    let Ok(expected) = fs::read_to_string(folder.join("expected.json")) else {
        println!("skipped: no corpus at {}", folder.display());
        return;
    };
    let expected: serde_json::Value = serde_json::from_str(&expected).expect("JSON");
    for file in expected["files"].as_array().expect("a list") {
        let (name, kind) = (file["file"].as_str().expect("a name"), file["kind"].as_str().expect("a kind"));
        let text = fs::read_to_string(folder.join(name)).expect("the file");
        let reading = read::text(&text);
        assert_eq!((reading.kind.as_str(), reading.policies.len()), (kind, counted(kind, &text)), "{name}");
    }
}

use std::fs;
use std::path::Path;

use tempfile::tempdir;

use crate::program::{GOOD, Run, argument, run};

/// The files that a check answered for, as they stand in the folder.
fn checked(folder: &Path, named: &[&Path]) -> (Vec<String>, Run) {
    let named: Vec<_> = named.iter().map(|path| argument(path)).collect();
    let checked = run(&[&["check", "--format", "json"], &named[..]].concat());
    let files = checked.json()["files"].as_array().unwrap().clone();
    let name = |file: &serde_json::Value| {
        let path = Path::new(file["file"].as_str().unwrap());
        path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/")
    };
    (files.iter().map(name).collect(), checked)
}

fn write(folder: &Path, files: &[&str]) {
    for file in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, GOOD).unwrap();
    }
}

#[test]
fn a_folder_is_walked_in_the_order_of_names_and_only_for_files_that_may_hold_policies() {
    let folder = tempdir().unwrap();
    write(
        folder.path(),
        &[
            "b.json",
            "a.jsonc",
            "c/d.yaml",
            "c/deeper/e.YML",
            ".tyk.json",
            "notes.txt",
            "json",
            "Makefile",
            ".git/f.json",
            "c/node_modules/g.json",
            "target/h.json",
        ],
    );
    let (files, run) = checked(folder.path(), &[folder.path()]);
    assert_eq!(files, [".tyk.json", "a.jsonc", "b.json", "c/d.yaml", "c/deeper/e.YML"]);
    assert_eq!(run.err, "");
}

#[test]
fn a_file_that_is_named_outright_is_always_taken_and_so_is_a_folder() {
    let folder = tempdir().unwrap();
    write(folder.path(), &["notes.txt", "target/a.json"]);
    let (files, _) = checked(folder.path(), &[&folder.path().join("notes.txt"), &folder.path().join("target")]);
    assert_eq!(files, ["notes.txt", "target/a.json"]);
}

#[test]
#[cfg(unix)]
fn links_in_a_folder_are_not_followed() {
    let folder = tempdir().unwrap();
    write(folder.path(), &["a.json"]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).unwrap();
    std::os::unix::fs::symlink(folder.path().join("a.json"), folder.path().join("b.json")).unwrap();
    assert_eq!(checked(folder.path(), &[folder.path()]).0, ["a.json"]);
}

#[test]
fn a_folder_without_such_a_file_is_said_with_the_way_out_and_the_others_are_checked() {
    let folder = tempdir().unwrap();
    write(folder.path(), &["empty/notes.txt", "full/a.json"]);
    let empty = folder.path().join("empty");
    let (files, run) = checked(folder.path(), &[&empty, &folder.path().join("full")]);
    assert_eq!(files, ["full/a.json"]);
    assert_eq!(
        run.err,
        format!(
            "error: no file in {} ends in .json, .jsonc, .yaml or .yml: name another folder, or the file itself\n",
            empty.display()
        )
    );
    assert_eq!(run.exit, 2);
}

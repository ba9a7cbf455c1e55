//! The model is the ground: nothing of a browser, of I/O or of async is in its tree.

#![cfg(test)]

use std::process::Command;

/// Every crate in the tree. One that comes later must be looked at here: a parser or a formatter may, a browser, I/O or
/// async crate may not.
const CRATES: [&str; 10] = [
    "tyk-policy",
    // Takes YAML apart into events; without I/O, `no_std`, no tables of characters, no regular expressions.
    "saphyr-parser",
    // The parser's buffer for streams of characters; nothing of it is linked where a whole text is read.
    "arraydeque",
    // Writes the parser's one error type: a derive, which runs while it is compiled, and what derives are made of.
    "thiserror",
    "thiserror-impl",
    "proc-macro2",
    "unicode-ident",
    "quote",
    "syn",
    // Counts the slips between two names, for "did you mean"; pure, without dependencies of its own.
    "strsim",
];

#[test]
fn the_model_depends_on_no_crate_but_those_that_were_looked_at() {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--package",
            "tyk-policy",
            "--edges",
            "normal,build",
            "--prefix",
            "none",
            "--offline",
            "--locked",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let tree = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
    let mut names = Vec::new();
    for name in tree.lines().filter_map(|line| line.split_whitespace().next()) {
        // Cargo names a crate again wherever another one wants it.
        if !names.contains(&name) {
            names.push(name);
        }
    }
    assert_eq!(names, CRATES, "{}", String::from_utf8_lossy(&output.stderr));
}

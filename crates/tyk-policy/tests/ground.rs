//! The model is the ground: nothing of a browser, of I/O or of async is in its tree.

#![cfg(test)]

use std::process::Command;

#[test]
fn the_model_depends_on_no_other_crate() {
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
    let names: Vec<_> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    // A crate that comes later must be looked at here: a parser or a formatter may, a browser, I/O or async crate may not.
    assert_eq!(names, ["tyk-policy"], "{}", String::from_utf8_lossy(&output.stderr));
}

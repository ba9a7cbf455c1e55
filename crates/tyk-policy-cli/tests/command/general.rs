use std::fs::File;
use std::io::Read;
use std::process::Stdio;

use crate::program::{GOOD, program, run};

#[test]
fn the_version_is_the_workspaces() {
    let told = run(&["--version"]);
    assert_eq!((told.exit, told.out.as_str()), (0, concat!("tyk-policy ", env!("CARGO_PKG_VERSION"), "\n")));
}

#[test]
fn every_command_explains_itself_with_examples() {
    for command in ["check", "convert", "curl", "effect", "path", "new", "serve", "completions", "man"] {
        let help = run(&[command, "--help"]);
        assert_eq!(help.exit, 0);
        assert!(help.out.contains("Examples:") && help.out.contains("Usage:"), "{}", help.out);
    }
}

#[test]
fn a_command_that_does_not_exist_could_not_run() {
    assert_eq!(run(&["bake"]).exit, 2);
    assert_eq!(run(&["check"]).exit, 2);
    assert_eq!(run(&["curl", "--style", "baroque", "-"]).exit, 2);
}

#[test]
#[cfg(unix)]
fn a_reader_that_went_away_changes_nothing_of_the_outcome() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("policy.json");
    for (text, exit) in [(GOOD.to_owned(), 0), (format!("{{\"rate\": [{}]}}", "1,".repeat(100_000)), 1)] {
        std::fs::write(&file, text).unwrap();
        let mut child =
            program().arg("check").arg(&file).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(exit), String::new()));
    }
}

#[test]
#[cfg(unix)]
fn a_reader_that_goes_away_in_the_middle_of_a_large_file_ends_it_quietly() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("list.json");
    std::fs::write(&file, format!("[{}{GOOD}]", "{\"rate\": \"x\"},\n".repeat(5_000))).unwrap();
    for format in ["text", "json"] {
        let mut command = program();
        let command = command.args(["check", "--stream-above", "0", "--format", format]).arg(&file);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut head = [0; 100];
        child.stdout.take().unwrap().read_exact(&mut head).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(1), String::new()));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_result_that_cannot_be_written_is_said_in_a_sentence() {
    let full = File::options().write(true).open("/dev/full").unwrap();
    let output = program().args(["check", "/dev/null"]).stdout(full).output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(err.starts_with("error: the result cannot be written"), "{err}");
    assert_eq!(output.status.code(), Some(2));
}

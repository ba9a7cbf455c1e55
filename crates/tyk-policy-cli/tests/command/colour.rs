use std::process::Stdio;

use crate::program::{GOOD, program, run_with_input};

const ESCAPE: char = '\u{1b}';

#[test]
fn findings_are_coloured_only_if_that_is_asked_for_where_there_is_no_terminal() {
    let check = |arguments: &[&str]| run_with_input(&[&["check"], arguments, &["-"]].concat(), "{\"name\": 1}").out;
    assert!(!check(&[]).contains(ESCAPE) && !check(&["--color", "never"]).contains(ESCAPE));
    let coloured = check(&["--color", "always"]);
    assert!(coloured.starts_with("-:1:10: \u{1b}[1m\u{1b}[31merror\u{1b}[0m[R1 wrong-type] "), "{coloured:?}");
}

#[test]
fn json_is_never_coloured() {
    let arguments = ["check", "--color", "always", "--format", "json", "-"];
    assert!(!run_with_input(&arguments, "{\"name\": 1}").out.contains(ESCAPE));
}

#[test]
fn what_is_said_beside_a_result_is_coloured_like_the_rest_and_the_result_never() {
    let converted = run_with_input(&["convert", "--color", "always", "-"], "{\"name\": 1}");
    assert!(converted.err.contains(ESCAPE) && !converted.out.contains(ESCAPE), "{converted:?}");
}

#[test]
fn a_variable_that_forces_colours_does_not_bring_them_into_a_file() {
    let mut command = program();
    let command = command.args(["convert", "-"]).env("CLICOLOR_FORCE", "1").stdin(Stdio::null());
    let output = command.output().unwrap();
    assert!(!String::from_utf8(output.stderr).unwrap().contains(ESCAPE));
    assert_eq!(run_with_input(&["convert", "-"], GOOD).exit, 0);
}

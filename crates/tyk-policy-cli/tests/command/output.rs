use std::fs;

use tempfile::tempdir;

use crate::program::{GOOD, argument, run, run_with_input};

#[test]
fn a_finding_shows_its_line_with_a_mark_under_the_place_and_then_help_and_fix() {
    let text = "{\n\t\"name\": \"a\",\n\t\"rate\": \"12\"\n}";
    let checked = run_with_input(&["check", "-"], text);
    let expected = "-:3:10: error[R1 wrong-type] /rate: expected a number, found a string: `12`\n  \
                    3 |  \"rate\": \"12\"\n    \
                    |          ^^^^\n    \
                    help: write a value of that type, a number without quotes: as it is, Tyk refuses the whole policy\n    \
                    fix: write 12 without quotes (safe)\n";
    assert!(checked.out.contains(expected), "{}", checked.out);
}

#[test]
fn a_brief_finding_has_two_lines_and_nothing_is_said_of_what_was_not_checked() {
    let checked = run_with_input(&["check", "--brief", "-"], "{\"name\": 1}");
    let (findings, summary) = checked.out.split_once("\n\n").unwrap();
    assert!(summary.starts_with("Checked 1 file"), "{}", checked.out);
    for (index, line) in findings.lines().enumerate() {
        assert!(line.starts_with(if index % 2 == 0 { "-:1:" } else { "    help: " }), "{line}");
    }
}

#[test]
fn a_policy_in_a_command_or_in_yaml_is_shown_as_it_stands_there() {
    let command = "curl http://h/api/portal/policies -d '{\n  \"name\": \"it'\\''s\", \"rate\": \"1\"\n}'\n";
    let checked = run_with_input(&["check", "-"], command);
    let expected = "\n  2 |   \"name\": \"it'\\''s\", \"rate\": \"1\"\n    |                              ^^^\n";
    assert!(checked.out.contains(expected), "{}", checked.out);
    let resource = "apiVersion: tyk.tyk.io/v1alpha1\nkind: SecurityPolicy\nspec:\n  name: a\n  state: actve\n";
    let checked = run_with_input(&["check", "-"], resource);
    assert!(checked.out.contains("\n  5 |   state: actve\n    |          ^^^^^\n"), "{}", checked.out);
}

#[test]
fn a_key_beside_the_body_of_a_command_is_not_shown() {
    let body = "{\"name\": \"it'\\''s\", \"rate\": \"1\"}";
    for command in [
        format!("curl http://h/api/portal/policies -H 'Authorization: s3cret' -d '{body}' -u me:s3cret\n"),
        format!("KEY=s3cret; curl http://h/api/portal/policies -H \"Authorization: $KEY\" -d '{body}'; echo s3cret\n"),
        "curl http://h/api/portal/policies -H 'Authorization: s3cret' -d '{\"name\": }'\n".to_owned(),
        "wget --header 'Authorization: s3cret' http://h/api/portal/policies\n".to_owned(),
    ] {
        let checked = run_with_input(&["check", "-"], &command);
        assert!(!checked.out.contains("s3cret") && checked.exit == 1, "{}", checked.out);
    }
    let command = format!("curl http://h/api/portal/policies -H 'Authorization: s3cret' -d '{body}' -u me:s3cret\n");
    let shown = run_with_input(&["check", "-"], &command).out;
    assert!(shown.contains(&format!("\n  1 | …{body}…\n    |  ")), "{shown}");
}

#[test]
fn a_long_line_is_cut_around_the_place_in_a_file_of_any_size() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("long.json");
    let policies = format!("{{\"name\": \"é{}\", \"rate\": \"1\"}},", "x".repeat(700)).repeat(3);
    fs::write(&file, format!("[{policies}{GOOD}]")).unwrap();
    for above in ["0", "99999999"] {
        let checked = run(&["check", "--stream-above", above, argument(&file)]);
        let line = checked.out.lines().find(|line| line.contains("\"rate\": \"1\"},{\"name\": \"Gold"));
        let line = line.unwrap_or_else(|| panic!("{}", checked.out));
        assert!(line.starts_with("  1 | …xxx") && line.ends_with('…') && line.chars().count() == 108, "{line}");
    }
}

#[test]
fn characters_that_deceive_are_harmless_in_the_line_too() {
    let checked = run_with_input(&["check", "-"], "{\"name\": 1, \"tags\": [\"\u{202e}\u{7f}\"]}");
    assert!(checked.out.contains("[\"\u{fffd}\u{fffd}\"]") && !checked.out.contains('\u{202e}'), "{}", checked.out);
}

#[test]
fn what_was_not_checked_is_said_once_unless_something_is_known() {
    let not_checked = "Not checked without --apis, --names and --organisation: whether the APIs and their versions exist, \
                       whether the name is taken, whether the policy belongs to your organisation.\nChecked 1 file";
    let checked = run_with_input(&["check", "-"], GOOD);
    assert_eq!(checked.out.matches(not_checked).count(), 1, "{}", checked.out);
    for arguments in [&["--organisation", "a"][..], &["--format", "json"], &["--format", "github"], &["--brief"]] {
        let checked = run_with_input(&[&["check"], arguments, &["-"]].concat(), GOOD);
        assert!(!checked.out.contains("Not checked"), "{}", checked.out);
    }
}

#[test]
fn the_json_of_a_finding_says_what_would_mend_it() {
    let checked = run_with_input(&["check", "--format", "json", "-"], "{\"name\": 1, \"rate\": \"1\"}");
    let findings = checked.json()["files"][0]["findings"].as_array().unwrap().clone();
    let of = |path: &str| findings.iter().find(|finding| finding["path"] == path).unwrap()["fix"].clone();
    assert_eq!(of("/rate"), serde_json::json!({ "says": "write 1 without quotes", "safe": true }));
    assert_eq!(of("/name"), serde_json::json!(null));
}

#[test]
fn commands_for_github_are_escaped_as_its_runner_reads_them() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("a,b:c%.json");
    fs::write(
        &file,
        "{\"name\": 1, \"access_rights\": {\"100%\": {\"versions\": 1}}, \"key_expires_in\": 0, \"Rate\": 1}",
    )
    .unwrap();
    let checked = run(&["check", "--format", "github", argument(&file)]);
    let start = "::error file=";
    let line = checked.out.lines().find(|line| line.contains("/versions")).unwrap();
    assert!(line.starts_with(start) && line.contains("a%2Cb%3Ac%25.json,line=1,col="), "{line}");
    let rest =
        ",title=R1 wrong-type::/access_rights/100%25/versions: expected a list, found a number: `1`%0Awrite a value";
    assert!(line.contains(rest), "{line}");
    assert!(checked.out.lines().all(|line| line.starts_with("::")), "{}", checked.out);
    let hint = run_with_input(&["check", "--format", "github", "-"], "{\"name\": \"a\"}");
    assert!(hint.out.contains("::notice file=-,line=1,col=1,title=D3 expiry-not-chosen::"), "{}", hint.out);
    assert_eq!(checked.exit, 1);
}

#[test]
fn warnings_and_hints_count_for_the_exit_code_only_if_they_are_denied() {
    let whole = "{\"name\": \"a\", \"active\": true, \"key_expires_in\": 0, \"access_rights\": \
                 {\"a\": {\"allowed_urls\": [], \"limit\": null}}";
    let warning = format!("{whole}, \"nmae\": 0}}");
    let hint = format!("{whole}, \"_id\": \"a\"}}");
    let exit =
        |policy: &str, arguments: &[&str]| run_with_input(&[&["check"], arguments, &["-"]].concat(), policy).exit;
    for (policy, exits) in [(format!("{whole}}}"), [0, 0, 0]), (warning, [0, 1, 1]), (hint, [0, 0, 1])] {
        let found = [&[][..], &["--deny", "warnings"], &["--deny", "info"]].map(|arguments| exit(&policy, arguments));
        assert_eq!(found, exits, "{policy}: {}", run_with_input(&["check", "-"], &policy).out);
    }
}

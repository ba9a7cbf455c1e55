use crate::program::{GOOD, run, run_with_input};

fn curl(arguments: &[&str], policy: &str) -> crate::program::Run {
    run_with_input(&[&["curl"], arguments, &["-"]].concat(), policy)
}

#[test]
fn the_command_alone_goes_to_standard_output() {
    let printed = curl(
        &["--url", "http://localhost:3000/"],
        r#"{"name": "Bob's", "active": true, "key_expires_in": 0, "access_rights": {"a": {"allowed_urls": [], "limit": null}}}"#,
    );
    assert_eq!(
        printed.out,
        r#"curl --globoff -X POST \
  'http://localhost:3000/api/portal/policies' \
  -H "Authorization: $TYK_API_KEY" \
  -H 'Content-Type: application/json' \
  -d '{
  "name": "Bob'\''s",
  "active": true,
  "key_expires_in": 0,
  "access_rights": {
    "a": {
      "allowed_urls": [],
      "limit": null
    }
  }
}'
"#
    );
    assert_eq!((printed.exit, printed.err.as_str()), (0, ""));
}

#[test]
fn findings_go_beside_it_and_do_not_hide_it() {
    let printed = curl(&["--url", "http://localhost:3000"], &GOOD.replace("\"rate\": 5", "\"rate\": \"12x\""));
    assert!(printed.out.contains("\"rate\": \"12x\""), "{}", printed.out);
    assert!(printed.err.starts_with("-:1:26: error[R1 wrong-type] /rate: "), "{}", printed.err);
    assert_eq!(printed.exit, 0);
}

#[test]
fn a_style_of_a_document_brings_its_authorization_and_layout_unless_asked_otherwise() {
    let url = ["--url", "http://localhost:3000"];
    let authorization = |arguments: &[&str]| {
        let printed = curl(&[&url, arguments].concat(), GOOD).out;
        printed.lines().find(|line| line.to_lowercase().contains("authorization:")).unwrap().to_owned()
    };
    assert!(authorization(&["--style", "tutorial"]).contains("\"authorization: $TYK_API_KEY\""));
    assert!(authorization(&["--style", "reference"]).contains("\"Authorization: Bearer $TYK_API_KEY\""));
    assert!(authorization(&["--style", "reference", "--auth", "key"]).contains("\"Authorization: $TYK_API_KEY\""));
    assert!(
        authorization(&["--style", "current", "--auth", "bearer"]).contains("\"Authorization: Bearer $TYK_API_KEY\"")
    );

    let reference = curl(&[&url[..], &["--style", "reference"]].concat(), GOOD).out;
    assert!(reference.contains("--data '\n{\n\"name\": \"Gold\",\n"), "{reference}");
}

#[test]
fn without_an_address_the_placeholder_stands_there_and_a_note_says_so() {
    let printed = curl(&[], GOOD);
    assert!(printed.out.contains("'https://{tenant}/api/portal/policies'"), "{}", printed.out);
    assert_eq!(
        printed.err,
        "note: no dashboard was named: give its address with --url, or replace https://{tenant} in the command\n"
    );
    assert_eq!(printed.exit, 0);
}

#[test]
fn an_address_that_cannot_work_is_noted_and_the_command_printed_all_the_same() {
    let printed = curl(&["--url", "localhost:3000"], GOOD);
    assert!(printed.out.contains("'localhost:3000/api/portal/policies'"), "{}", printed.out);
    assert_eq!(printed.err, "note: Start the dashboard's address with http:// or https://.\n");
    assert_eq!(printed.exit, 0);
}

#[test]
fn a_text_without_a_policy_or_with_several_has_no_command() {
    for (input, sentence) in [
        ("{", "- is a text that is not JSON, so there is no policy in it: name a file with one policy"),
        (
            r#"{"apply_policies": []}"#,
            "- is a key, not a policy, so there is no policy in it: name a file with one policy",
        ),
        (
            r#"[{"name": "a"}, {"name": "b"}]"#,
            "- holds 2 policies, and one call creates one: choose it with --pick\n  /0  name a\n  /1  name b",
        ),
    ] {
        let printed = curl(&[], input);
        assert_eq!((printed.exit, printed.out.as_str()), (2, ""));
        assert!(printed.err.ends_with(&format!("error: {sentence}\n")), "{}", printed.err);
    }
}

#[test]
fn one_policy_in_a_wrapper_is_the_one_that_is_meant() {
    let printed = curl(&["--url", "http://localhost:3000"], &format!("{{\"Data\": [{GOOD}], \"Pages\": 1}}"));
    assert!(printed.out.contains("-d '{\n  \"name\": \"Gold\","), "{}", printed.out);
    assert_eq!(printed.exit, 0);
}

#[test]
fn one_of_several_can_be_picked() {
    let list = r#"[{"name": "a"}, {"name": "b"}]"#;
    let printed = curl(&["--url", "http://localhost:3000", "--pick", "b"], list);
    assert!(printed.out.contains("-d '{\n  \"name\": \"b\"\n}'"), "{}", printed.out);
    assert_eq!(printed.exit, 0);
}

#[test]
fn a_file_that_is_not_there_is_said_in_a_sentence() {
    let printed = run(&["curl", "missing.json"]);
    assert_eq!(
        printed.err,
        "error: there is no file missing.json: check its name, or write - to read standard input\n"
    );
    assert_eq!(printed.exit, 2);
}

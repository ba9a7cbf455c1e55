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

/// A folder, and the command run in it.
fn curl_in(folder: &std::path::Path, arguments: &[&str]) -> crate::program::Run {
    std::fs::write(folder.join("gold.json"), r#"{"name": "It's é", "id": "gold"}"#).unwrap();
    let file = folder.join("gold.json");
    let into = ["--into", folder.to_str().unwrap(), "--url", "http://localhost:3000"];
    run(&[&["curl"], arguments, &into, &[file.to_str().unwrap()]].concat())
}

#[test]
fn each_shell_has_a_command_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    for (shell, part) in [
        ("sh", "-d '{\n  \"name\": \"It'\\''s é\""),
        ("fish", "-d '{\n  \"name\": \"It'\\''s é\""),
        ("powershell", "-d '{\n  \"name\": \"It''s \\u00e9\""),
        ("cmd", "-d ^\"{\\^\"name\\^\":\\^\"It's \\u00e9"),
    ] {
        let printed = curl_in(folder.path(), &["--shell", shell]);
        assert!(printed.out.contains(part) && printed.exit == 0, "{shell}: {}", printed.out);
        assert!(!printed.err.contains("note:"), "{}", printed.err);
    }
}

#[test]
fn files_that_the_command_reads_are_written_and_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let printed = curl_in(folder.path(), &["--shell", "windows-powershell"]);
    assert!(printed.out.starts_with("curl.exe ") && printed.out.ends_with("--data-binary '@policy.json'\n"));
    assert!(printed.err.contains("\nnote: run it where ") && printed.err.contains("policy.json"), "{}", printed.err);
    let body = std::fs::read_to_string(folder.path().join("policy.json")).unwrap();
    assert_eq!(body, "{\n  \"name\": \"It's é\",\n  \"id\": \"gold\"\n}");
    let again = curl_in(folder.path(), &["--body", "file"]);
    assert!(again.err.contains("policy.json is there already") && again.exit == 2, "{}", again.err);
    assert_eq!(curl_in(folder.path(), &["--body", "file", "--force"]).exit, 0);
}

#[test]
fn a_file_of_curls_own_is_written_without_the_key() {
    let folder = tempfile::tempdir().unwrap();
    let printed = curl_in(folder.path(), &["--shell", "config"]);
    assert_eq!(printed.out, "curl -q --config policy.curl\n");
    assert!(printed.err.ends_with("note: it needs curl 8.3.0 or later\n"), "{}", printed.err);
    let file = std::fs::read_to_string(folder.path().join("policy.curl")).unwrap();
    assert!(file.contains("expand-header = \"Authorization: {{TYK_API_KEY}}\"\n"), "{file}");
}

#[test]
fn every_other_request_is_printed_too() {
    let url = ["curl", "--url", "http://localhost:3000", "--one-line"];
    let printed = |arguments: &[&str]| run(&[&url, arguments].concat()).out;
    let key = "-H \"Authorization: $TYK_API_KEY\"";
    let base = "'http://localhost:3000/api/portal/policies";
    assert_eq!(printed(&["--request", "read", "--id", "a b"]), format!("curl --globoff -X GET {base}/a%20b' {key}\n"));
    assert_eq!(printed(&["--request", "delete", "--id", "x"]), format!("curl --globoff -X DELETE {base}/x' {key}\n"));
    assert_eq!(printed(&["--request", "list"]), format!("curl --globoff -X GET {base}?p=1' {key}\n"));
    assert_eq!(
        printed(&["--request", "search", "--name", "It's"]),
        format!("curl --globoff -X GET {base}/search?q=It%27s&p=1' {key}\n")
    );
    assert!(printed(&["--request", "key", "--id", "x", "--compact"]).contains("-d '{\"apply_policies\":[\"x\"],"));
    assert!(printed(&["--request", "old-key", "--id", "x", "--compact"]).contains("-d '{\"apply_policy_id\":\"x\","));
    assert_eq!(
        printed(&["--request", "reload", "--gateway"]),
        "curl --globoff -X GET 'http://localhost:3000/tyk/reload/group' -H \"x-tyk-authorization: $TYK_GW_SECRET\"\n"
    );
}

#[test]
fn an_update_takes_the_id_of_the_policy_unless_another_is_named() {
    let folder = tempfile::tempdir().unwrap();
    assert!(
        curl_in(folder.path(), &["--request", "update"])
            .out
            .contains("-X PUT \\\n  'http://localhost:3000/api/portal/policies/gold'")
    );
    assert!(curl_in(folder.path(), &["--request", "update", "--id", "x"]).out.contains("/api/portal/policies/x'"));
}

#[test]
fn what_is_missing_or_cannot_be_is_said_with_the_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let failure = |run: crate::program::Run| {
        assert_eq!((run.exit, run.out.as_str()), (2, ""));
        run.err
    };
    assert_eq!(
        failure(run(&["curl", "--request", "read"])),
        "error: something is missing for this request: name the id of the policy behind --id\n"
    );
    assert_eq!(failure(run(&["curl"])), "error: something is missing for this request: name a FILE with the policy\n");
    let lost = failure(curl_in(folder.path(), &["--shell", "windows-powershell", "--body", "inline"]));
    let sentence = "error: Windows PowerShell takes the quotes out of a body that stands in the command: put the body in a file. \
                    Try it with --body file.\n";
    assert!(lost.ends_with(sentence), "{lost}");
}

#[test]
fn the_line_that_sets_the_key_is_that_of_the_shell() {
    let setup = |arguments: &[&str]| run(&[&["curl", "--setup"], arguments].concat()).out;
    assert_eq!(setup(&[]), "stty -echo; IFS= read -r TYK_API_KEY; stty echo; export TYK_API_KEY\n");
    assert_eq!(setup(&["--shell", "fish"]), "read --silent --global --export TYK_API_KEY\n");
    assert_eq!(setup(&["--shell", "powershell", "--gateway"]), "$env:TYK_GW_SECRET = Read-Host -MaskInput\n");
}

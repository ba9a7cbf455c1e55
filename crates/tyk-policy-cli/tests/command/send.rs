//! `tyk-policy send` against the local dashboard, and against those that are none.

use std::io::Write;
use std::process::Stdio;

use local_dashboard::{READ_ONLY_KEY, SAMPLE_KEY};

use crate::dashboard;
use crate::program::{GOOD, Run, program};
use crate::server::{Server, built_page};

/// Sends with this key in the variable, the policy on standard input.
fn send(arguments: &[&str], key: &str, policy: &str) -> Run {
    let mut command = program();
    command.arg("send").args(arguments).env("TYK_API_KEY", key).env("TYK_GW_SECRET", "s3cret");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    // A command that was refused at once has not read it.
    let _ = input.write_all(policy.as_bytes());
    drop(input);
    let output = child.wait_with_output().unwrap();
    Run {
        exit: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn a_policy_is_created_read_found_updated_used_and_deleted() {
    let page = built_page();
    let server = Server::start(page.path(), ":memory:");
    let url = format!("http://{}", server.address);
    let done = |arguments: &[&str], policy: &str| {
        let sent = send(&[&["--url", &url], arguments].concat(), SAMPLE_KEY, policy);
        assert_eq!(sent.exit, 0, "{sent:?}");
        sent
    };
    let policy = GOOD.replace("orders", "1f3a9c27d5e84b60a2c7d9e1f0b3a846");
    let created = done(&["-"], &policy);
    let id = created.out.trim_end();
    assert_eq!((id.len(), created.out.lines().count()), (24, 1), "{}", created.out);
    assert!(created.err.ends_with("The policy is stored (200)\n"), "{}", created.err);
    assert!(done(&["--request", "read", "--id", id], "").json()["name"] == "Gold");
    assert!(done(&["--request", "search", "--name", "Gold"], "").json()["Data"][0]["name"] == "Gold");
    assert!(done(&["--request", "list"], "").json()["Data"].is_array());
    let changed = policy.replace("\"rate\": 5", "\"rate\": 7");
    assert_eq!(done(&["--request", "update", "--id", id, "-"], &changed).out, "");
    assert!(done(&["--request", "read", "--id", id], "").json()["rate"] == 7);
    assert!(done(&["--request", "key", "--id", id], "").json()["key_id"].is_string());
    assert!(done(&["--request", "delete", "--id", id], "").err.ends_with("The policy is deleted (200)\n"));
    let gone = send(&["--url", &url, "--request", "read", "--id", id], SAMPLE_KEY, "");
    assert!(gone.exit == 1 && gone.err.contains("The dashboard has no policy with this id (404)"), "{gone:?}");
}

#[test]
fn what_the_dashboard_refuses_is_said_in_its_words_and_the_key_is_not() {
    let page = built_page();
    let server = Server::start(page.path(), ":memory:");
    let url = format!("http://{}", server.address);
    let policy = GOOD.replace("orders", "1f3a9c27d5e84b60a2c7d9e1f0b3a846");
    for (key, words) in [
        ("wr0ng-key", "error: The dashboard does not know this API key (401). Check the API key, or try --auth"),
        (READ_ONLY_KEY, "error: The key's user may not create policies (403)."),
    ] {
        let sent = send(&["--url", &url, "-"], key, &policy);
        assert_eq!((sent.exit, sent.out.as_str()), (1, ""));
        assert!(sent.err.contains(words) && !sent.err.contains(key), "{}", sent.err);
    }
}

#[test]
fn a_dry_run_prints_the_request_without_the_key_and_sends_nothing() {
    let printed = send(&["--url", "http://127.0.0.1:1", "--dry-run", "--auth", "bearer", "-"], "s3cret", GOOD);
    assert!(
        printed.out.starts_with(
            "POST http://127.0.0.1:1/api/portal/policies\nAuthorization: Bearer ***\nContent-Type: application/json\n\n{\n"
        ),
        "{}",
        printed.out
    );
    assert!(printed.exit == 0 && !printed.out.contains("s3cret") && !printed.err.contains("s3cret"));
}

#[test]
fn a_policy_with_errors_is_sent_only_when_that_is_asked_for() {
    let bad = GOOD.replace("\"rate\": 5", "\"rate\": \"12x\"");
    let sent = send(&["--url", "http://127.0.0.1:1", "-"], "key", &bad);
    assert!(sent.exit == 1 && sent.err.ends_with("send it all the same with --force.\n"), "{}", sent.err);
    let forced = send(&["--url", "http://127.0.0.1:1", "--force", "-"], "key", &bad);
    assert!(forced.exit == 2 && forced.err.contains("Nothing listens at http://127.0.0.1:1"), "{}", forced.err);
}

#[test]
fn the_key_comes_from_a_file_or_a_variable_and_must_be_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key");
    std::fs::write(&file, "s3cret\n").unwrap();
    let from_file = ["--url", "http://127.0.0.1:1", "--key-file", file.to_str().unwrap(), "-"];
    assert_eq!(send(&from_file, "", GOOD).exit, 2);
    assert!(send(&from_file, "", GOOD).err.contains("Nothing listens"));
    for (key, words) in [
        ("", "error: there is no key in the variable TYK_API_KEY: put the API key"),
        ("a b", "error: the key in the variable TYK_API_KEY has a blank"),
    ] {
        let sent = send(&["--url", "http://127.0.0.1:1", "-"], key, GOOD);
        assert!(sent.exit == 2 && sent.err.contains(words), "{}", sent.err);
    }
}

#[test]
fn no_redirect_is_followed_and_no_silence_is_waited_out() {
    let sent = send(&["--url", &dashboard::redirecting(), "-"], "key", GOOD);
    let words = "sends the call on to https://login.example, and the key goes to no other address by itself: start with that \
                 one behind --url";
    assert!(sent.exit == 2 && sent.err.contains(words), "{}", sent.err);
    let silent = send(&["--url", &dashboard::silent(), "--timeout", "1", "-"], "key", GOOD);
    assert!(silent.exit == 2 && silent.err.contains("did not answer within 1 second:"), "{}", silent.err);
}

#[test]
fn an_address_that_cannot_be_called_is_said_before_anything_is_sent() {
    for (url, words) in [
        ("", "error: no dashboard was named: give its address with --url"),
        ("ftp://d.example", "error: The dashboard's address must start with http:// or https://."),
        ("https://{tenant}.example", "still holds a placeholder"),
        ("https://me:pw@d.example", "Leave user and password out of the address"),
    ] {
        let sent = send(&["--url", url, "-"], "key", GOOD);
        assert!(sent.exit == 2 && sent.err.contains(words), "{}", sent.err);
    }
}

//! The command in every shell and form: what the page shows is what the command line prints.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::harness::{Page, Recorder, Server, path_named, wait_for};
use crate::steps::{choose_api, json_pane, open_policy};

/// The shells, as the page and the command line name them.
const SHELLS: [&str; 6] = ["sh", "fish", "powershell", "windows-powershell", "cmd", "config"];

/// Switches of the page with the options of the command line.
const FORMS: [(&[&str], &[&str]); 4] = [
    (&[], &[]),
    (&["#curl-one-line", "#curl-fail"], &["--one-line", "--fail-with-body"]),
    (&["#curl-compact", "#curl-ascii"], &["--compact", "--ascii"]),
    (&["label[for='curl-body-1']"], &["--body", "file"]),
];

fn opened() -> (Server, Page) {
    let server = Server::start();
    let page = Page::open(&server.page());
    choose_api(&page, "Orders");
    page.type_into("#field-name", "it's 100 % “計画” $HOME `x` \\");
    (server, page)
}

/// What the command line prints for the body that the page shows.
#[track_caller]
fn printed(page: &Page, shell: &str, options: &[&str], body: &str) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut command = Command::new(path_named("POLICY_BUILDER_CLI"));
    command.args(["curl", "--url", &page.value_of("#connection-address"), "--shell", shell]).args(options);
    command.arg("--into").arg(folder.path()).arg("-");
    let mut running =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it runs");
    running.stdin.take().expect("its input").write_all(body.as_bytes()).expect("it reads all of it");
    let output = running.wait_with_output().expect("it ends");
    String::from_utf8(output.stdout).expect("UTF-8").trim_end_matches('\n').to_owned()
}

#[track_caller]
fn more(page: &Page) {
    page.click("#curl-more");
    page.wait_until_there("#curl-ascii");
}

#[test]
fn each_shell_and_form_shows_what_the_command_line_prints() {
    let (_server, page) = opened();
    more(&page);
    for (switches, options) in FORMS {
        switches.iter().for_each(|switch| page.click(switch));
        for shell in SHELLS {
            page.choose("#curl-shell", shell);
            let body = json_pane(&page);
            // Windows PowerShell takes the body from a file alone, and the page stays with that for the next shell.
            let is_in_file = page.is_there("#curl-body-1:checked");
            let asked =
                [options, if is_in_file && !options.contains(&"file") { &["--body", "file"] } else { &[] }].concat();
            let expected = printed(&page, shell, &asked, &body);
            assert!(!expected.is_empty(), "{shell} {asked:?}");
            page.wait_for_text("#curl", expected.lines().next().unwrap_or_default());
            assert_eq!(page.code("curl"), expected, "{shell} {asked:?}");
            if is_in_file && !options.contains(&"file") {
                page.click("label[for='curl-body-0']");
            }
        }
        switches.iter().for_each(|switch| match *switch {
            "label[for='curl-body-1']" => page.click("label[for='curl-body-0']"),
            switch => page.click(switch),
        });
    }
}

#[test]
fn the_form_is_remembered_for_the_next_visit_and_switching_back_shows_the_first_one_again() {
    let (_server, page) = opened();
    let plain = page.code("curl");
    more(&page);
    page.choose("#curl-shell", "fish");
    page.click("#curl-one-line");
    page.wait_for_text("#copy-setup", "Copy line");
    let chosen = page.code("curl");
    assert!(chosen.starts_with("curl ") && chosen != plain, "{chosen}");
    page.reload();
    // The part of the page that writes it comes behind the first view.
    wait_for("the shell of the last visit", || match page.value_of("#curl-shell") {
        shell if shell == "fish" => Ok(()),
        other => Err(other),
    });
    more(&page);
    page.wait_until_there("#curl-one-line:checked");
    page.click("#curl-one-line");
    page.choose("#curl-shell", "sh");
    page.wait_for_text(".command__beside", "stty -echo");
    assert!(page.code("curl").starts_with("curl --globoff -X POST \\\n"));
}

#[test]
fn what_a_shell_cannot_carry_is_said_with_the_form_that_works() {
    let (_server, page) = opened();
    more(&page);
    page.choose("#curl-shell", "cmd");
    let members: Vec<_> = (0..900).map(|number| format!("\"key {number}\": \"value\"")).collect();
    open_policy(&page, &format!("{{\"name\": \"Long\", \"meta_data\": {{{}}}}}", members.join(",")));
    page.wait_for_text(".command__beside", "are the most here: put the body in a file, or use Send.");
    assert!(!page.is_there("#copy-curl"), "there is nothing to copy");
    page.click("#curl-instead");
    page.wait_for_text("#curl", "@policy.json");
    page.wait_for_text(".command__files", "Download policy.json");
    page.wait_until_there("#copy-curl");
}

#[test]
fn other_requests_of_the_policy_are_written_and_say_what_they_need() {
    let server = Server::start();
    let recorder = Recorder::storing_nothing(&server.origin);
    let page = Page::open(&format!("{}/", recorder.origin));
    more(&page);
    page.choose("#curl-asked", "read");
    page.wait_for_text(".command__beside", "The policy has no id yet");
    page.type_into("#field-id", "gold-1");
    for (asked, says) in [
        ("read", "/api/portal/policies/gold-1"),
        ("search", "/api/portal/policies/search?q=Startup%20Users&p=1"),
        ("list", "/api/portal/policies?p=1"),
        ("delete", "-X DELETE"),
        ("key", "\"apply_policies\""),
        ("older-key", "\"apply_policy_id\""),
        ("gateway", "/tyk/policies"),
        ("reload", "/tyk/reload/group"),
    ] {
        page.choose("#curl-asked", asked);
        page.wait_for_text("#curl", says);
    }
    page.wait_for_text("#curl", "x-tyk-authorization: $TYK_GW_SECRET");
    page.choose("#curl-asked", "send");
    page.wait_for_text("#curl", "-X POST");
    assert!(page.code("curl").contains("Startup Users"));
}

#[test]
fn the_key_is_never_in_a_file_and_stands_in_the_command_only_while_it_is_revealed() {
    let (_server, page) = opened();
    page.choose("#curl-shell", "config");
    page.wait_for_text(".command__files", "Download policy.curl");
    let hidden = page.code("curl");
    page.click("#reveal");
    page.wait_for_text(".command__beside", "The key itself stands in this text");
    page.click("#reveal");
    page.wait_for_text(".command__files", "Download policy.curl");
    assert_eq!(page.code("curl"), hidden);
}

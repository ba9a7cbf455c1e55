//! What the forms have in common.

use super::super::{Address, ApiKey, AuthorizationForm, KeyShown, PolicyId, Style, Target};
use super::*;

fn request(body: &str) -> Request {
    let target = Target { address: Address::new("http://localhost:3000"), ..Target::default() };
    Request::create_with_body(body.to_owned(), &target)
}

fn form(shell: Shell) -> CommandForm<'static> {
    CommandForm { shell, style: Style::Current, ..CommandForm::default() }
}

const BODY: &str = "{\n  \"name\": \"Bob's \\\\d 100% é\"\n}";

fn text(form: &CommandForm<'_>) -> String {
    request(BODY).in_json(form).command(form).unwrap().text
}

#[test]
fn the_first_form_is_the_text_of_the_style() {
    for style in Style::ALL {
        let form = CommandForm { style, ..CommandForm::default() };
        assert_eq!(text(&form), request(BODY).curl(style, KeyShown::Variable));
    }
}

#[test]
fn each_shell_writes_the_same_request_in_its_own_way() {
    let one_line = |shell| CommandForm { one_line: true, compact: true, ..form(shell) };
    let before = "curl --globoff --request POST --url 'http://localhost:3000/api/portal/policies' --header";
    assert_eq!(
        text(&one_line(Shell::Sh)),
        format!(
            "{before} \"Authorization: $TYK_API_KEY\" --header 'Content-Type: application/json' --data-raw '{{\"name\":\"Bob'\\''s \\\\d 100% é\"}}'"
        )
    );
    assert_eq!(
        text(&one_line(Shell::Fish)),
        format!(
            "{before} \"Authorization: $TYK_API_KEY\" --header 'Content-Type: application/json' --data-raw '{{\"name\":\"Bob'\\''s '\\\\\\\\'d 100% é\"}}'"
        )
    );
    assert_eq!(
        text(&one_line(Shell::PowerShell)),
        format!(
            "{before} \"Authorization: $env:TYK_API_KEY\" --header 'Content-Type: application/json' --data-raw '{{\"name\":\"Bob\\u0027s \\\\d 100% \\u00e9\"}}'"
        )
    );
    assert_eq!(
        text(&one_line(Shell::Cmd)),
        "curl --globoff --request POST --header \"Authorization: %TYK_API_KEY%\" --url \
         \"http://localhost:3000/api/portal/policies\" --header \"Content-Type: application/json\" --data-raw \
         ^\"{\\^\"name\\^\":\\^\"Bob's \\\\d 100\\u0025 \\u00e9\\^\"}^\""
    );
}

#[test]
fn lines_go_on_in_the_way_of_each_shell() {
    for (shell, between) in [
        (Shell::Sh, " \\\n  --url"),
        (Shell::Fish, " \\\n  --url"),
        (Shell::PowerShell, " `\n  --url"),
        (Shell::Cmd, " ^\n  --url \"http"),
    ] {
        assert!(text(&form(shell)).contains(between), "{shell:?}");
    }
}

#[test]
fn a_body_in_a_file_is_the_same_bytes_and_only_named_in_the_command() {
    for shell in [Shell::Sh, Shell::Fish, Shell::PowerShell, Shell::WindowsPowerShell, Shell::Cmd] {
        let form = CommandForm { body: BodyFrom::File, ..form(shell) };
        let command = request(BODY).in_json(&form).command(&form).unwrap();
        assert_eq!(command.files, [CommandFile { name: "policy.json", content: BODY.to_owned() }]);
        assert!(!command.text.contains("Bob") && command.text.contains("@policy.json"), "{}", command.text);
    }
}

#[test]
fn a_config_file_holds_all_but_the_key() {
    let command = request(BODY).command(&form(Shell::Config)).unwrap();
    assert_eq!(command.text, "curl -q --config policy.curl");
    assert_eq!(command.oldest_curl, CurlVersion(8, 3, 0));
    let [file] = command.files.try_into().unwrap();
    assert_eq!(
        file.content,
        "globoff\nrequest = \"POST\"\nurl = \"http://localhost:3000/api/portal/policies\"\nvariable = \"%TYK_API_KEY\"\n\
         expand-header = \"Authorization: {{TYK_API_KEY}}\"\nheader = \"Content-Type: application/json\"\n\
         data-raw = \"{\\n  \\\"name\\\": \\\"Bob's \\\\\\\\d 100% é\\\"\\n}\"\n"
    );
}

#[test]
fn a_revealed_key_is_in_the_command_and_in_no_file() {
    let key = ApiKey::new("s3cret-key");
    for shell in Shell::ALL {
        for body in BodyFrom::ALL {
            let form = CommandForm { key: KeyShown::Revealed(&key), body, ..form(shell) };
            let Ok(command) = request(BODY).in_json(&form).command(&form) else {
                assert_eq!((shell, body), (Shell::WindowsPowerShell, BodyFrom::Inline));
                continue;
            };
            assert!(command.text.contains("s3cret-key") && command.setup.is_none(), "{shell:?}");
            assert!(command.files.iter().all(|file| !file.content.contains("s3cret")), "{shell:?}");
        }
    }
}

#[test]
fn a_form_that_cannot_be_names_one_that_can() {
    let long = format!("[\"{}\"]", "x".repeat(140_000));
    for (shell, body) in [
        (Shell::Sh, long.as_str()),
        (Shell::Fish, long.as_str()),
        (Shell::PowerShell, long.as_str()),
        (Shell::Config, long.as_str()),
        (Shell::Cmd, long.as_str()),
        (Shell::WindowsPowerShell, "{}"),
    ] {
        let form = form(shell);
        let request = request(body).in_json(&form);
        let fault = request.command(&form).unwrap_err();
        let instead = fault.instead(form).unwrap();
        assert_eq!(instead.body, BodyFrom::File, "{shell:?}");
        assert!(request.command(&instead).is_ok(), "{shell:?}: {fault}");
    }
}

#[test]
fn cmd_refuses_what_it_would_change_unless_the_json_is_written_for_it() {
    let inline = form(Shell::Cmd);
    assert_eq!(request("{\n}").command(&inline), Err(CommandFault::NotForCmd('\n')));
    assert_eq!(request("[\"%PATH%\"]").command(&inline), Err(CommandFault::NotForCmd('%')));
    assert!(request("[\"%PATH%\", \n \"é!\"]").in_json(&inline).command(&inline).is_ok());
}

#[test]
fn cmd_has_no_pipe_behind_a_command_with_carets() {
    let inline = CommandForm { then: Then::Jq, ..form(Shell::Cmd) };
    let fault = request("{\"a\":1}").command(&inline).unwrap_err();
    assert_eq!(fault, CommandFault::ReadTwice);
    let instead = fault.instead(inline).unwrap();
    assert!(request("{\"a\":1}").command(&instead).unwrap().text.ends_with("\"@policy.json\" | jq ."));
    let piped = CommandForm { key: KeyShown::Piped, ..form(Shell::Cmd) };
    assert_eq!(request("{}").command(&piped), Err(CommandFault::NoPipe));
}

#[test]
fn bad_input_is_a_fault_with_a_way_out() {
    let mut odd = request("{}");
    odd.url = "http://d.exa mple/".to_owned();
    let blank = ApiKey::new("a b");
    let revealed = CommandForm { key: KeyShown::Revealed(&blank), ..CommandForm::default() };
    for shell in Shell::ALL {
        assert_eq!(odd.command(&form(shell)), Err(CommandFault::Url(' ')));
        let revealed = CommandForm { shell, ..revealed };
        assert!(matches!(request("{}").command(&revealed), Err(CommandFault::Key(_))));
    }
    let raw = request("\"\u{202e}\"");
    assert_eq!(raw.command(&form(Shell::Sh)), Err(CommandFault::Control('\u{202e}')));
    assert!(CommandFault::Url(' ').to_string().contains("a blank"));
}

#[test]
fn the_oldest_curl_follows_from_what_the_command_holds() {
    let oldest = |form: CommandForm<'_>| request("{}").command(&form).unwrap().oldest_curl;
    let plain = CommandForm::default();
    assert_eq!(oldest(plain), CurlVersion::OLDEST);
    assert_eq!(oldest(form(Shell::Sh)), CurlVersion::DATA_RAW);
    assert_eq!(oldest(CommandForm { key: KeyShown::Piped, ..plain }), CurlVersion::HEADER_FILE);
    assert_eq!(oldest(CommandForm { fail_with_body: true, ..plain }), CurlVersion::FAIL_WITH_BODY);
    assert_eq!(oldest(CommandForm { key: KeyShown::Expanded, ..plain }), CurlVersion::VARIABLE);
}

#[test]
fn what_looks_at_the_answer_knows_whose_it_is() {
    let script = CommandForm { then: Then::Script, ..CommandForm::default() };
    let target = Target { address: Address::new("http://localhost:8080"), ..Target::default() };
    let gateway = Target { authorization: AuthorizationForm::GatewaySecret, ..target.clone() };
    let id = PolicyId::new("gold").unwrap();
    let ends = |request: &Request, end: &str| {
        let text = request.command(&script).unwrap().text;
        assert!(text.contains(end), "{text}");
    };
    ends(&Request::delete(&id, &target), "jq -er --arg ok OK 'if .Status == $ok");
    ends(&Request::create_with_body("{}".to_owned(), &gateway), "jq -er --arg ok ok 'if .status == $ok then .key");
    ends(&Request::create_key("{}".to_owned(), &target), "jq -er '.key_id //");
    assert_eq!(Request::read(&id, &target).command(&script), Err(CommandFault::NothingToCheck));
}

#[test]
fn a_gateway_has_its_own_paths_header_and_variable() {
    let gateway = Target {
        address: Address::new("http://localhost:8080"),
        authorization: AuthorizationForm::GatewaySecret,
        ..Target::default()
    };
    let id = PolicyId::new("gold").unwrap();
    let line = |request: Request| {
        let form = CommandForm { one_line: true, ..CommandForm::default() };
        request.command(&form).unwrap().text
    };
    assert_eq!(
        line(Request::read(&id, &gateway)),
        "curl --globoff -X GET 'http://localhost:8080/tyk/policies/gold' -H \"x-tyk-authorization: $TYK_GW_SECRET\""
    );
    for (request, call) in [
        (Request::list_policies(1, &gateway), "GET 'http://localhost:8080/tyk/policies'"),
        (Request::create_with_body("{}".to_owned(), &gateway), "POST 'http://localhost:8080/tyk/policies'"),
        (Request::update(&id, "{}".to_owned(), &gateway), "PUT 'http://localhost:8080/tyk/policies/gold'"),
        (Request::create_key("{}".to_owned(), &gateway), "POST 'http://localhost:8080/tyk/keys'"),
        (Request::reload_gateway(&gateway), "GET 'http://localhost:8080/tyk/reload/group'"),
    ] {
        let text = line(request);
        assert!(text.contains(call), "{text}");
    }
}

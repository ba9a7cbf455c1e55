//! The form for scripts: it prints the id that the answer names, or says what is wrong and fails.

use std::fs;

use tyk_policy::request::{AuthorizationForm, CommandForm, Request, Then};

use crate::cell;
use crate::recorder::Recorder;
use crate::runner::Ground;
use crate::shell::{Program, which};

/// What a script sees: the exit code, what is printed, and what is said beside it.
fn seen(
    program: Program,
    authorization: AuthorizationForm,
    is_for_a_key: bool,
    answer: &'static str,
) -> (i32, String, String) {
    let recorder = Recorder::saying(answer);
    let target = cell::target(&recorder.origin, "x", authorization);
    let body = "{\"name\": \"it's\"}".to_owned();
    let request =
        if is_for_a_key { Request::create_key(body, &target) } else { Request::create_with_body(body, &target) };
    let form =
        CommandForm { shell: program.shell(), then: Then::Script, fail_with_body: true, ..CommandForm::default() };
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("script");
    fs::write(&script, request.command(&form).unwrap().text).unwrap();
    let output = Ground::new().shell(program).arg(script).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn it_prints_the_id_or_fails_with_what_the_dashboard_says() {
    if which("jq").is_none() {
        println!("skipped: jq is not installed");
        return;
    }
    let id = "5f0000000000000000000001";
    let printed = |text: &str| (0, format!("{text}\n"), String::new());
    for program in Program::installed() {
        let dashboard = |answer| seen(program, AuthorizationForm::Key, false, answer);
        assert_eq!(dashboard(r#"{"Status":"OK","Message":"5f0000000000000000000001","Meta":null}"#), printed(id));
        assert_eq!(dashboard(r#"{"Status":"OK","Message":"Stored","ID":"5f0000000000000000000001"}"#), printed(id));
        let (exit, out, err) = dashboard(r#"{"Status":"Error","Message":"Not authorised","Meta":null}"#);
        assert_eq!((exit, out.as_str(), err.trim()), (1, "", "Not authorised"), "{program:?}");
        assert_ne!(dashboard("<html>").0, 0, "{program:?}");
    }
    for program in Program::installed().into_iter().take(1) {
        let key = |answer| seen(program, AuthorizationForm::Key, true, answer);
        assert_eq!(key(r#"{"api_model":{},"key_id":"k1","data":{}}"#), printed("k1"));
        assert_eq!(key(r#"{"Status":"Error","Message":"no"}"#).0, 1);
        let gateway = |answer| seen(program, AuthorizationForm::GatewaySecret, false, answer);
        assert_eq!(gateway(r#"{"key":"gold","status":"ok","action":"added"}"#), printed("gold"));
        assert_eq!(gateway(r#"{"status":"error","message":"no"}"#).0, 1);
    }
}

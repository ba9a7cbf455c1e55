//! What cannot be is refused in a sentence, and the form that is offered instead works.

use tyk_policy::request::{AuthorizationForm, BodyFrom, CommandForm, Request, Shell};

use crate::bodies;
use crate::cell;

#[test]
fn a_body_that_no_command_can_hold_is_refused_with_the_form_that_works() {
    for body in bodies::long() {
        let target = cell::target("http://127.0.0.1:3000", "x", AuthorizationForm::Key);
        for (shell, sentence) in [
            (Shell::Sh, "and Linux takes 131071 in one argument: put the body in a file, or use Send."),
            (Shell::Fish, "and Linux takes 131071 in one argument: put the body in a file, or use Send."),
            (Shell::PowerShell, "and 32766 are the most here: put the body in a file, or use Send."),
            (Shell::WindowsPowerShell, "that stands in the command: put the body in a file."),
            (Shell::Cmd, "and 8191 are the most here: put the body in a file, or use Send."),
            (
                Shell::Config,
                "and curl reads 102398 in one line of its file: put the body in a file of its own, or use Send.",
            ),
        ] {
            let form = CommandForm { shell, ..CommandForm::default() };
            let request = Request::create(&body.draft, &target).in_json(&form);
            let fault = request.command(&form).unwrap_err();
            assert!(fault.to_string().ends_with(sentence), "{shell:?}: {fault}");
            let instead = fault.instead(form).unwrap();
            assert_eq!(instead.body, BodyFrom::File);
            let request = Request::create(&body.draft, &target).in_json(&instead);
            let command = request.command(&instead).unwrap();
            assert_eq!(command.files.last().map(|file| &file.content), request.body.as_ref());
        }
    }
}

//! Everything that is printed is read back to the same request.

use super::{Body, commands};
use crate::request::{
    Address, ApiKey, AuthorizationForm, BodyFrom, Command, CommandFault, CommandForm, KeyShown, PolicyId, Request,
    Shell, Style, Target, Then,
};

const BODIES: [&str; 6] = [
    "{}",
    "{\n  \"name\": \"Bob's plan\"\n}",
    r#"{"name": "it's $HOME `id` $(id) ! %PATH% ^&|<> ; # é ’“ 😀", "url": "^/a/(\\d+|'[^']*')\\$"}"#,
    "\n{\n\"a\": \"\\\\\\\\ \\\" '' ''' \\\\\"\n}\n",
    "{\n\t\"a\": \"@x \\u2028 {{b}} [1-3] {a,b}\"\r\n}",
    r#"{"a": "\\'", "b": "'\\", "c": "''"}"#,
];

/// Every call that is offered, to a Dashboard and to a Gateway.
fn requests(body: &str) -> Vec<Request> {
    let id = PolicyId::new("gold/it's 100%").unwrap();
    let targets = [AuthorizationForm::Key, AuthorizationForm::Bearer, AuthorizationForm::GatewaySecret];
    let all = targets.map(|authorization| {
        let target = Target { address: Address::new("http://[::1]:3000/tyk"), authorization, ..Target::default() };
        [
            Request::create_with_body(body.to_owned(), &target),
            Request::update(&id, body.to_owned(), &target),
            Request::read(&id, &target),
            Request::search_policies("Bob's 100%", 1, &target),
            Request::delete(&id, &target),
            Request::list_policies(2, &target),
            Request::create_key(body.to_owned(), &target),
        ]
    });
    all.into_iter().flatten().collect()
}

/// Every form of a command.
fn forms(key: &ApiKey) -> Vec<CommandForm<'_>> {
    let mut forms = vec![CommandForm::default()];
    let mut times = |change: &dyn Fn(CommandForm<'static>) -> Vec<CommandForm<'static>>| {
        forms = forms.iter().flat_map(|form| change(*form)).collect();
    };
    times(&|form| Shell::ALL.map(|shell| CommandForm { shell, ..form }).into());
    times(&|form| Style::ALL.map(|style| CommandForm { style, ..form }).into());
    times(&|form| BodyFrom::ALL.map(|body| CommandForm { body, ..form }).into());
    times(&|form| [false, true].map(|one_line| CommandForm { one_line, ..form }).into());
    times(&|form| [Then::Nothing, Then::Script].map(|then| CommandForm { then, ..form }).into());
    let keys = [KeyShown::Variable, KeyShown::Expanded, KeyShown::Piped, KeyShown::Revealed(key)];
    forms.into_iter().flat_map(|form| keys.map(|key| CommandForm { key, ..form })).collect()
}

/// The value of the header with the key as it is written; nothing where it is elsewhere.
fn key_as_written(form: &CommandForm<'_>, request: &Request) -> Option<String> {
    let variable = request.authorization.variable();
    let written = match (form.key, form.shell) {
        // It stands beside the file of curl's, or in what is printed into the pipe.
        (KeyShown::Piped, _) | (KeyShown::Revealed(_), Shell::Config) => return None,
        (KeyShown::Revealed(_), _) => "s3cret~key".to_owned(),
        (KeyShown::Expanded, _) | (_, Shell::Config) => format!("{{{{{variable}}}}}"),
        (KeyShown::Variable, Shell::Sh | Shell::Fish) => format!("${variable}"),
        (KeyShown::Variable, Shell::PowerShell | Shell::WindowsPowerShell) => format!("$env:{variable}"),
        (KeyShown::Variable, Shell::Cmd) => format!("%{variable}%"),
    };
    Some(format!("{}{written}", request.authorization.prefix()))
}

#[track_caller]
fn assert_read_back(request: &Request, form: &CommandForm<'_>, command: &Command) {
    let file = |name: &str| command.files.iter().find(|file| file.name == name).map(|file| file.content.clone());
    let source = file("policy.curl").unwrap_or_else(|| command.text.clone());
    let mut found = commands(&source);
    assert_eq!(found.len(), 1, "{form:?}\n{source}");
    let read = found.remove(0);
    assert_eq!((read.method.as_str(), read.url.as_deref()), (request.method.as_str(), Some(request.url.as_str())));
    let header = |name: &str| {
        let mut values =
            read.headers.iter().filter(|(each, _)| each.eq_ignore_ascii_case(name)).map(|(_, value)| value);
        values.next().map(String::as_str).filter(|_| values.next().is_none())
    };
    let key = key_as_written(form, request);
    assert_eq!(header(request.authorization.header_name()), key.as_deref(), "{form:?}\n{source}");
    assert_eq!(header("Content-Type"), request.content_type(), "{form:?}\n{source}");
    let expected = usize::from(key.is_some()) + usize::from(request.body.is_some());
    assert_eq!(read.headers.len(), expected, "{form:?}\n{source}");
    let body = match read.body {
        Body::Text(text) => Some(text.text().to_owned()),
        Body::File(name) => file(&name),
        Body::None | Body::Input => None,
    };
    assert_eq!(body, request.body, "{form:?}\n{source}");
}

#[test]
fn every_form_of_every_call_is_read_back_as_the_same_request() {
    let key = ApiKey::new("s3cret~key");
    let mut printed = 0;
    for (body, form) in BODIES.iter().flat_map(|body| forms(&key).into_iter().map(move |form| (body, form))) {
        let with_body = |request: &Request| request.body.is_some() || *body == BODIES[0];
        for request in requests(body).into_iter().filter(with_body) {
            let request = request.in_json(&form);
            match request.command(&form) {
                Ok(command) => {
                    assert_read_back(&request, &form, &command);
                    printed += 1;
                }
                Err(fault) => assert_is_known(&request, &form, fault),
            }
        }
    }
    assert!(printed > 30_000, "{printed}");
}

/// No form is refused but for the reasons that are known.
#[track_caller]
fn assert_is_known(request: &Request, form: &CommandForm<'_>, fault: CommandFault) {
    let is_known = match fault {
        CommandFault::QuotesAreLost => form.shell == Shell::WindowsPowerShell && form.body == BodyFrom::Inline,
        CommandFault::NoPipe => form.shell == Shell::Cmd && form.key == KeyShown::Piped,
        CommandFault::ReadTwice => form.shell == Shell::Cmd && form.then != Then::Nothing,
        CommandFault::ShellNeeded => form.shell == Shell::Config && form.then == Then::Script,
        CommandFault::NothingToCheck => form.then == Then::Script && request.body.is_none(),
        _ => false,
    };
    assert!(is_known, "{form:?} {fault:?}\n{request:?}");
}

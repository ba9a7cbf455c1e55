//! `tyk-policy send`: makes the request itself.

use std::env;
use std::time::Duration;

use relay::{Caller, Dashboard, DashboardFault, Limits, NoAnswer, Options, OwnCall};
use tyk_policy::answer::{self, Answer, Cause};
use tyk_policy::request::{ApiKey, AuthorizationForm, Request, Style};

use crate::Outcome;
use crate::arguments::{Call, SendArguments};
use crate::console::{Console, printable};
use crate::failure::Failure;
use crate::input::Input;
use crate::request::{request_and_errors, target};

/// Why nothing came back.
#[derive(Debug)]
pub enum Unsent {
    /// The address cannot be called.
    Address(DashboardFault),
    /// There is no answer.
    NoAnswer(NoAnswer),
}

/// Sends the request and prints what came of it.
///
/// # Errors
/// There is no such request, no key, or no answer.
pub fn run(arguments: &SendArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let target = target(&arguments.request, Style::default());
    let (request, errors) = request_and_errors(&arguments.request, &target, console)?;
    if arguments.dry_run {
        console.print(&shown(&request))?;
        return Ok(Outcome::Done);
    }
    if errors > 0 && !arguments.force {
        console.note("Nothing was sent, as the policy has errors: mend them, or send it all the same with --force.");
        return Ok(Outcome::FoundErrors);
    }
    let dashboard = Dashboard::at(target.address.as_str()).map_err(|fault| Failure::Unsent(Unsent::Address(fault)))?;
    let key = key(arguments, request.authorization, console)?;
    if dashboard.is_readable_on_the_way() {
        console.note(
            "note: over http anybody on the way can read the key: use the dashboard's https address if it has one",
        );
    }
    let answer = ask(&request, &key, dashboard, arguments)?;
    conclude(arguments, &request, &answer, console)
}

/// The request without the key.
fn shown(request: &Request) -> String {
    let (method, url) = (request.method.as_str(), &request.url);
    let (name, prefix) = (request.authorization.header_name(), request.authorization.prefix());
    let content_type = request.content_type().map(|media_type| format!("Content-Type: {media_type}\n"));
    let body = request.body.as_ref().map(|body| format!("\n{body}\n"));
    format!("{method} {url}\n{name}: {prefix}***\n{}{}", content_type.unwrap_or_default(), body.unwrap_or_default())
}

fn key(arguments: &SendArguments, form: AuthorizationForm, console: &mut Console<'_>) -> Result<ApiKey, Failure> {
    let (from, text) = match &arguments.key_file {
        Some(file) => {
            let input = Input::named(file);
            let bytes = input.bytes(console)?;
            (input.to_string(), String::from_utf8_lossy(&bytes).into_owned())
        }
        None => {
            let variable = arguments.key_variable.as_deref().unwrap_or(form.variable());
            (format!("the variable {variable}"), env::var(variable).unwrap_or_default())
        }
    };
    let key = ApiKey::new(&text);
    match key.fault() {
        Some(fault) => Err(Failure::Key { from, fault }),
        None => Ok(key),
    }
}

fn ask(request: &Request, key: &ApiKey, dashboard: Dashboard, arguments: &SendArguments) -> Result<Answer, Failure> {
    let authorities = match &arguments.ca {
        Some(file) => {
            std::fs::read(file).map_err(|error| Failure::Unreadable { file: file.display().to_string(), error })?
        }
        None => Vec::new(),
    };
    let limits = Limits { call: Duration::from_secs(arguments.timeout.into()), ..Limits::default() };
    let path = request.url.strip_prefix(dashboard.as_str()).unwrap_or_default().to_owned();
    let caller = Caller::new(dashboard, &Options { authorities, limits });
    let caller = caller.map_err(|error| Failure::Authorities { file: arguments.ca.clone(), error })?;
    let form = request.authorization;
    let call = OwnCall {
        method: request.method.as_str(),
        path: &path,
        // Field names are compared without case, and the client takes them in small letters.
        key: (
            if form == AuthorizationForm::GatewaySecret { form.header_name() } else { "authorization" },
            form.header_value(key),
        ),
        body: request.content_type().zip(request.body.clone()),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Failure::Server)?;
    let (status, body) = runtime.block_on(caller.call(call)).map_err(|why| Failure::Unsent(Unsent::NoAnswer(why)))?;
    Ok(Answer { status, body })
}

/// Prints what the dashboard gave, or says what it refused.
fn conclude(
    arguments: &SendArguments,
    request: &Request,
    answer: &Answer,
    console: &mut Console<'_>,
) -> Result<Outcome, Failure> {
    let result = match arguments.request.request {
        _ if request.authorization == AuthorizationForm::GatewaySecret => of_gateway(answer),
        Call::Create => answer::created(answer).map_err(Some).map(|created| created.id),
        Call::Update => answer::updated(answer).map_err(Some).map(|_| None),
        Call::Delete => answer::deleted(answer).map_err(Some).map(|_| None),
        Call::Read => answer::stored(answer).map_err(Some).map(|_| Some(answer.body.clone())),
        Call::List | Call::Search => answer::policies(answer).map_err(Some).map(|_| Some(answer.body.clone())),
        // What makes keys answers in no envelope.
        Call::Key | Call::OldKey | Call::Reload => of_gateway(answer),
    };
    match result {
        Ok(given) => {
            if let Some(text) = given {
                console.print(&format!("{}\n", text.trim_end()))?;
            }
            console.note(format_args!("{} ({})", done(arguments.request.request), answer.status));
            Ok(Outcome::Done)
        }
        Err(failure) => {
            match failure.map(|failure| failure.having_sent(request.body.as_ref().map_or(0, String::len))) {
                Some(failure) => console.note(format_args!("error: {failure} {}", way_out(&failure))),
                None => console.note(format_args!("error: It was refused ({}).", answer.status)),
            }
            let (begin, _) = answer.excerpt(500);
            let said = answer.message().unwrap_or(begin);
            console.note(format_args!("  {}", printable(said.trim())));
            Ok(Outcome::FoundErrors)
        }
    }
}

/// What is to be done is said to somebody at the page; at the command line one thing has another name.
fn way_out(failure: &answer::Failure) -> &'static str {
    match failure.cause {
        Cause::NotAuthorised => "Check the API key, or try --auth with the other form (key or bearer).",
        Cause::Gateway => "Name the Dashboard's address, often the same host with port 3000, or add --gateway.",
        _ => failure.way_out(),
    }
}

/// The answer as it came, if its status is one of success.
fn of_gateway(answer: &Answer) -> Result<Option<String>, Option<answer::Failure>> {
    if (200..300).contains(&answer.status) { Ok(Some(answer.body.clone())) } else { Err(None) }
}

fn done(call: Call) -> &'static str {
    match call {
        Call::Create => "The policy is stored",
        Call::Update => "The policy is updated",
        Call::Delete => "The policy is deleted",
        Call::Read => "This is the policy",
        Call::Search => "These were found",
        Call::List => "These are the first policies",
        Call::Key | Call::OldKey => "The key is made",
        Call::Reload => "The Gateway reads its policies anew",
    }
}

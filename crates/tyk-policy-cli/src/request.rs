//! The request that `tyk-policy curl` and `tyk-policy send` are asked for.

use tyk_policy::answer::keys_for;
use tyk_policy::catalogue::{DATABASE_ID, ID, NAME};
use tyk_policy::check::Severity;
use tyk_policy::draft::Draft;
use tyk_policy::request::{AuthorizationForm, PolicyId, Request, Style, Target};
use tyk_policy::write;

use crate::arguments::{Call, RequestArguments};
use crate::check::text;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Input;
use crate::known::Known;
use crate::pick;
use crate::source::Source;

/// What to do with several policies.
const WAY_OUT: &str = ", and one call is about one: choose it with --pick";

/// The same for a new one.
const WAY_OUT_OF_CREATING: &str = ", and one call creates one: choose it with --pick";

/// Where the request goes. A style that imitates a document brings that document's authorization, unless another one was
/// asked for.
pub fn target(arguments: &RequestArguments, style: Style) -> Target {
    let own = arguments.auth.or(style.own_authorization()).unwrap_or_default();
    Target {
        address: tyk_policy::request::Address::new(&arguments.url),
        authorization: if arguments.gateway { AuthorizationForm::GatewaySecret } else { own },
        layout: style.layout(),
    }
}

/// The request, and how many errors the policy of the file has. Says beside it what is wrong with the policy of the file, if there is one.
///
/// # Errors
/// The file cannot be read, it is not clear which policy is meant, or something has to be named.
pub fn request_and_errors(
    arguments: &RequestArguments,
    target: &Target,
    console: &mut Console<'_>,
) -> Result<(Request, usize), Failure> {
    let (policy, errors) = policy(arguments, console)?;
    Ok((request(arguments, target, policy.as_ref())?, errors))
}

fn request(arguments: &RequestArguments, target: &Target, policy: Option<&Draft>) -> Result<Request, Failure> {
    let body =
        || policy.map(|draft| write::draft(draft, target.layout)).ok_or(Failure::Needs("a FILE with the policy"));
    let id = || id(arguments, policy).ok_or(Failure::Needs("the id of the policy behind --id"));
    let key = |form: usize| {
        let [new, old] = keys_for(id()?.as_str());
        Ok(Request::create_key(if form == 0 { new } else { old }, target))
    };
    match arguments.request {
        Call::Create => Ok(Request::create_with_body(body()?, target)),
        Call::Update => Ok(Request::update(&id()?, body()?, target)),
        Call::Read => Ok(Request::read(&id()?, target)),
        Call::Delete => Ok(Request::delete(&id()?, target)),
        Call::List => Ok(Request::list_policies(1, target)),
        Call::Search => {
            let name = arguments.name.clone().or_else(|| field(policy?, &NAME));
            let name = name.ok_or(Failure::Needs("the name behind --name"))?;
            Ok(Request::search_policies(&name, 1, target))
        }
        Call::Key => key(0),
        Call::OldKey => key(1),
        Call::Reload if target.is_gateway() => Ok(Request::reload_gateway(target)),
        Call::Reload => Err(Failure::Needs("--gateway, as a Dashboard reloads by itself")),
    }
}

fn policy(arguments: &RequestArguments, console: &mut Console<'_>) -> Result<(Option<Draft>, usize), Failure> {
    let Some(file) = &arguments.file else { return Ok((None, 0)) };
    let source = Source::read(&Input::named(file), &Known::default(), console)?;
    text::note(&source, console);
    let way_out = if arguments.request == Call::Create { WAY_OUT_OF_CREATING } else { WAY_OUT };
    let draft = pick::one(&source, arguments.pick.as_deref(), way_out)?.draft.clone();
    let errors = source.findings.iter().filter(|placed| placed.finding.severity == Severity::Error).count();
    Ok((Some(draft), errors))
}

/// The id that was named, or that the policy has. Its own is the one that keys use; `_id` is the Dashboard's.
fn id(arguments: &RequestArguments, policy: Option<&Draft>) -> Option<PolicyId> {
    let is_for_a_key = matches!(arguments.request, Call::Key | Call::OldKey);
    let fields = if is_for_a_key || arguments.gateway { [&ID, &DATABASE_ID] } else { [&DATABASE_ID, &ID] };
    let own = || fields.into_iter().find_map(|each| field(policy?, each));
    PolicyId::new(&arguments.id.clone().or_else(own)?)
}

fn field(draft: &Draft, field: &tyk_policy::catalogue::Field) -> Option<String> {
    draft.get(field)?.as_text().filter(|text| !text.is_empty()).map(str::to_owned)
}

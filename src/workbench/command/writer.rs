//! Every command but the plainest.

use tyk_policy::answer::keys_for;
use tyk_policy::catalogue::{ID, NAME};
use tyk_policy::draft::Json;
use tyk_policy::request::{
    AuthorizationForm, Command, CommandForm, CurlVersion, KeyShown, PolicyId, Request, Shell, Target,
};

use super::{Asked, Written};
use crate::desk::Desk;

impl Asked {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Send => "send",
            Self::ReadBack => "read",
            Self::Search => "search",
            Self::List => "list",
            Self::Delete => "delete",
            Self::Key => "key",
            Self::OlderKey => "older-key",
            Self::ToGateway => "gateway",
            Self::Reload => "reload",
        }
    }

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Send => "Send the policy",
            Self::ReadBack => "Read it back",
            Self::Search => "Find it by its name",
            Self::List => "List the policies",
            Self::Delete => "Delete it",
            Self::Key => "Make a key with it",
            Self::OlderKey => "Make a key, older form",
            Self::ToGateway => "Send it to a Gateway itself",
            Self::Reload => "Let that Gateway reload",
        }
    }

    /// The request; nothing where it needs an id that the policy does not have.
    fn request(self, desk: Desk, sent: &Request) -> Option<Request> {
        let target = desk.connection.target();
        let gateway = Target { authorization: AuthorizationForm::GatewaySecret, ..target.clone() };
        let text =
            |field| desk.document.basics.with(|basics| basics.get(field).and_then(Json::as_text).map(str::to_owned));
        let id = || {
            let stored = desk.conversation.replaced(desk.connection);
            stored.or_else(|| PolicyId::new(&text(&ID)?))
        };
        Some(match self {
            Self::Send => sent.clone(),
            Self::ReadBack => Request::read(&id()?, &target),
            Self::Search => Request::search_policies(&text(&NAME).unwrap_or_default(), 1, &target),
            Self::List => Request::list_policies(1, &target),
            Self::Delete => Request::delete(&id()?, &target),
            Self::Key => Request::create_key(keys_for(id()?.as_str()).into_iter().next()?, &target),
            Self::OlderKey => Request::create_key(keys_for(id()?.as_str()).into_iter().nth(1)?, &target),
            Self::ToGateway => Request::create_with_body(sent.body.clone()?, &gateway),
            Self::Reload => Request::reload_gateway(&gateway),
        })
    }
}

/// The command of any form.
pub(super) fn write(desk: Desk, sent: &Request, form: &CommandForm<'_>) -> Written {
    let asked = desk.preview.writing.asked.get();
    let Some(request) = asked.request(desk, sent) else {
        let note = "The policy has no id yet: send it, open it from the dashboard, or type an id for it.".to_owned();
        return Written { note, ..Written::default() };
    };
    match request.in_json(form).command(form) {
        Ok(command) => written(command, asked, form),
        Err(fault) => {
            let hidden = desk.preview.writing.form(desk.connection);
            Written { note: fault.to_string(), instead: fault.instead(hidden), ..Written::default() }
        }
    }
}

fn written(command: Command, asked: Asked, form: &CommandForm<'_>) -> Written {
    let mut note = Vec::new();
    if let Some(file) = command.files.first() {
        note.push(format!("It reads {}, which has to lie where it runs.", file.name));
    }
    if matches!(asked, Asked::ToGateway | Asked::Reload) {
        note.push("The address has to be the Gateway's own; its secret stands in TYK_GW_SECRET.".to_owned());
    }
    if matches!(asked, Asked::Key | Asked::OlderKey) {
        note.push("Put your organisation's id into org_id.".to_owned());
    }
    if form.shell == Shell::Config {
        note.push("The same in every shell.".to_owned());
    }
    // Everybody has the others.
    if command.oldest_curl > CurlVersion::DATA_RAW {
        note.push(format!("Needs curl {} or later.", command.oldest_curl));
    }
    let is_revealed = matches!(form.key, KeyShown::Revealed(_));
    Written {
        text: command.text,
        note: note.join(" "),
        setup: command.setup.filter(|_| !is_revealed),
        files: command.files,
        instead: None,
    }
}

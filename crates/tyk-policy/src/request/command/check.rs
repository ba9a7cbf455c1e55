//! What has to be true of a request before any shell's command can hold it, and how its answer is looked at.

use super::super::{AuthorizationForm, KeyShown, Method, Request};
use super::{BodyFrom, CommandFault, CommandForm};
use crate::write::deceives;

/// The bytes that Linux takes as one argument of a program (curl.md section 13).
pub(in crate::request) const LONGEST_ARGUMENT: usize = 131_071;

/// What no shell can be made to carry.
pub(super) fn check(request: &Request, form: &CommandForm<'_>) -> Result<(), CommandFault> {
    if let Some(character) = request.url.chars().find(|character| !character.is_ascii_graphic()) {
        return Err(CommandFault::Url(character));
    }
    if let KeyShown::Revealed(key) = form.key {
        key.fault().map_or(Ok(()), |fault| Err(CommandFault::Key(fault)))?;
    }
    // Behind the layout's own characters, JSON holds none that deceives: the writer makes them escapes.
    let is_layout = |character: &char| matches!(character, '\n' | '\t' | '\r');
    match inline(request, form).and_then(|body| body.chars().find(|c| deceives(*c) && !is_layout(c))) {
        Some(character) => Err(CommandFault::Control(character)),
        None => Ok(()),
    }
}

/// The body, if it stands in the command.
pub(super) fn inline<'a>(request: &'a Request, form: &CommandForm<'_>) -> Option<&'a str> {
    request.body.as_deref().filter(|_| form.body == BodyFrom::Inline)
}

/// Whether a body in the command fits into one argument on Linux.
pub(super) fn fits_an_argument(request: &Request, form: &CommandForm<'_>) -> Result<(), CommandFault> {
    match inline(request, form).map(str::len) {
        Some(length) if length > LONGEST_ARGUMENT => {
            Err(CommandFault::LongArgument { length, limit: LONGEST_ARGUMENT })
        }
        _ => Ok(()),
    }
}

/// A program of `jq` that prints what the answer names, or says what is wrong and fails. Without double quotes, which not
/// every shell hands on.
pub(super) struct Program {
    /// The word that says that all went well, if there is one.
    pub(super) ok: Option<&'static str>,
    /// The program, in which `$ok` is that word.
    pub(super) text: &'static str,
}

/// How the answer is looked at (dashboard-api.md sections 3, 5 and 8).
pub(super) fn program(request: &Request) -> Option<Program> {
    let is_gateway = request.authorization == AuthorizationForm::GatewaySecret;
    if request.method == Method::Get {
        return None;
    }
    Some(if request.is_for_keys() {
        let text = if is_gateway {
            ".key // (.message // . | halt_error(1))"
        } else {
            ".key_id // (.Message // . | halt_error(1))"
        };
        Program { ok: None, text }
    } else if is_gateway {
        Program { ok: Some("ok"), text: "if .status == $ok then .key else (.message // . | halt_error(1)) end" }
    } else {
        Program {
            ok: Some("OK"),
            text: "if .Status == $ok then (.ID // .Message) else (.Message // . | halt_error(1)) end",
        }
    })
}

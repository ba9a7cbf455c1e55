//! One command to run, and what it has to send.

use tyk_policy::request::{Address, AuthorizationForm, Command, CommandFault, CommandForm, Request, Target};

use tyk_policy::write::deceives;

use crate::bodies::Body;
use crate::shell::Program;

/// The key in every command: nothing in it is safe to leave without quotes.
pub const KEY: &str = r#"k3y-'"$HOME`id`\\%PATH%!&|<>(){}[]*?~#;="#;

/// A command of a shell.
pub struct Cell {
    pub program: Program,
    /// The part of the path by which it is known.
    pub part: String,
    pub request: Request,
    pub command: Command,
    /// What is printed into its input by whoever runs it; for curl's own files.
    pub header_on_input: bool,
    /// Whether it is typed at a prompt, and not read from a script.
    pub at_a_prompt: bool,
    pub about: String,
}

/// A request to a recorder, behind a part of the path that is this command's own.
pub fn target(origin: &str, part: &str, authorization: AuthorizationForm) -> Target {
    Target { address: Address::new(&format!("{origin}/{part}")), authorization, ..Target::default() }
}

/// The cell of a body in a form; or why there is none.
pub fn create(
    program: Program,
    part: String,
    body: &Body,
    form: &CommandForm<'_>,
    origin: &str,
) -> Result<Cell, CommandFault> {
    let authorization = form.style.own_authorization().unwrap_or_default();
    let target = Target { layout: form.style.layout(), ..target(origin, &part, authorization) };
    of(program, part, Request::create(&body.draft, &target), &body.name, form)
}

/// The cell of a request in a form; or why there is none.
pub fn of(
    program: Program,
    part: String,
    request: Request,
    name: &str,
    form: &CommandForm<'_>,
) -> Result<Cell, CommandFault> {
    let request = request.in_json(form);
    let command = request.command(form)?;
    assert_can_be_pasted(&command.text);
    let about = format!("{program:?} {form:?} of {name}\n{}", command.text.chars().take(3_000).collect::<String>());
    Ok(Cell { program, part, request, command, header_on_input: false, at_a_prompt: false, about })
}

/// What holds of every text, whatever is in it: nothing in it deceives the eye, no blank stands between a sign that continues a
/// line and the line's end, and no final newline starts it by itself.
#[track_caller]
fn assert_can_be_pasted(text: &str) {
    assert!(!text.contains(|character| deceives(character) && character != '\n'), "{}", text.escape_debug());
    assert!(
        !text.contains(" \n") && !text.ends_with('\n') && text.starts_with(['c', 'p', '"']),
        "{}",
        text.escape_debug()
    );
}

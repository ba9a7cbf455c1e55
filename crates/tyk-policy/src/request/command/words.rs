//! What every shell's command consists of; how each writes it is its own.

use super::super::{AuthorizationForm, KeyShown, Request, Style};
use super::check::program;
use super::{BodyFrom, Command, CommandFault, CommandFile, CommandForm, CurlVersion, Then};

/// How one shell writes the parts of a command.
pub(super) struct Ways {
    /// What calls curl.
    pub(super) curl: &'static str,
    /// What stands at the end of a line that goes on, the blank before it included.
    pub(super) goes_on: &'static str,
    /// What calls Python 3.
    pub(super) python: &'static str,
    /// A text as one word.
    pub(super) quote: fn(&str) -> String,
    /// A text and behind it the value of a variable as one word.
    pub(super) with_variable: fn(&str, &str) -> String,
    /// What prints a text and the value of a variable into a pipe, the pipe sign included; nothing where that would show the
    /// value to others.
    pub(super) into_pipe: Option<fn(&str, &str) -> String>,
    /// Whether the key stands before the address: its variable has to, where a `%` of the address would begin the name of one.
    pub(super) key_first: bool,
    /// The line that sets a variable without leaving its value in the history.
    pub(super) setup: fn(&str) -> String,
}

/// The names of the options in one style.
struct Names {
    request: &'static str,
    url: &'static str,
    header: &'static str,
    data: &'static str,
    quiet: &'static str,
}

const SHORT: Names = Names { request: "-X", url: "", header: "-H", data: "-d", quiet: "-sS" };
const LONG: Names = Names {
    request: "--request",
    url: "--url ",
    header: "--header",
    data: "--data-raw",
    quiet: "--silent --show-error",
};

fn names(style: Style) -> &'static Names {
    match style {
        Style::Classic | Style::Tutorial => &SHORT,
        Style::Current | Style::Reference => &LONG,
    }
}

/// The command of a request that was [checked](super::check::check).
pub(super) fn command(request: &Request, form: &CommandForm<'_>, ways: &Ways) -> Result<Command, CommandFault> {
    let into_pipe = match form.key {
        KeyShown::Piped => {
            let print = ways.into_pipe.ok_or(CommandFault::NoPipe)?;
            print(&request.authorization.header_before_key(), request.authorization.variable())
        }
        _ => String::new(),
    };
    let text = format!("{into_pipe}{}{}", text(request, form, ways), then(request, form, ways)?);
    let file = request.body.as_ref().filter(|_| form.body == BodyFrom::File);
    Ok(Command {
        text,
        setup: setup(request.authorization, form.key, ways.setup),
        files: file.map(|body| CommandFile { name: request.body_file(), content: body.clone() }).into_iter().collect(),
        oldest_curl: oldest(request, form, names(form.style).data),
    })
}

/// The call of curl alone.
pub(super) fn text(request: &Request, form: &CommandForm<'_>, ways: &Ways) -> String {
    let names = names(form.style);
    let mut first = format!("{} --globoff", ways.curl);
    if form.fail_with_body {
        first += " --fail-with-body";
    }
    if form.then != Then::Nothing {
        // Without a terminal behind it curl shows its progress.
        first = first + " " + names.quiet;
    }
    let mut lines = vec![format!("{first} {} {}", names.request, request.method.as_str())];
    let url = format!("{}{}", names.url, (ways.quote)(&request.url));
    let key = key_lines(request, form.key, names.header, ways);
    if ways.key_first {
        lines.extend(key.into_iter().chain([url]));
    } else {
        lines.extend(std::iter::once(url).chain(key));
    }
    if let Some(content_type) = request.content_type() {
        lines.push(format!("{} {}", names.header, (ways.quote)(&format!("Content-Type: {content_type}"))));
    }
    lines.extend(body_line(request, form, names, ways));
    let between = if form.one_line { " ".to_owned() } else { format!("{}\n  ", ways.goes_on) };
    lines.join(&between)
}

fn key_lines(request: &Request, key: KeyShown<'_>, header: &str, ways: &Ways) -> Vec<String> {
    let (before, variable) = (request.authorization.header_before_key(), request.authorization.variable());
    match key {
        KeyShown::Variable => vec![format!("{header} {}", (ways.with_variable)(&before, variable))],
        KeyShown::Revealed(key) => vec![format!("{header} {}", (ways.quote)(&(before + key.reveal())))],
        KeyShown::Expanded => vec![
            format!("--variable {}", (ways.quote)(&format!("%{variable}"))),
            format!("--expand-header {}", (ways.quote)(&format!("{before}{{{{{variable}}}}}"))),
        ],
        KeyShown::Piped => vec![format!("{header} {}", (ways.quote)("@-"))],
    }
}

fn body_line(request: &Request, form: &CommandForm<'_>, names: &Names, ways: &Ways) -> Option<String> {
    let body = request.body.as_ref()?;
    Some(match form.body {
        BodyFrom::File => format!("--data-binary {}", (ways.quote)(&format!("@{}", request.body_file()))),
        // JSON never starts with it; another text would name a file.
        BodyFrom::Inline if body.starts_with('@') => format!("{} {}", LONG.data, (ways.quote)(body)),
        BodyFrom::Inline => format!("{} {}", names.data, (ways.quote)(body)),
    })
}

/// What stands behind curl, the pipe sign included.
fn then(request: &Request, form: &CommandForm<'_>, ways: &Ways) -> Result<String, CommandFault> {
    Ok(match form.then {
        Then::Nothing => String::new(),
        Then::Jq => " | jq .".to_owned(),
        Then::Python => format!(" | {} -m json.tool", ways.python),
        Then::Script => {
            let program = program(request).ok_or(CommandFault::NothingToCheck)?;
            let ok = program.ok.map(|word| format!(" --arg ok {word}")).unwrap_or_default();
            format!(" | jq -er{ok} {}", (ways.quote)(program.text))
        }
    })
}

/// The line that sets the variable, if the command reads one.
pub(super) fn setup(authorization: AuthorizationForm, key: KeyShown<'_>, line: fn(&str) -> String) -> Option<String> {
    (!matches!(key, KeyShown::Revealed(_))).then(|| line(authorization.variable()))
}

/// The oldest curl that understands the command; `data` is the option in front of a body that stands in it.
pub(super) fn oldest(request: &Request, form: &CommandForm<'_>, data: &str) -> CurlVersion {
    let is_raw = data == LONG.data && form.body == BodyFrom::Inline && request.body.is_some();
    [
        (is_raw, CurlVersion::DATA_RAW),
        (form.key == KeyShown::Piped, CurlVersion::HEADER_FILE),
        (form.fail_with_body, CurlVersion::FAIL_WITH_BODY),
        (form.key == KeyShown::Expanded, CurlVersion::VARIABLE),
    ]
    .into_iter()
    .filter_map(|(is_used, since)| is_used.then_some(since))
    .max()
    .unwrap_or(CurlVersion::OLDEST)
}

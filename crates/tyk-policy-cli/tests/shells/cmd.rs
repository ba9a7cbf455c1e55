//! cmd.exe: by a model of what is documented, and by Wine's, with a program that says how it was called.

use std::sync::OnceLock;

use tyk_policy::request::{
    ApiKey, AuthorizationForm, BodyFrom, CommandFault, CommandForm, KeyShown, Request, Shell, Style, command,
};

use crate::bodies;
use crate::cell::{self, Cell};
use crate::cmd_model::arguments;
use crate::quoting;
use crate::shell::Program;
use crate::wine::{self, Wine};

/// A key with the signs of cmd.exe, but for the quote, which would end its own, and a second `%`: Wine puts variables in
/// where cmd.exe is stopped by a caret, or has put one in already.
const KEY: &str = "k3y-'$&|<>()^!~#;=%PATH";

/// What was tried.
#[derive(Clone, Copy, Default)]
pub struct Tried {
    /// By the model.
    pub modelled: usize,
    /// By Wine.
    pub run: usize,
    /// Bodies too long for the line, which were refused.
    pub refused: usize,
}

/// All commands for cmd.exe, in every form that has an effect on their words.
fn cells(key: &ApiKey) -> (Vec<Cell>, usize) {
    let (mut cells, mut refused) = (Vec::new(), 0);
    let all = bodies::hostile().into_iter().chain(bodies::corpus());
    for (index, body) in all.enumerate() {
        for (style, one_line) in [(Style::Current, false), (Style::Classic, true)] {
            for body_from in BodyFrom::ALL {
                let key = if index % 3 == 0 { KeyShown::Revealed(key) } else { KeyShown::Variable };
                let form =
                    CommandForm { shell: Shell::Cmd, style, one_line, body: body_from, key, ..CommandForm::default() };
                let part = format!("it's%20(a)&b{index}");
                match cell::create(Program::Dash, part, &body, &form, "http://127.0.0.1:3000") {
                    Ok(cell) => cells.push(cell),
                    Err(CommandFault::LongCommand { .. }) => refused += 1,
                    Err(fault) => panic!("{fault}"),
                }
            }
        }
    }
    cells.extend(searches());
    (cells, refused)
}

/// Requests with many `%` in their address.
fn searches() -> impl Iterator<Item = Cell> {
    let names = ["100% é", "%PATH%", "a & b | c", "it's \"so\"", "計画 😀", "^<>()!"];
    names.into_iter().flat_map(|name| {
        [false, true].map(|one_line| {
            let target = cell::target("http://127.0.0.1:3000", "search", AuthorizationForm::Key);
            let request = Request::search_policies(name, 1, &target);
            let style = if one_line { Style::Classic } else { Style::Current };
            let form = CommandForm { shell: Shell::Cmd, style, one_line, ..CommandForm::default() };
            cell::of(Program::Dash, "search".to_owned(), request, name, &form).unwrap()
        })
    })
}

/// What curl has to be called with.
fn expected(cell: &Cell) -> Vec<String> {
    let is_long = cell.command.text.contains("--request");
    let named = |long: &str, short: &str| if is_long { long.to_owned() } else { short.to_owned() };
    let mut words = vec!["--globoff".to_owned(), named("--request", "-X"), cell.request.method.as_str().to_owned()];
    words.extend([named("--header", "-H"), format!("Authorization: {KEY}")]);
    words.extend(is_long.then(|| "--url".to_owned()));
    words.push(cell.request.url.clone());
    let Some(body) = cell.request.body.clone() else { return words };
    words.extend([named("--header", "-H"), "Content-Type: application/json".to_owned()]);
    match cell.command.files.as_slice() {
        [] => words.extend([named("--data-raw", "-d"), body]),
        [file] => words.extend(["--data-binary".to_owned(), format!("@{}", file.name)]),
        files => panic!("{files:?}"),
    }
    words
}

pub fn run() -> &'static Tried {
    static RUN: OnceLock<Tried> = OnceLock::new();
    RUN.get_or_init(|| {
        let key = ApiKey::new(KEY);
        let (cells, refused) = cells(&key);
        let environment = [("TYK_API_KEY", KEY), ("PATH", "C:\\Windows")];
        for cell in &cells {
            let mut words = vec!["curl".to_owned()];
            words.extend(expected(cell));
            assert_eq!(arguments(&cell.command.text, &environment), Ok(words), "{}", cell.about);
        }
        Tried { modelled: cells.len(), run: under_wine(&cells), refused }
    })
}

/// Runs the commands at the prompt of Wine's cmd.exe, and says how many.
fn under_wine(cells: &[Cell]) -> usize {
    if wine::version().is_none() {
        println!("skipped: wine or x86_64-w64-mingw32-gcc is not installed");
        return 0;
    }
    let calls = Wine::new(KEY).calls(cells);
    assert_eq!(calls.len(), cells.len(), "one call for each command");
    for (call, cell) in calls.iter().zip(cells) {
        assert_eq!(*call, expected(cell), "{}", cell.about);
    }
    calls.len()
}

#[test]
fn cmd_calls_curl_with_exactly_the_words_of_the_request() {
    let tried = run();
    assert!(tried.modelled > 400 && tried.refused > 0);
    assert!(wine::version().is_none() || tried.run == tried.modelled);
}

#[test]
fn cmd_hands_any_text_without_line_breaks_on_as_it_is() {
    let environment = [("PATH", "C:\\Windows"), ("TYK_API_KEY", KEY)];
    let percents = ["%PATH%", "a%PATH%b%PATH%", "%%PATH%%", "\"%PATH%\"", "%TYK_API_KEY%\\"].map(str::to_owned);
    for text in quoting::texts().into_iter().chain(percents).filter(|text| !text.contains(['\n', '\r'])) {
        let typed = format!("curl {} end", command::cmd::quote(&text));
        assert_eq!(arguments(&typed, &environment), Ok(vec!["curl".to_owned(), text, "end".to_owned()]), "{typed}");
    }
}

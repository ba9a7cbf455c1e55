//! PowerShell, which cannot be had here: its text is checked by a parser that others wrote, and by a model of what is
//! documented of its quoting and of how it calls programs (curl.md section 5; PowerShell's pages `about_Quoting_Rules` and
//! `about_Parsing`).

use std::sync::OnceLock;

use tree_sitter::{Node, Parser};
use tyk_policy::request::{ApiKey, BodyFrom, CommandFault, CommandForm, KeyShown, Shell, Style, command};

use crate::bodies;
use crate::cell::{self, Cell, KEY};
use crate::quoting;
use crate::shell::Program;

/// How many commands were looked at, and how many bodies were too long and refused.
#[derive(Clone, Copy)]
pub struct Tried {
    pub modelled: usize,
    pub refused: usize,
}

/// Whether a character is one of the family of single or of double quotes.
fn is_quote(character: char, double: bool) -> bool {
    if double {
        matches!(character, '"' | '“' | '”' | '„')
    } else {
        matches!(character, '\'' | '‘' | '’' | '‚' | '‛')
    }
}

/// The words of one command, or what else the text would be.
fn words(text: &str, environment: &[(&str, &str)]) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            ' ' => words.extend(word.take()),
            '`' if characters.peek() == Some(&'\n') => drop(characters.next()),
            quote if is_quote(quote, false) => {
                let word = word.get_or_insert_default();
                loop {
                    match characters.next().ok_or("no end of a quoted text")? {
                        close if is_quote(close, false) => match characters.next_if(|next| is_quote(*next, false)) {
                            Some(second) => word.push(second),
                            None => break,
                        },
                        other => word.push(other),
                    }
                }
            }
            quote if is_quote(quote, true) => {
                let mut inside = String::new();
                loop {
                    match characters.next().ok_or("no end of a quoted text")? {
                        close if is_quote(close, true) => break,
                        '`' => return Err("an escape".to_owned()),
                        other => inside.push(other),
                    }
                }
                for (name, value) in environment {
                    inside = inside.replace(&format!("$env:{name}"), value);
                }
                word.get_or_insert_default().push_str(&inside);
            }
            plain if plain.is_ascii_alphanumeric() || "-._".contains(plain) => word.get_or_insert_default().push(plain),
            other => return Err(format!("{other:?} means something outside of quotes")),
        }
    }
    words.extend(word);
    Ok(words)
}

/// The arguments that a program gets from PowerShell before 7.3: words with a blank are put in quotes, and quotes that are
/// in them are not escaped.
fn as_the_old_one_calls(words: &[String]) -> Vec<String> {
    let quoted = |word: &String| if word.contains(' ') { format!("\"{word}\"") } else { word.clone() };
    let line: Vec<String> = words.iter().map(quoted).collect();
    crate::cmd_model::argv(&line.join(" "))
}

/// What the whole text is for the parser: one pipeline of one command, without a fault.
fn assert_is_one_command(parser: &mut Parser, text: &str) {
    let tree = parser.parse(text, None).unwrap();
    assert!(!tree.root_node().has_error(), "{text}\n{}", tree.root_node().to_sexp());
    let mut kinds = Vec::new();
    gather(tree.root_node(), &mut kinds);
    assert_eq!(kinds.iter().filter(|kind| **kind == "command").count(), 1, "{text}\n{kinds:?}");
    for kind in ["sub_expression", "invokation_expression", "redirection", "script_block_expression"] {
        assert!(!kinds.contains(&kind), "{kind} in {text}");
    }
}

fn gather<'a>(node: Node<'a>, kinds: &mut Vec<&'a str>) {
    kinds.push(node.kind());
    let mut cursor = node.walk();
    for child in node.children(&mut cursor) {
        gather(child, kinds);
    }
}

/// What curl has to be called with.
fn expected(cell: &Cell, is_long: bool) -> Vec<String> {
    let named = |long: &str, short: &str| if is_long { long.to_owned() } else { short.to_owned() };
    let mut words = vec!["--globoff".to_owned(), named("--request", "-X"), cell.request.method.as_str().to_owned()];
    words.extend(is_long.then(|| "--url".to_owned()));
    words.push(cell.request.url.clone());
    words.extend([named("--header", "-H"), format!("Authorization: {}", key_of(cell))]);
    words.extend([named("--header", "-H"), "Content-Type: application/json".to_owned()]);
    match cell.command.files.as_slice() {
        [] => words.extend([named("--data-raw", "-d"), cell.request.body.clone().unwrap()]),
        files => words.extend(["--data-binary".to_owned(), format!("@{}", files[0].name)]),
    }
    words
}

/// A key without the characters that the old PowerShell loses.
const PLAIN: &str = "k3y-'$HOME`id`%PATH%!&|<>(){}[]*?~#;=";

fn key_of(cell: &Cell) -> &'static str {
    if cell.command.text.contains("curl.exe") { PLAIN } else { KEY }
}

pub fn run() -> &'static Tried {
    static RUN: OnceLock<Tried> = OnceLock::new();
    RUN.get_or_init(|| {
        let mut parser = Parser::new();
        parser.set_language(&tree_sitter_powershell::LANGUAGE.into()).unwrap();
        let mut tried = Tried { modelled: 0, refused: 0 };
        for (index, body) in bodies::hostile().into_iter().chain(bodies::corpus()).enumerate() {
            for (shell, style, one_line) in [
                (Shell::PowerShell, Style::Current, false),
                (Shell::PowerShell, Style::Classic, true),
                (Shell::WindowsPowerShell, Style::Current, false),
            ] {
                for body_from in BodyFrom::ALL {
                    let key = ApiKey::new(if shell == Shell::PowerShell { KEY } else { PLAIN });
                    let key = if index % 3 == 0 { KeyShown::Revealed(&key) } else { KeyShown::Variable };
                    let form = CommandForm { shell, style, one_line, body: body_from, key, ..CommandForm::default() };
                    let part = format!("it's%20(a)&b{index}");
                    match cell::create(Program::Dash, part, &body, &form, "http://127.0.0.1:3000") {
                        Ok(cell) => {
                            assert_calls_curl(&cell, shell, style == Style::Current);
                            assert_is_one_command(&mut parser, &cell.command.text);
                            tried.modelled += 1;
                        }
                        Err(CommandFault::LongCommand { .. } | CommandFault::QuotesAreLost) => tried.refused += 1,
                        Err(fault) => panic!("{fault}"),
                    }
                }
            }
        }
        tried
    })
}

#[track_caller]
fn assert_calls_curl(cell: &Cell, shell: Shell, is_long: bool) {
    let environment = [("TYK_API_KEY", key_of(cell))];
    let words = words(&cell.command.text, &environment).unwrap_or_else(|fault| panic!("{fault}: {}", cell.about));
    let (program, arguments) = words.split_first().unwrap();
    assert_eq!(program, if shell == Shell::PowerShell { "curl" } else { "curl.exe" });
    assert_eq!(arguments, expected(cell, is_long), "{}", cell.about);
    if shell == Shell::WindowsPowerShell {
        assert_eq!(as_the_old_one_calls(arguments), expected(cell, is_long), "{}", cell.about);
    }
}

#[test]
fn power_shell_calls_curl_with_exactly_the_words_of_the_request() {
    let tried = run();
    assert!(tried.modelled > 600 && tried.refused > 0);
}

#[test]
fn power_shell_hands_any_quoted_text_on_as_it_is() {
    for text in quoting::texts() {
        assert_eq!(words(&command::power_shell::quote(&text), &[]), Ok(vec![text]));
    }
}

#[test]
fn the_model_finds_what_is_live() {
    assert_eq!(words("curl a; b", &[]), Err("';' means something outside of quotes".to_owned()));
    assert_eq!(words("curl 'Bob’s'", &[]), Err("no end of a quoted text".to_owned()));
    let lost = as_the_old_one_calls(&["{\"a\": \"b\"}".to_owned()]);
    assert_eq!(lost.join(" "), "{a: b}");
}

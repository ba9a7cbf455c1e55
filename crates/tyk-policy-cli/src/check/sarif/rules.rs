//! Every kind of finding as a rule of the tool.

use serde_json::{Value, json};
use tyk_policy::check::{Code, Finding, Path, Seen};

use super::level;

/// All of them; a result names its rule by its place in here, too.
pub fn all() -> Vec<Value> {
    Code::ALL.iter().map(|code| rule(*code)).collect()
}

fn rule(code: Code) -> Value {
    let finding = Finding::new(code, Path::root(), Seen::Nothing);
    json!({
        "id": code.name(),
        "name": in_one_word(code.name()),
        "shortDescription": { "text": finding.to_string() },
        "help": { "text": code.help() },
        "defaultConfiguration": { "level": level(code.severity()) },
        "properties": { "rule": code.rule() },
    })
}

/// `WrongType` of `wrong-type`.
fn in_one_word(name: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    name.split('-').map(capital).collect()
}

//! The tokens of a JSON text, found without the reader under test: strings unescaped, everything else to the letter.

/// One token.
#[derive(Debug, PartialEq, Eq)]
pub enum Token {
    /// A string, which another reader of JSON has unescaped.
    String(String),
    /// A mark.
    Mark(char),
    /// A number, `true`, `false` or `null`, as it stands.
    Word(String),
}

/// What may stand between tokens.
const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

/// The tokens of a text that is JSON.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start_matches(BLANKS);
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => string_length(rest),
            '{' | '}' | '[' | ']' | ':' | ',' => 1,
            _ => rest.find(|c: char| "{}[]:,\" \t\r\n".contains(c)).unwrap_or(rest.len()),
        };
        let (token, behind) = rest.split_at(length);
        tokens.push(match first {
            '"' => Token::String(serde_json::from_str(token).unwrap()),
            _ if length == 1 && !first.is_alphanumeric() => Token::Mark(first),
            _ => Token::Word(token.to_owned()),
        });
        rest = behind.trim_start_matches(BLANKS);
    }
    tokens
}

/// How long the string is that the text starts with, both quotes included.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    let inside = text.char_indices().skip(1);
    let mut ends = inside.filter(|(_, character)| {
        let ends = *character == '"' && !escaped;
        escaped = *character == '\\' && !escaped;
        ends
    });
    ends.next().unwrap().0 + 1
}

#[test]
fn blanks_and_escapes_make_no_other_tokens() {
    let plain = tokens(r#"{"a/": [1.50, "é\"", true]}"#);
    assert_eq!(tokens("{ \"\\u0061\\/\":\r\n[1.50,\"\\u00e9\\u0022\",true\t]}"), plain);
    assert_ne!(tokens(r#"{"a/": [1.5, "é\"", true]}"#), plain);
    assert_eq!(plain.len(), 11);
}

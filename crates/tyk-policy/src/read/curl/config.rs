//! Files with options, which curl itself reads (curl.md section 12, and curl's own page on `--config`).

use super::arguments;
use super::{Command, Spliced};

/// Whether a text is such a file: nothing but options, comments and empty lines, with a `url = …` among them.
pub(super) fn is_one(source: &str) -> bool {
    let mut names_url = false;
    for line in lines(source).map(|(_, line)| line) {
        let (name, rest) = line.split_at_checked(name_length(line)).unwrap_or_default();
        if name.is_empty() || !(rest.is_empty() || rest.starts_with([' ', '\t', '=', ':'])) || name == "curl" {
            return false;
        }
        names_url |= matches!(name, "url" | "--url") && rest.trim_ascii_start().starts_with('=');
    }
    names_url
}

/// The commands that the options of a file are.
pub(super) fn commands(source: &str) -> Vec<Command> {
    let mut words = Vec::new();
    for (at, line) in lines(source) {
        let length = name_length(line);
        let mut option = Spliced::at(at);
        if !line.starts_with('-') {
            option.escape("--", at);
        }
        option.literal(source, at..at + length);
        words.push(option);
        let rest = line.get(length..).unwrap_or_default();
        let value = rest.trim_start_matches([' ', '\t', '=', ':']);
        if !value.is_empty() {
            words.push(self::value(source, at + line.len() - value.len(), at + line.len()));
        }
    }
    arguments::commands(0, words, &mut None)
}

/// The lines with an option, and where each starts.
fn lines(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    let placed = source.split_inclusive('\n').map(move |line| {
        let trimmed = line.trim_ascii_start();
        let at = next + line.len() - trimmed.len();
        next += line.len();
        (at, trimmed.trim_ascii_end())
    });
    placed.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

fn name_length(line: &str) -> usize {
    let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
    line.bytes().take_while(|byte| is_inside(*byte)).count()
}

/// A value: in quotes with escapes, or up to the next blank.
fn value(source: &str, start: usize, end: usize) -> Spliced {
    let text = source.get(start..end).unwrap_or_default();
    let mut value = Spliced::at(start);
    let Some(quoted) = text.strip_prefix('"') else {
        let length = text.find([' ', '\t']).unwrap_or(text.len());
        value.literal(source, start..start + length);
        return value;
    };
    let mut from = start + 1;
    let mut characters = quoted.char_indices();
    while let Some((offset, character)) = characters.next() {
        let at = start + 1 + offset;
        if !matches!(character, '"' | '\\') {
            continue;
        }
        value.literal(source, from..at);
        let Some((behind, escaped)) = characters.next().filter(|_| character == '\\') else { return value };
        match escaped {
            't' => value.escape("\t", at),
            'n' => value.escape("\n", at),
            'r' => value.escape("\r", at),
            'v' => value.escape("\u{b}", at),
            other => value.escape(other.encode_utf8(&mut [0; 4]), at),
        }
        from = start + 1 + behind + escaped.len_utf8();
    }
    value.literal(source, from..end);
    value
}

#[cfg(test)]
mod tests {
    use crate::read::curl::commands;
    use crate::read::curl::tests::{body, only};

    #[test]
    fn a_file_of_options_is_a_command() {
        let source = "# mine\n\nurl = \"http://a/b\"\n-X PUT\n  header: \"A: b\"\r\ndata = \"{\\n\\\"a\\\": \\\"\\\\d é\\x\\\"}\" # end\nsilent";
        let command = only(source);
        assert_eq!((command.method.as_str(), command.url.as_deref()), ("PUT", Some("http://a/b")));
        assert_eq!(command.headers, [("A".to_owned(), "b".to_owned())]);
        assert_eq!(body(source), "{\n\"a\": \"\\d éx\"}");
    }

    #[test]
    fn a_value_without_quotes_ends_at_a_blank() {
        assert_eq!(only("url = http://a/b c").url.as_deref(), Some("http://a/b"));
    }

    #[test]
    fn what_is_no_file_of_options_is_read_as_a_script() {
        for source in ["url: http://a\nname: x", "url = http://a\n'x'", "curl = x\nurl = y z", "name = gold", ""] {
            assert!(commands(source).is_empty(), "{source}");
        }
        assert_eq!(only("url = 'x'\ncurl http://a").url.as_deref(), Some("http://a"));
    }
}

//! Where a command starts: is it curl, and what may stand in front of it?

use super::arguments;
use super::script::{Context, Script};

/// Words behind which another command starts.
const KEYWORDS: [&str; 16] = [
    "{", "!", "if", "then", "elif", "else", "while", "until", "do", "time", "sudo", "exec", "command", "export",
    "local", "readonly",
];

impl<'a> Script<'a> {
    /// One step where a command can start. Says whether one still can.
    pub(super) fn start(&mut self) -> bool {
        match self.peek() {
            Some(b' ' | b'\t' | b'\r' | b';' | b'&' | b'|') => self.at += 1,
            Some(b'\n') => self.line(),
            Some(b'(') => self.open(Context::Parentheses),
            Some(b'\\') => match self.line_end(self.at + 1) {
                Some(end) => self.at = end,
                None => return self.first_word(),
            },
            _ if self.looks_at("```") => self.skip_line(),
            _ if self.prompt() => {}
            Some(b'#') => self.skip_line(),
            _ if self.looks_at("//") => self.skip_line(),
            _ => return self.first_word(),
        }
        true
    }

    /// Takes a prompt or a comment mark that starts a line, if a curl command stands behind it.
    fn prompt(&mut self) -> bool {
        let start = self.at;
        let before = self.source.get(..start).unwrap_or_default().trim_end_matches([' ', '\t', '\r']);
        if !before.is_empty() && !before.ends_with(['\n', '\u{feff}']) {
            return false;
        }
        let mut mark = "";
        if let Some(sign @ (b'#' | b'/')) = self.peek() {
            while self.peek() == Some(sign) {
                self.at += 1;
            }
            mark = self.source.get(start..self.at).unwrap_or_default();
            self.skip_blanks();
        }
        if self.take("$ ") || self.take("> ") || self.take("% ") {
            // What the shell itself would print in front of the lines that follow.
            mark = if mark.is_empty() { ">" } else { mark };
            self.skip_blanks();
        }
        let is_prompt = !matches!(mark, "" | "/") && is_curl(self.plain_word());
        if is_prompt {
            self.mark = mark;
        } else {
            self.at = start;
        }
        is_prompt
    }

    /// A command: an assignment, a word that another one follows, curl, or anything else.
    fn first_word(&mut self) -> bool {
        let word = self.plain_word();
        if is_curl(word) {
            self.curl(word.len());
            false
        } else if KEYWORDS.contains(&word) {
            self.at += word.len();
            true
        } else if word == "-" || word.len() > 1 && word.ends_with(':') {
            // YAML, or a sentence that announces something.
            self.skip_line();
            true
        } else {
            self.assignment(word)
        }
    }

    /// What stands here up to a blank or a sign of the shell, unread.
    fn plain_word(&self) -> &'a str {
        self.source.get(self.at..self.find(self.at, b" \t\r\n;|&()<>'\"`$")).unwrap_or_default()
    }

    fn assignment(&mut self, word: &'a str) -> bool {
        let name = word.split_once('=').map(|(name, _)| name).filter(|name| self.is_posix() && is_name(name));
        let Some(name) = name else {
            self.at += word.len();
            // Something has to be passed, so that the next step does not come here again.
            return word.is_empty() && self.pass();
        };
        self.at += name.len() + 1;
        let start = self.at;
        let value = self.constant();
        let is_whole = value.is_some() && self.peek() != Some(b'(');
        self.variables.set(name, value.filter(|_| is_whole));
        if !is_whole {
            self.at = start;
        }
        is_whole
    }

    fn curl(&mut self, length: usize) {
        let at = self.at;
        self.at += length;
        let (words, mut input) = self.words();
        self.found.extend(arguments::commands(at, words, &mut input));
    }
}

/// Whether a word calls curl, whatever folder it is in.
fn is_curl(word: &str) -> bool {
    let name = word.rsplit(['/', '\\']).next().unwrap_or_default();
    name == "curl" || name.eq_ignore_ascii_case("curl.exe")
}

fn is_name(name: &str) -> bool {
    let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    name.bytes().all(is_inside) && name.bytes().next().is_some_and(|first| !first.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::read::curl::tests::{body, urls};

    #[test]
    fn a_command_is_found_wherever_a_shell_starts_one() {
        for source in [
            "curl http://a/b",
            "curl.exe http://a/b",
            "/usr/bin/curl http://a/b",
            "$ curl http://a/b",
            "  > curl http://a/b",
            "# curl http://a/b",
            "// curl http://a/b",
            "// $ curl http://a/b",
            "```sh\ncurl http://a/b\n```",
            "A=b C='d e' curl http://a/b",
            "RESP=$(curl http://a/b)",
            "RESP=\"$(curl http://a/b | jq .)\"",
            "RESP=`curl http://a/b`",
            "export RESP=`curl http://a/b | jq .` && echo done",
            "cat file | curl http://a/b",
            "cd x && curl http://a/b || exit 1",
            "echo one; curl http://a/b; echo two",
            "if ! curl http://a/b; then echo failed; fi",
            "# It's commented\necho \"it isn't $(date)\"\ncurl http://a/b",
            "Here's the command:\n\ncurl http://a/b",
            "\u{feff}curl http://a/b",
            "echo é \\é\ncurl http://a/b # 'é",
        ] {
            assert_eq!(urls(source), ["http://a/b"], "{source}");
        }
    }

    #[test]
    fn the_word_curl_alone_makes_no_command() {
        for source in [
            "",
            "name: gold\n",
            "{\"name\": \"\ncurl http://a/b\"}",
            " [\"a\", \"curl http://a/b\"]",
            "note: it's; curl http://a/b\n  # and\n- a | curl http://a/b\n",
            "echo one; # curl http://a/b",
            "name: curl http://a/b\ndescription: \"use curl http://a/b\"\n",
            "script:\n  - curl http://a/b\n",
            "You can use curl http://a/b to try it.",
            "Please install\ncurl before you go on.",
            "curl",
            "echo 'one\ncurl http://a/b\n'",
            "echo \"one\ncurl http://a/b\n\"",
            "echo one # ; curl http://a/b",
            "cat <<EOF\ncurl http://a/b\nEOF",
            "curly http://a/b; A=curl http://a/b",
        ] {
            assert_eq!(urls(source), [""; 0], "{source}");
        }
    }

    #[test]
    fn a_mark_in_front_of_every_line_is_no_part_of_the_command() {
        assert_eq!(body("// curl http://a \\\n//   -d '{\n//\t\"a\": 1\n// }'\n// more"), "{\n\t\"a\": 1\n}");
        assert_eq!(body("  ## curl http://a \\\n  ## -d \"{\n  ## }\""), "{\n}");
        assert_eq!(body("$ curl http://a \\\n> -d '{\n> }'"), "{\n}");
        assert_eq!(body("# curl http://a -d @- <<EOF\n# {\n# }\n# EOF"), "{\n}\n");
        // Where only the first line has a mark, it is a prompt.
        assert_eq!(body("# curl http://a \\\n  -d '{\n#}'"), "{\n}");
    }
}

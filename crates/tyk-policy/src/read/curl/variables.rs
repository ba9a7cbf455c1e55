//! Variables of the shell: those that the text itself sets are put in, the others stay as they are written.

use std::collections::HashMap;

use super::Spliced;
use super::script::{Dialect, Script};

/// The variables set so far.
pub(super) struct Variables<'a> {
    values: HashMap<&'a str, Spliced>,
    /// How many bytes may still be put in: a short text of variables within variables could grow without end.
    left: usize,
}

impl<'a> Variables<'a> {
    /// No variables, in a text of this length.
    pub(super) fn new(length: usize) -> Self {
        Self { values: HashMap::new(), left: 4 * length + 0x1_0000 }
    }

    /// Sets a variable, or forgets it, if its value cannot be known.
    pub(super) fn set(&mut self, name: &'a str, value: Option<Spliced>) {
        match value {
            Some(value) => self.values.insert(name, value),
            None => self.values.remove(name),
        };
    }

    /// Puts a variable into a word. Says whether it is known.
    fn put(&mut self, name: &str, word: &mut Spliced) -> bool {
        let Some(value) = self.values.get(name).filter(|value| value.text().len() <= self.left) else { return false };
        self.left -= value.text().len();
        word.append(value, 0..value.text().len());
        true
    }
}

impl<'a> Script<'a> {
    /// A `$` or a backtick, and what belongs to it. Nothing if it is a command and the word has to be constant.
    pub(super) fn expansion(&mut self, word: &mut Spliced) -> Option<()> {
        if self.printed_document(word) {
            return Some(());
        }
        if self.is_constant && self.is_at_command() {
            return None;
        }
        self.variable_or_command(word);
        Some(())
    }

    fn is_at_command(&self) -> bool {
        self.peek() == Some(b'`') || self.byte(self.at + 1) == Some(b'(')
    }

    /// Puts a variable in, or copies it, or the command, as it is written.
    pub(super) fn variable_or_command(&mut self, word: &mut Spliced) {
        let start = self.at;
        if self.is_at_command() {
            self.at = self.command_end();
        } else if let Some(name) = self.variable() {
            // In POSIX shells a port can stand behind a variable called env.
            let environment = name.strip_prefix("env:").and_then(|name| name.bytes().next());
            if self.shell == Dialect::Posix && environment.is_some_and(|first| !first.is_ascii_digit()) {
                self.evidence = Some(Dialect::PowerShell);
            }
            if self.variables.put(name, word) {
                return;
            }
        } else {
            self.at += 1;
        }
        word.literal(self.source, start..self.at);
    }

    /// Passes `$NAME` or `${NAME}` and gives the name. Everything else that begins so stays as it is written.
    fn variable(&mut self) -> Option<&'a str> {
        let in_braces = self.byte(self.at + 1) == Some(b'{');
        let start = self.at + 1 + usize::from(in_braces);
        let mut end = start;
        while self.byte(end).is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            || self.source.as_bytes().get(start..=end) == Some(b"env:")
        {
            end += 1;
        }
        let name = self.source.get(start..end).filter(|name| !name.is_empty())?;
        if in_braces && self.byte(end) != Some(b'}') {
            return None;
        }
        self.at = end + usize::from(in_braces);
        Some(name)
    }

    /// The end of the command that is put in here: `$(…)`, or the text between backticks.
    fn command_end(&self) -> usize {
        let end = if self.peek() == Some(b'`') { self.closing_backtick() } else { self.closing_parenthesis() };
        end.min(self.source.len())
    }

    fn closing_backtick(&self) -> usize {
        let mut at = self.find(self.at + 1, b"\\`");
        while self.byte(at) == Some(b'\\') {
            at = self.find(at + 2, b"\\`");
        }
        // One that nothing closes is only itself.
        if self.byte(at).is_some() { at + 1 } else { self.at + 1 }
    }

    fn closing_parenthesis(&self) -> usize {
        // What is open: parentheses, and quotes inside them.
        let mut open = vec![b'('];
        let mut at = self.at + 2;
        while let (Some(around), Some(byte)) = (open.last().copied(), self.byte(at)) {
            at += 1;
            match byte {
                b'\\' => at += 1,
                b'"' if around == b'"' => drop(open.pop()),
                b'"' => open.push(b'"'),
                b'(' if around == b'(' || self.byte(at - 2) == Some(b'$') => open.push(b'('),
                b')' if around == b'(' => drop(open.pop()),
                b'\'' if around == b'(' => at = self.find(at, b"'") + 1,
                _ => {}
            }
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use crate::read::curl::tests::{body, only};

    #[test]
    fn a_variable_that_the_text_sets_is_put_in() {
        assert_eq!(body("A=b\nexport C=\"d $A\"\ncurl http://a -d \"$A-${C}\"$A'$A'"), "b-d bb$A");
        assert_eq!(body("A=b; A=c\ncurl http://a -d $A"), "c");
        assert_eq!(body("A=$(cat <<'E'\n{\"a\": \"$b\"}\n\nE\n)\ncurl http://a -d \"$A\""), "{\"a\": \"$b\"}");
    }

    #[test]
    fn what_nobody_knows_stays_as_it_is_written() {
        for text in
            ["$A", "${A}", "${A:-b}", "$env", "$(cat a.txt)", "$(echo \")\" $(b) ')')", "`date`", "$1", "$", "%A%"]
        {
            assert_eq!(body(&format!("curl http://a -d \"x{text}\"")), format!("x{text}"));
        }
        assert_eq!(only("curl http://a:$env:80/b").url.as_deref(), Some("http://a:$env:80/b"));
        assert_eq!(only("curl http://a/$(cat a b)/c -s").url.as_deref(), Some("http://a/$(cat a b)/c"));
    }

    #[test]
    fn a_variable_with_a_command_in_it_is_not_known() {
        assert_eq!(body("A=b\nA=\"x$(date)\"\ncurl http://a -d $A"), "$A");
        assert_eq!(body("A=(b c)\ncurl http://a -d $A"), "$A");
    }

    #[test]
    fn variables_within_variables_do_not_grow_without_end() {
        let source = format!("A=0123456789\n{}curl http://a -d $A", "A=$A$A\n".repeat(60));
        assert!(body(&source).len() < 200_000);
    }
}

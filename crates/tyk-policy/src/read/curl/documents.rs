//! Here-documents (POSIX.1-2017 Shell Command Language section 2.7.4).

use super::Spliced;
use super::script::Script;

/// What ends a here-document, and how it is read.
#[derive(Default)]
pub(super) struct Delimiter {
    word: String,
    /// The word was quoted: the document is taken as it is.
    is_literal: bool,
    /// `<<-`: tabs in front of the lines are no part of it.
    drops_tabs: bool,
}

impl Script<'_> {
    /// Passes `<<EOF`; the document itself starts on the next line. `<<<` announces none.
    pub(super) fn announce_document(&mut self) {
        self.at += 2;
        if !self.take("<") {
            let delimiter = self.delimiter();
            if !delimiter.word.is_empty() {
                self.documents.push(delimiter);
            }
        }
    }

    fn delimiter(&mut self) -> Delimiter {
        let drops_tabs = self.take("-");
        self.skip_blanks();
        let quote = self.peek().filter(|byte| matches!(byte, b'\'' | b'"'));
        let is_escaped = self.take("\\");
        let start = self.at + usize::from(quote.is_some());
        let end = match quote {
            Some(quote) => self.find(start, &[quote, b'\n']),
            None => self.find(start, b" \t\r\n;|&()<>'\"`"),
        };
        let word = self.source.get(start..end).unwrap_or_default().to_owned();
        self.at = end + usize::from(quote.is_some() && self.byte(end) == quote);
        Delimiter { word, is_literal: is_escaped || quote.is_some(), drops_tabs }
    }

    /// Reads a document up to the line that ends it. Blanks around that line's word are a slip of pasting.
    pub(super) fn document(&mut self, delimiter: &Delimiter) -> Spliced {
        let mut document = Spliced::at(self.at);
        while self.at < self.source.len() {
            self.start_line();
            while delimiter.drops_tabs && self.take("\t") {}
            let start = self.at;
            let end = self.find(start, b"\n");
            let next = (end + 1).min(self.source.len());
            if self.source.get(start..end).is_some_and(|line| line.trim_ascii() == delimiter.word) {
                self.at = next;
                break;
            }
            if delimiter.is_literal {
                self.at = next;
                document.literal(self.source, start..next);
            } else {
                self.live_line(&mut document);
            }
        }
        document
    }

    /// A line in which variables, commands and some escapes are put in.
    fn live_line(&mut self, document: &mut Spliced) {
        loop {
            self.run(document, b"\n\\$`");
            match self.peek() {
                None => return,
                Some(b'\n') => return self.copy(document),
                Some(b'\\') => self.escape_of(document, b"\\$`"),
                // Not another printed document: they would be read inside each other without end.
                Some(_) => self.variable_or_command(document),
            }
        }
    }

    /// `$(cat <<EOF …)`: the one command whose output is known. Its final line ends are cut off, as the shell does.
    pub(super) fn printed_document(&mut self, word: &mut Spliced) -> bool {
        let start = self.at;
        let is_cat = self.take("$(") && {
            self.skip_blanks();
            self.take("cat")
        };
        self.skip_blanks();
        if !is_cat || !self.take("<<") || self.looks_at("<") {
            self.at = start;
            return false;
        }
        let delimiter = self.delimiter();
        let Some(line) = self.line_end(self.at).filter(|_| !delimiter.word.is_empty()) else {
            self.at = start;
            return false;
        };
        self.at = line;
        let document = self.document(&delimiter);
        word.append(&document, 0..document.text().trim_end_matches(['\r', '\n']).len());
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
        self.take(")");
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::read::curl::tests::{body, only};

    #[test]
    fn a_here_document_is_the_body() {
        let expected = "{\n  \"a\": \"$b\\\\d\"\n}\n";
        for source in [
            "curl http://a -d @- <<'EOF'\n{\n  \"a\": \"$b\\\\d\"\n}\nEOF\necho",
            "curl http://a -d @- << \"E F\" | jq .\n{\n  \"a\": \"$b\\\\d\"\n}\nE F\n",
            "cat <<\\EOF | curl http://a --data-binary @-\n{\n  \"a\": \"$b\\\\d\"\n}\n  EOF \r\n",
            "curl <<EOF \\\n http://a -d @-\n{\n  \"a\": \"\\$b\\\\\\\\d\"\n}\nEOF",
        ] {
            assert_eq!(body(source), expected, "{source}");
        }
    }

    #[test]
    fn variables_and_escapes_are_read_in_it_unless_its_word_is_quoted() {
        let document = "\t{$A \"'\\`$(b c)\\\nd}\n\tEOF\n";
        assert_eq!(body(&format!("A=b\ncurl http://a -d @- <<-EOF\n{document}")), "{b \"'`$(b c)d}\n");
        assert_eq!(body(&format!("A=b\ncurl http://a -d @- <<-'EOF'\n{document}")), "{$A \"'\\`$(b c)\\\nd}\n");
    }

    #[test]
    fn the_script_goes_on_behind_a_document() {
        let source = "cat <<EOF > file\nit's \"\nEOF\ncurl http://a -d \"$(cat <<E\n{\"a\": \"b)\"}\nE\n)\" -X PUT";
        assert_eq!(only(source).method, "PUT");
        assert_eq!(body(source), "{\"a\": \"b)\"}");
    }

    #[test]
    fn a_document_goes_to_the_command_that_waits_for_it() {
        let source = "curl http://a <<A | curl http://b -d @- <<B\na\nA\nb\nB";
        let bodies: Vec<bool> = crate::read::curl::commands(source)
            .iter()
            .map(|c| matches!(c.body, crate::read::curl::Body::Text(_)))
            .collect();
        assert_eq!(bodies, [false, true]);
    }
}

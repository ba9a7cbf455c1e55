//! The events of a YAML text, each with its place in bytes, and its faults in plain English.

use saphyr_parser::{Event, Marker, Parser, ScanError, StrInput};

use crate::read::SyntaxFaultKind;
use crate::read::document::YamlFault;

/// A place in the text.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    /// The byte offset.
    pub(super) at: usize,
    line: usize,
    column: usize,
}

impl Mark {
    /// A fault at this place.
    pub(super) fn fault(self, message: &str) -> YamlFault {
        YamlFault { message: message.to_owned(), line: self.line, column: self.column }
    }
}

/// Gives one event after the other. The parser keeps its own stack, so that no depth of nesting can overflow ours.
pub(super) struct Events<'a> {
    text: &'a str,
    parser: Parser<'a, StrInput<'a>>,
    /// The last place that was asked for, in characters and in bytes.
    characters: usize,
    bytes: usize,
}

impl<'a> Events<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, parser: Parser::new_from_str(text), characters: 0, bytes: 0 }
    }

    /// The next event and where it starts. After the last one the end of the stream comes again and again.
    pub(super) fn next(&mut self) -> Result<(Event<'a>, Mark), YamlFault> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => Ok((event, self.mark(span.start))),
            Some(Err(error)) => Err(self.fault(&error)),
            None => Ok((Event::StreamEnd, Mark { at: self.text.len(), line: 1, column: 1 })),
        }
    }

    fn mark(&mut self, marker: Marker) -> Mark {
        Mark { at: self.byte_offset(marker.index()), line: marker.line(), column: marker.col() + 1 }
    }

    /// The parser counts characters. Its events come nearly in order, so that one walk through the text finds them all.
    fn byte_offset(&mut self, characters: usize) -> usize {
        while self.characters < characters {
            let next = self.text.get(self.bytes..).and_then(|rest| rest.chars().next());
            let Some(next) = next else { break };
            self.bytes += next.len_utf8();
            self.characters += 1;
        }
        while self.characters > characters {
            let last = self.text.get(..self.bytes).and_then(|before| before.chars().next_back());
            let Some(last) = last else { break };
            self.bytes -= last.len_utf8();
            self.characters -= 1;
        }
        self.bytes
    }

    fn fault(&self, error: &ScanError) -> YamlFault {
        let (line, column) = (error.marker().line(), error.marker().col() + 1);
        let info = error.info();
        // `ends_with` wants the space: "unprintable" has a tab in it, too.
        if info.starts_with("tab") || info.ends_with(" a tab") {
            let (line, column) = self.tab(line).unwrap_or((line, column));
            return YamlFault { message: "a tab stands where YAML wants spaces".to_owned(), line, column };
        }
        let message = if info == "recursion limit exceeded" {
            SyntaxFaultKind::TooDeep.to_string()
        } else {
            in_plain_words(info).to_owned()
        };
        YamlFault { message, line, column }
    }

    /// The first tab that indents a line, from this line on: the parser names the line before it where that goes on.
    fn tab(&self, line: usize) -> Option<(usize, usize)> {
        self.text.lines().enumerate().skip(line.saturating_sub(1)).find_map(|(index, line)| {
            let spaces = line.bytes().take_while(|byte| *byte == b' ').count();
            (line.as_bytes().get(spaces) == Some(&b'\t')).then_some((index + 1, spaces + 1))
        })
    }
}

/// The parser's commonest faults for people who do not know its words; the others as it says them.
fn in_plain_words(info: &str) -> &str {
    match info {
        "mapping values are not allowed in this context" => {
            "a `:` cannot stand here; a text that holds one wants quotes"
        }
        "simple key expected" | "simple key expect ':'" => "a `:` is missing behind a key",
        "while parsing a block mapping, did not find expected key" => {
            "a key is missing, or the line is indented wrongly"
        }
        "while parsing a block collection, did not find expected '-' indicator" => {
            "a `-` is missing, or the line is indented wrongly"
        }
        "while parsing node, found unknown anchor" => "an alias names an anchor that is not there",
        "while parsing a flow mapping, did not find expected ',' or '}'" => "a `,` or `}` is missing",
        "while parsing a flow sequence, expected ',' or ']'" => "a `,` or `]` is missing",
        "while scanning a quoted scalar, found unexpected end of stream" => "a quoted text is not closed",
        "while parsing a quoted scalar, found unknown escape character" => {
            "a backslash is followed by something that is no YAML escape"
        }
        "did not find expected <document start>" => "more text follows after the end of the value",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (String, usize, usize) {
        let mut events = Events::of(text);
        loop {
            match events.next() {
                Err(fault) => return (fault.message, fault.line, fault.column),
                Ok((Event::StreamEnd, _)) => return ("none".to_owned(), 0, 0),
                Ok(_) => {}
            }
        }
    }

    #[test]
    fn a_tab_as_indentation_is_named_at_its_line() {
        let message = "a tab stands where YAML wants spaces";
        assert_eq!(fault("a:\n\tb: 1\n"), (message.to_owned(), 2, 1));
        assert_eq!(fault("a: b\n\tc: d\n"), (message.to_owned(), 2, 1));
        assert_eq!(fault("a:\n  b: 1\n \tc: 2\n"), (message.to_owned(), 3, 2));
    }

    #[test]
    fn a_fault_has_its_line_its_column_and_plain_words() {
        let message = "a `:` cannot stand here; a text that holds one wants quotes";
        assert_eq!(fault("é: b: c\n"), (message.to_owned(), 1, 5));
        assert_eq!(fault("a: \"b\n"), ("a quoted text is not closed".to_owned(), 1, 4));
        assert_eq!(fault("a: *b\n"), ("an alias names an anchor that is not there".to_owned(), 1, 4));
    }

    #[test]
    fn a_character_that_cannot_be_shown_is_a_fault_and_no_tab() {
        assert_eq!(fault("a: b\0c"), ("found unprintable character".to_owned(), 1, 5));
    }
}

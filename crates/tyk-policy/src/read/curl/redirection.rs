//! Redirections, which are no words of the command, and placeholders that look like them.

use super::Body;
use super::Spliced;
use super::script::Script;

/// How long a placeholder such as `<your-key>` may be.
const LONGEST_PLACEHOLDER: usize = 64;

impl Script<'_> {
    /// Copies `<your-key>`: without quotes it would be two redirections, but whoever pastes it means the placeholder.
    pub(super) fn placeholder(&mut self, word: &mut Spliced) -> bool {
        let end = self.placeholder_end();
        if let Some(end) = end {
            word.literal(self.source, self.at..end);
            self.at = end;
        }
        end.is_some()
    }

    fn placeholder_end(&self) -> Option<usize> {
        let rest = self.source.as_bytes().get(self.at..).unwrap_or_default();
        let (b'<', name) = rest.split_first()? else { return None };
        let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        let length = name.iter().take(LONGEST_PLACEHOLDER).take_while(|byte| is_inside(byte)).count();
        (length > 0 && name.get(length) == Some(&b'>')).then_some(self.at + length + 2)
    }

    pub(super) fn is_redirection(&self) -> bool {
        match self.peek() {
            Some(b'<') => self.placeholder_end().is_none(),
            Some(b'>') => true,
            Some(b'&') => self.byte(self.at + 1) == Some(b'>'),
            Some(b'0'..=b'9') => matches!(self.byte(self.at + 1), Some(b'<' | b'>')),
            _ => false,
        }
    }

    /// Passes a redirection. What the command gets to read is its input.
    pub(super) fn redirection(&mut self) -> Option<Body> {
        if !matches!(self.peek(), Some(b'<' | b'>')) {
            self.at += 1;
        }
        if self.looks_at("<<") && !self.looks_at("<<<") {
            self.announce_document();
            return None;
        }
        let is_text = self.take("<<<");
        let is_input = is_text || self.take("<");
        while matches!(self.peek(), Some(b'>' | b'&' | b'|')) {
            self.at += 1;
        }
        self.skip_gap();
        let mut word = self.word()?;
        if is_text {
            word.escape("\n", self.at);
            return Some(Body::Text(word));
        }
        is_input.then(|| Body::File(word.text().to_owned()))
    }
}

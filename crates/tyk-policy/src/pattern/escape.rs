//! What a backslash means.

use super::class::Class;
use super::fault::{PatternFault, PatternFaultKind};
use super::scanner::Scanner;

impl Scanner<'_> {
    /// An escape that stands for one code point.
    pub(super) fn escape(&mut self) -> Result<u32, PatternFault> {
        let start = self.at;
        self.at += 1;
        let Some(character) = self.take() else {
            return Err(self.fault(PatternFaultKind::TrailingBackslash, start));
        };
        let code = match character {
            'a' => Some(7),
            'f' => Some(12),
            'n' => Some(10),
            'r' => Some(13),
            't' => Some(9),
            'v' => Some(11),
            'x' => self.hexadecimal(),
            '0'..='7' => self.octal(character),
            _ => Some(u32::from(character)).filter(|_| character.is_ascii() && !character.is_ascii_alphanumeric()),
        };
        code.ok_or_else(|| self.fault(PatternFaultKind::InvalidEscape, start))
    }

    /// Up to three digits. One alone other than `0` would be a back-reference.
    fn octal(&mut self, first: char) -> Option<u32> {
        let mut code = first.to_digit(8)?;
        for place in 1..3 {
            match self.digit(8) {
                Some(digit) => code = code * 8 + digit,
                None if place == 1 && first != '0' => return None,
                None => break,
            }
        }
        Some(code)
    }

    /// Two digits, or any number of them in braces.
    fn hexadecimal(&mut self) -> Option<u32> {
        if !self.eat("{") {
            let digits = [self.take()?, self.take()?].map(|digit| digit.to_digit(16));
            return Some(digits[0]? * 16 + digits[1]?);
        }
        let mut code = self.digit(16)?;
        while let Some(digit) = self.digit(16) {
            code = Some(code * 16 + digit).filter(|code| *code <= u32::from(char::MAX))?;
        }
        self.eat("}").then_some(code)
    }

    /// An escape that stands for a set of characters: `\d`, `\S`, `\pL` or `\P{Greek}`. Nothing if it is another one.
    pub(super) fn set(&mut self, class: &mut Class) -> Result<Option<()>, PatternFault> {
        let start = self.at;
        let mut ahead = *self;
        let letter = if ahead.eat("\\") { ahead.take() } else { None };
        let is_negated = letter.is_some_and(|letter| letter.is_ascii_uppercase());
        match letter {
            Some('d' | 'D' | 's' | 'S' | 'w' | 'W') => {
                *self = ahead;
                let name = letter.map(|letter| letter.to_ascii_lowercase());
                Ok(class.ascii_set(name.unwrap_or_default().encode_utf8(&mut [0; 4]), is_negated))
            }
            Some('p' | 'P') => {
                *self = ahead;
                let name = self.set_name();
                let (name, is_negated) =
                    name.strip_prefix('^').map_or((name, is_negated), |behind| (behind, !is_negated));
                let known = class.unicode_set(name, is_negated);
                known.map(Some).ok_or_else(|| self.fault(PatternFaultKind::InvalidRange, start))
            }
            _ => Ok(None),
        }
    }

    /// A letter, or a name in braces. If they are not closed, all that follows: no set has such a name.
    fn set_name(&mut self) -> &str {
        let rest = self.rest();
        let mut ahead = *self;
        if !ahead.eat("{") {
            self.take();
            return rest.get(..rest.len() - self.rest().len()).unwrap_or_default();
        }
        let name = ahead.until("}");
        if name.is_none() {
            ahead.skip_all();
        }
        *self = ahead;
        name.unwrap_or("{")
    }
}

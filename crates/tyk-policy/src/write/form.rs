//! Another form of JSON that is written already. Only what JSON leaves open changes: blanks, and how a character is written.

use std::fmt::Write as _;

use super::deceives;

/// What is asked of the form of JSON beside its layout. Characters that deceive the eye are escapes in every form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JsonForm {
    /// Neither line breaks nor blanks that it does not need.
    pub compact: bool,
    /// Every character outside ASCII is an escape.
    pub ascii: bool,
    /// These characters are escapes, too; neither double quotes nor backslashes may be among them.
    pub also: &'static str,
}

impl JsonForm {
    /// Writes JSON in this form. What is no JSON is changed by the same rules, and stays none.
    #[must_use]
    pub fn rewrite(self, json: &str) -> String {
        let mut written = String::with_capacity(json.len());
        let mut is_in_string = false;
        let mut is_escaped = false;
        for character in json.chars() {
            if !is_in_string {
                is_in_string = character == '"';
                if !self.compact || !matches!(character, ' ' | '\t' | '\r' | '\n') {
                    written.push(character);
                }
                continue;
            }
            if self.escapes(character) && !is_escaped {
                escape(character, &mut written);
            } else {
                written.push(character);
            }
            is_in_string = is_escaped || character != '"';
            is_escaped = !is_escaped && character == '\\';
        }
        written
    }

    fn escapes(self, character: char) -> bool {
        deceives(character) || (self.ascii && !character.is_ascii()) || self.also.contains(character)
    }
}

/// As UTF-16 has it: two escapes above U+FFFF (RFC 8259 section 7).
fn escape(character: char, written: &mut String) {
    for unit in character.encode_utf16(&mut [0; 2]) {
        // Writing to a String cannot fail.
        let _ = write!(written, "\\u{unit:04x}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    const TEXT: &str = "{\n  \"a b\": [1, \" \\\" 100% é 😀 \u{2028} \\\\\"],\r\n\t\"c\": {}\n}";

    #[test]
    fn each_form_is_the_same_json() {
        for (form, expected) in [
            (JsonForm::default(), "{\n  \"a b\": [1, \" \\\" 100% é 😀 \\u2028 \\\\\"],\r\n\t\"c\": {}\n}"),
            (JsonForm { compact: true, ..JsonForm::default() }, r#"{"a b":[1," \" 100% é 😀 \u2028 \\"],"c":{}}"#),
            (
                JsonForm { compact: true, ascii: true, also: "%!" },
                r#"{"a b":[1," \" 100\u0025 \u00e9 \ud83d\ude00 \u2028 \\"],"c":{}}"#,
            ),
        ] {
            let written = form.rewrite(TEXT);
            assert_eq!(written, expected, "{form:?}");
            assert_eq!(read::json(&written), read::json(TEXT), "{form:?}");
        }
    }

    #[test]
    fn an_escape_that_is_there_already_stays_as_it_is() {
        let all = JsonForm { compact: true, ascii: true, also: "%!" };
        assert_eq!(all.rewrite(r#""\\\u0025\"%""#), r#""\\\u0025\"\u0025""#);
    }
}

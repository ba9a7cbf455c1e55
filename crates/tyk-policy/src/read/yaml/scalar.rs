//! What a YAML scalar means, as Kubernetes reads it: the words of YAML 1.1 and the numbers of Go.

use saphyr_parser::{ScalarStyle, Tag};

use crate::draft::{Json, Number};

/// What the tags of YAML's own begin with (YAML 1.2 section 10).
const CORE: &str = "tag:yaml.org,2002:";

/// The value of a scalar, or nothing if its explicit tag does not fit. Quotes and block styles make a string.
pub(super) fn scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Option<Json> {
    match tag.and_then(core_type) {
        Some("str" | "binary" | "timestamp") => Some(Json::from(text)),
        Some("null") => is_null(text).then_some(Json::Null),
        Some("bool") => boolean(text).map(Json::Bool),
        Some("int") => number(text).filter(Number::is_plain_integer).map(Json::Number),
        Some("float") => number(text).map(Json::Number),
        _ if style == ScalarStyle::Plain => Some(plain(text)),
        _ => Some(Json::from(text)),
    }
}

/// The type that a tag asks for, if it is one of YAML's own. `!` alone asks for a string (YAML 1.2 section 6.9.1).
fn core_type(tag: &Tag) -> Option<&str> {
    match (tag.handle.as_str(), tag.suffix.as_str()) {
        (CORE, suffix) => Some(suffix),
        ("", "!") => Some("str"),
        ("", verbatim) => verbatim.strip_prefix(CORE),
        _ => None,
    }
}

fn plain(text: &str) -> Json {
    if is_null(text) {
        return Json::Null;
    }
    boolean(text)
        .map(Json::Bool)
        .or_else(|| number(text).map(Json::Number))
        .unwrap_or_else(|| Json::String(text.to_owned()))
}

fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// The booleans of YAML 1.1, single letters too: they are in the table of goyaml.v2/resolve.go of kubernetes-sigs/yaml.
fn boolean(text: &str) -> Option<bool> {
    match text {
        "y" | "Y" | "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "on" | "On" | "ON" => Some(true),
        "n" | "N" | "no" | "No" | "NO" | "false" | "False" | "FALSE" | "off" | "Off" | "OFF" => Some(false),
        _ => None,
    }
}

/// A number as JSON writes it. One that JSON would write just so keeps its digits.
fn number(text: &str) -> Option<Number> {
    if let Some(number) = Number::parse(text) {
        return Some(number);
    }
    if !text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '+' | '-' | '.')) {
        return None;
    }
    // Go takes the underscores out wherever they stand, except in a number that begins with its point.
    let plain = if text.starts_with('.') { text.to_owned() } else { text.replace('_', "") };
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", plain.strip_prefix('+').unwrap_or(&plain)),
    };
    Number::parse(&format!("{sign}{}", integer(digits).or_else(|| decimal(digits))?))
}

/// A hexadecimal, octal or binary integer in decimal digits. A leading zero alone makes it octal, as in C.
fn integer(digits: &str) -> Option<String> {
    let behind_zero = digits.strip_prefix('0').filter(|rest| !rest.is_empty())?;
    let (radix, rest) = match behind_zero.split_at_checked(1)? {
        ("x" | "X", rest) => (16, rest),
        ("o" | "O", rest) => (8, rest),
        ("b" | "B", rest) => (2, rest),
        _ => (8, behind_zero),
    };
    // The standard reader would take a second sign.
    let unsigned = !rest.starts_with(['+', '-']);
    i64::from_str_radix(rest, radix).ok().filter(|_| unsigned).map(|value| value.to_string())
}

/// A decimal number without what JSON does not allow: zeros in front, and a point with no digit on one side.
fn decimal(digits: &str) -> Option<String> {
    let (mantissa, exponent) = digits.split_at(digits.find(['e', 'E']).unwrap_or(digits.len()));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let whole = Some(whole.trim_start_matches('0')).filter(|rest| !rest.is_empty()).unwrap_or("0");
    let point = if fraction.is_empty() { "" } else { "." };
    Some(format!("{whole}{point}{fraction}{exponent}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::{self, Layout};

    fn read(text: &str) -> String {
        write::json(&plain(text), Layout::Indented)
    }

    #[test]
    fn the_words_of_yaml_1_1_are_booleans_and_nulls() {
        for text in ["true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y"] {
            assert_eq!(read(text), "true", "{text}");
        }
        for text in ["false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N"] {
            assert_eq!(read(text), "false", "{text}");
        }
        for text in ["", "~", "null", "Null", "NULL"] {
            assert_eq!(read(text), "null", "{text}");
        }
        for text in ["tRUE", "yEs", "oN", "nULL", "active"] {
            assert_eq!(plain(text), Json::from(text));
        }
    }

    #[test]
    fn a_number_that_json_has_too_keeps_its_digits() {
        for text in ["0", "-1", "10.0", "1e3", "-0", "123456789012345678901234567890", "1.50"] {
            assert_eq!(read(text), text);
        }
    }

    #[test]
    fn other_numbers_are_written_as_json_writes_them() {
        for (text, expected) in [
            ("0x1F", "31"),
            ("-0x1f", "-31"),
            ("0o17", "15"),
            ("017", "15"),
            ("0b101", "5"),
            ("08", "8"),
            ("00", "0"),
            ("+5", "5"),
            ("1_000", "1000"),
            (".5", "0.5"),
            ("-.5", "-0.5"),
            ("1.", "1"),
            ("1.e3", "1e3"),
            ("+1.50", "1.50"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_json_has_no_number_for_stays_a_string() {
        for text in [
            ".inf",
            "-.inf",
            ".nan",
            "2024-01-02",
            "12:30:45",
            "1.2.3",
            "0x",
            "0x+5",
            "0xFFFFFFFFFFFFFFFFF",
            "+",
            "-",
            ".",
            "+.",
            "--1",
            "1e",
            "._5",
            "5a",
            "0é",
            "e5",
        ] {
            assert_eq!(plain(text), Json::from(text));
        }
    }

    #[test]
    fn quoted_text_is_a_string_unless_a_tag_says_otherwise() {
        let tag = |suffix: &str| Tag { handle: CORE.to_owned(), suffix: suffix.to_owned() };
        assert_eq!(scalar("5", ScalarStyle::DoubleQuoted, None), Some(Json::from("5")));
        assert_eq!(scalar("yes", ScalarStyle::Literal, None), Some(Json::from("yes")));
        assert_eq!(scalar("5", ScalarStyle::DoubleQuoted, Some(&tag("int"))), Some(Json::from(5)));
        assert_eq!(scalar("5", ScalarStyle::Plain, Some(&tag("str"))), Some(Json::from("5")));
        assert_eq!(scalar("", ScalarStyle::Plain, Some(&tag("str"))), Some(Json::from("")));
        assert_eq!(scalar("no", ScalarStyle::SingleQuoted, Some(&tag("bool"))), Some(Json::Bool(false)));
        assert_eq!(scalar("~", ScalarStyle::Plain, Some(&tag("null"))), Some(Json::Null));
        assert_eq!(scalar("1.5", ScalarStyle::Plain, Some(&tag("int"))), None);
        assert_eq!(scalar("x", ScalarStyle::Plain, Some(&tag("float"))), None);
        assert_eq!(scalar("5", ScalarStyle::Plain, Some(&tag("other"))), Some(Json::from(5)));
    }
}

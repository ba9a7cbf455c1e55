//! Seconds as people say them.

/// The units, longest first, in seconds.
const UNITS: [(i64, &str, &str); 4] =
    [(86_400, "day", "days"), (3_600, "hour", "hours"), (60, "minute", "minutes"), (1, "second", "seconds")];

/// `3600` as "1 hour", `90` as "1 minute 30 seconds". Nothing for less than one second.
#[must_use]
pub fn seconds_in_words(seconds: i64) -> Option<String> {
    let mut rest = seconds;
    let mut words = String::new();
    for (length, one, many) in UNITS {
        let count = rest / length;
        if count > 0 {
            rest %= length;
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&count.to_string());
            words.push(' ');
            words.push_str(if count == 1 { one } else { many });
        }
    }
    (seconds > 0).then_some(words)
}

/// Seconds in a duration as people type it: `30d`, `1h30m`, `90 s`, `2 weeks`, `1 day 2 hours`, `1.5h`.
///
/// Nothing for a bare number, which already is what JSON gets, for a text with something else in it, for more than 64 bits
/// hold, and where a fraction of a second is left over.
#[must_use]
pub fn seconds_of(text: &str) -> Option<i64> {
    let mut rest = text.trim();
    let mut total = None;
    while !rest.is_empty() {
        let (seconds, behind) = one_part(rest)?;
        total = Some(total.unwrap_or(0_i64).checked_add(seconds)?);
        rest = behind.trim_start();
    }
    total
}

/// The first number with its unit, in seconds, and the text behind both.
fn one_part(text: &str) -> Option<(i64, &str)> {
    let (whole, behind) = split(text, |byte| byte.is_ascii_digit());
    let (fraction, behind) = match behind.strip_prefix('.') {
        Some(behind) => split(behind, |byte| byte.is_ascii_digit()),
        None if whole.is_empty() => return None,
        None => ("0", behind),
    };
    let (unit, behind) = split(behind.trim_start(), |byte| byte.is_ascii_alphabetic());
    let length = unit_length(unit)?;
    // `.5h` is half an hour.
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let seconds = whole.checked_mul(length)?.checked_add(whole_seconds(fraction, length)?)?;
    Some((seconds, behind))
}

/// What a fraction of a unit is in seconds, if that is a whole number.
fn whole_seconds(fraction: &str, length: i64) -> Option<i64> {
    /// A longer fraction is never a whole number of seconds: a week of them can be halved seven times.
    const LONGEST: usize = 7;
    let digits = fraction.trim_end_matches('0');
    if fraction.is_empty() || digits.len() > LONGEST {
        return None;
    }
    let (parts, of) =
        digits.bytes().fold((0, 1), |(parts, of): (i64, i64), digit| (parts * 10 + i64::from(digit - b'0'), of * 10));
    (parts * length % of == 0).then(|| parts * length / of)
}

fn unit_length(unit: &str) -> Option<i64> {
    const WORDS: [(i64, &[&str]); 5] = [
        (1, &["s", "sec", "secs", "second", "seconds"]),
        (60, &["m", "min", "mins", "minute", "minutes"]),
        (3_600, &["h", "hr", "hrs", "hour", "hours"]),
        (86_400, &["d", "day", "days"]),
        (604_800, &["w", "week", "weeks"]),
    ];
    let is_unit = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(unit));
    WORDS.iter().find(|(_, words)| is_unit(words)).map(|(length, _)| *length)
}

/// The characters of one kind at the start, and the rest.
fn split(text: &str, is_one: impl Fn(u8) -> bool) -> (&str, &str) {
    let length = text.bytes().position(|byte| !is_one(byte)).unwrap_or(text.len());
    text.split_at_checked(length).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_read_as_people_type_it() {
        for (text, seconds) in [
            ("30d", 2_592_000),
            ("1h30m", 5_400),
            ("90 s", 90),
            ("2 weeks", 1_209_600),
            (" 1 Day  2 HOURS ", 93_600),
            ("1.5h", 5_400),
            (".5 min", 30),
            ("0.0078125 w", 4_725),
            ("10 sec", 10),
            ("3hr", 10_800),
            ("0s", 0),
            ("1.0s", 1),
        ] {
            assert_eq!(seconds_of(text), Some(seconds), "{text}");
        }
    }

    #[test]
    fn what_is_no_duration_or_no_whole_number_of_seconds_is_left_alone() {
        for text in [
            "",
            " ",
            "3600",
            "1h30",
            "h",
            "1 month",
            "1h!",
            "-1h",
            "1.h",
            ".h",
            "1.5.5h",
            "1,5h",
            "1e3s",
            "0.5s",
            "0.00000001w",
            "5 ms",
            "9223372036854775807m",
            "9223372036854775807s 1s",
            "99999999999999999999s",
            "1\u{a0}tag",
        ] {
            assert_eq!(seconds_of(text), None, "{text:?}");
        }
    }

    #[test]
    fn seconds_are_said_in_the_largest_units_that_fit() {
        assert_eq!(seconds_in_words(3_600).as_deref(), Some("1 hour"));
        assert_eq!(seconds_in_words(90).as_deref(), Some("1 minute 30 seconds"));
        assert_eq!(seconds_in_words(2_592_000).as_deref(), Some("30 days"));
        assert_eq!(seconds_in_words(0), None);
        assert_eq!(seconds_in_words(-1), None);
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_said_in_the_largest_units_that_fit() {
        assert_eq!(seconds_in_words(3_600).as_deref(), Some("1 hour"));
        assert_eq!(seconds_in_words(90).as_deref(), Some("1 minute 30 seconds"));
        assert_eq!(seconds_in_words(2_592_000).as_deref(), Some("30 days"));
        assert_eq!(seconds_in_words(0), None);
        assert_eq!(seconds_in_words(-1), None);
    }
}

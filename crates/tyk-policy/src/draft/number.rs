//! JSON numbers that keep their digits.

/// A JSON number as its text, so that `1.50`, `1e3` and twenty digits come back as they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

impl Number {
    /// Takes `text` if the whole of it is a number of RFC 8259 section 6.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        (number_length(text.as_bytes()) == Some(text.len())).then(|| Self(text.to_owned()))
    }

    /// The digits as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The value, if it is written as a plain integer within 64 bits. Go takes nothing else for an integer field.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.0.parse().ok()
    }

    /// Whether the text is digits only, of any length, with or without a minus sign.
    #[must_use]
    pub fn is_plain_integer(&self) -> bool {
        self.0.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
    }

    /// The float, or nothing where the value lies outside what a float holds (`1e400`), which Go refuses.
    ///
    /// Exact for whole numbers up to 2^53, otherwise to about 15 digits: the texts are what is written and shown, and the
    /// exact reader of the standard library would cost the page 12 KB of tables.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        // Most numbers of a policy are small and whole.
        if let Ok(whole) = self.0.parse::<i32>() {
            return Some(f64::from(whole));
        }
        let (digits, exponent) = self.0.split_once(['e', 'E']).unwrap_or((&self.0, "0"));
        // An exponent beyond 32 bits is far outside, or far below, what a float holds.
        let exponent: i32 = exponent.parse().unwrap_or(if exponent.starts_with('-') { i32::MIN } else { i32::MAX });
        let (mut value, mut scale, mut behind_point) = (0.0_f64, exponent, false);
        for byte in digits.bytes() {
            match byte {
                b'.' => behind_point = true,
                b'0'..=b'9' => {
                    value = value * 10.0 + f64::from(byte - b'0');
                    scale = scale.saturating_sub(i32::from(behind_point));
                }
                _ => {}
            }
        }
        let value = times_power_of_ten(value, scale);
        value.is_finite().then_some(if digits.starts_with('-') { -value } else { value })
    }
}

/// `value` times ten to the power of `scale`.
fn times_power_of_ten(mut value: f64, scale: i32) -> f64 {
    if value == 0.0 {
        return 0.0;
    }
    // More than 700 steps lead outside every float from wherever one starts; a wild exponent must not cost time.
    let mut steps = scale.unsigned_abs().min(700);
    while steps > 0 {
        // Powers up to the 22nd are exact, so that a short number is rounded once.
        let now = steps.min(22);
        let power = (0..now).fold(1.0, |power, _| power * 10.0);
        value = if scale < 0 { value / power } else { value * power };
        steps -= now;
    }
    value
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self(value.to_string())
    }
}

/// The length of the JSON number at the start of `bytes`, or nothing where none starts there (RFC 8259 section 6).
#[must_use]
pub(crate) fn number_length(bytes: &[u8]) -> Option<usize> {
    let digits = |from: usize| bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = usize::from(bytes.first() == Some(&b'-'));
    let whole = digits(end);
    if whole == 0 {
        return None;
    }
    // A leading zero stands alone: `007` is a zero with something behind it.
    end += if bytes.get(end) == Some(&b'0') { 1 } else { whole };
    if bytes.get(end) == Some(&b'.') {
        let fraction = digits(end + 1);
        if fraction == 0 {
            return None;
        }
        end += 1 + fraction;
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign);
        if exponent == 0 {
            return None;
        }
        end += 1 + sign + exponent;
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_what_json_calls_one_and_nothing_else() {
        for text in ["0", "-0", "12", "-1", "1.50", "1e3", "1E+3", "9223372036854775808", "1e400"] {
            assert!(Number::parse(text).is_some(), "{text}");
        }
        for text in ["", "-", "007", "1.", ".5", "1e", "12x", "+1", "0x10", " 1", "NaN"] {
            assert!(Number::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn an_integer_field_takes_plain_integers_within_64_bits_only() {
        let integer = |text| Number::parse(text).and_then(|number| number.as_i64());
        assert_eq!(integer("9223372036854775807"), Some(i64::MAX));
        assert_eq!(integer("9223372036854775808"), None);
        assert_eq!(integer("10.0"), None);
        assert_eq!(integer("1e3"), None);
    }

    #[test]
    fn a_float_outside_the_range_has_no_value() {
        for text in ["1e400", "-1e309", "1e99999999999"] {
            assert_eq!(Number::parse(text).and_then(|number| number.as_f64()), None, "{text}");
        }
    }

    #[test]
    fn a_float_is_the_number_that_was_written() {
        for text in [
            "0",
            "-0",
            "-1",
            "100",
            "0.5",
            "1.50",
            "1e3",
            "12.25e-2",
            "0e999",
            "1e-400",
            "9007199254740991",
            "2.592e+06",
        ] {
            let expected: f64 = text.parse().unwrap();
            assert_eq!(Number::parse(text).and_then(|number| number.as_f64()), Some(expected), "{text}");
        }
    }
}

//! Numbers by their value, however they are written.

use crate::draft::Number;

/// Whether two numbers are the same, to the last of however many digits: `1.0` and `1`, `1e3` and `1000`.
pub(super) fn same_number(one: &Number, other: &Number) -> bool {
    match (Decimal::of(one), Decimal::of(other)) {
        (Some(one), Some(other)) => one == other,
        // An exponent that no computer holds.
        _ => one == other,
    }
}

/// Whether two numbers are the same to the digits that a float holds.
pub(super) fn nearly_same(one: &Number, other: &Number) -> bool {
    const DIGITS: f64 = 1e-14;
    let is_near = |one: f64, other: f64| (one - other).abs() <= one.abs() * DIGITS;
    same_number(one, other) || one.as_f64().zip(other.as_f64()).is_some_and(|(one, other)| is_near(one, other))
}

/// Whether a number is 0.
pub(super) fn is_zero(number: &Number) -> bool {
    mantissa(number.as_str()).bytes().all(|byte| !matches!(byte, b'1'..=b'9'))
}

fn mantissa(text: &str) -> &str {
    text.split(['e', 'E']).next().unwrap_or_default()
}

/// A number as its digits, the first and the last of them no 0, and the power of ten behind them.
#[derive(PartialEq, Eq)]
struct Decimal {
    is_negative: bool,
    digits: String,
    power: i64,
}

impl Decimal {
    fn of(number: &Number) -> Option<Self> {
        let text = number.as_str();
        let mantissa = mantissa(text);
        let exponent: i64 = match text.get(mantissa.len() + 1..) {
            Some(exponent) => exponent.parse().ok()?,
            None => 0,
        };
        let behind_point = mantissa.split_once('.').map_or(0, |(_, behind)| behind.len());
        let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
        let significant = digits.trim_end_matches('0');
        let zeros = i64::try_from(digits.len() - significant.len()).ok()?;
        let power = exponent.checked_sub(i64::try_from(behind_point).ok()?)?.checked_add(zeros)?;
        let significant = significant.trim_start_matches('0');
        let is_zero = significant.is_empty();
        Some(Self {
            is_negative: !is_zero && text.starts_with('-'),
            digits: significant.to_owned(),
            power: if is_zero { 0 } else { power },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[test]
    fn numbers_are_the_same_by_value_to_the_last_digit() {
        for (one, other) in [
            ("1.0", "1"),
            ("1e3", "1000"),
            ("1E+3", "1000.00"),
            ("0.5", "5e-1"),
            ("-0", "0"),
            ("0e99", "0.0"),
            ("100e-2", "1"),
            ("9007199254740993", "9007199254740993.0"),
            ("1e99999999999999999999", "1e99999999999999999999"),
        ] {
            assert!(same_number(&number(one), &number(other)), "{one} {other}");
        }
        for (one, other) in [
            ("1", "-1"),
            ("1", "10"),
            ("0.1", "0.01"),
            ("9007199254740992", "9007199254740993"),
            ("1e400", "1e401"),
            ("1e99999999999999999999", "1"),
        ] {
            assert!(!same_number(&number(one), &number(other)), "{one} {other}");
        }
    }

    #[test]
    fn a_float_is_the_same_to_the_digits_that_it_holds() {
        assert!(nearly_same(&number("0.12345678901234567890"), &number("0.12345678901234568")));
        assert!(!nearly_same(&number("0.1"), &number("0.1000001")));
        assert!(!nearly_same(&number("0"), &number("1e-300")));
    }

    #[test]
    fn zero_is_zero_however_it_is_written() {
        assert!(["0", "-0", "0.000", "0e5"].iter().all(|text| is_zero(&number(text))));
        assert!(["1", "0.01", "1e-400"].iter().all(|text| !is_zero(&number(text))));
    }
}

//! Counts in words.

/// "1 API", "2,000 APIs".
pub(super) fn apis(count: usize) -> String {
    format!("{} API{}", grouped(count), if count == 1 { "" } else { "s" })
}

/// A number with a comma between thousands.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 12, 999, 1_000, 2_000_000].map(grouped), ["0", "12", "999", "1,000", "2,000,000"]);
        assert_eq!([apis(1), apis(2_000)], ["1 API", "2,000 APIs"]);
    }
}

//! Counts in words.

use tyk_policy::number;

/// "1 API", "2,000 APIs".
pub(super) fn apis(count: usize) -> String {
    format!("{} API{}", grouped(count), if count == 1 { "" } else { "s" })
}

/// A count with a comma between thousands.
pub(super) fn grouped(count: usize) -> String {
    number::grouped(count as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_api_is_no_plural() {
        assert_eq!([apis(1), apis(2_000)], ["1 API", "2,000 APIs"]);
    }
}

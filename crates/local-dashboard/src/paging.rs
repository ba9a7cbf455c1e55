//! The query parameter `p` of lists (dashboard-api.md section 3).

/// How many objects stand on a page.
const PAGE_SIZE: usize = 10;

/// Which part of a list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// This page, from 0.
    Index(usize),
    /// The whole list.
    All,
}

impl Default for Page {
    fn default() -> Self {
        Self::Index(0)
    }
}

impl Page {
    /// What `p` asks for: pages count from 1; 0 and less mean all; left out, or no number, means the first page.
    pub fn of(parameter: Option<&String>) -> Self {
        match parameter.and_then(|text| text.parse::<i64>().ok()) {
            None => Self::Index(0),
            Some(number) if number <= 0 => Self::All,
            Some(number) => Self::Index(usize::try_from(number - 1).unwrap_or(usize::MAX)),
        }
    }

    /// How many objects to leave out, and how many to take at most.
    pub fn skip_and_take(self) -> (usize, usize) {
        match self {
            Self::Index(index) => (index.saturating_mul(PAGE_SIZE), PAGE_SIZE),
            Self::All => (0, usize::MAX),
        }
    }

    /// How many pages a list of `total` objects is said to have: none where all of it stands on one.
    pub fn count(self, total: usize) -> usize {
        match self {
            Self::Index(_) => total.div_ceil(PAGE_SIZE),
            Self::All => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_count_from_one_and_zero_or_less_means_all() {
        let page = |text: &str| Page::of(Some(&text.to_owned()));
        assert_eq!(Page::of(None), Page::Index(0));
        assert_eq!(page("1"), Page::Index(0));
        assert_eq!(page("3"), Page::Index(2));
        assert_eq!(page("0"), Page::All);
        assert_eq!(page("-2"), Page::All);
        assert_eq!(page("two"), Page::Index(0));
    }

    #[test]
    fn a_page_far_behind_the_end_is_empty_and_no_overflow() {
        assert_eq!(Page::of(Some(&i64::MAX.to_string())).skip_and_take(), (usize::MAX, PAGE_SIZE));
    }
}

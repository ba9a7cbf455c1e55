//! How well a name fits what was typed.

/// The rank of a name and what is said beside it, the best first; nothing if they do not fit. Each typed word must stand
/// in one of them, whatever the case of its ASCII letters.
pub(super) fn rank(name: &str, beside: &str, typed: &str) -> Option<u8> {
    let (name, beside, typed) = (name.to_ascii_lowercase(), beside.to_ascii_lowercase(), typed.to_ascii_lowercase());
    let typed = typed.trim();
    if !typed.split_whitespace().all(|word| name.contains(word) || beside.contains(word)) {
        return None;
    }
    let begins_a_word = || {
        name.match_indices(typed).any(|(at, _)| {
            name.get(..at).is_some_and(|before| before.ends_with(|character: char| !character.is_alphanumeric()))
        })
    };
    Some(match () {
        () if name == typed => 0,
        () if name.starts_with(typed) => 1,
        () if begins_a_word() => 2,
        () if name.contains(typed) => 3,
        () => 4,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_name_comes_before_its_start_before_a_word_in_it_before_the_rest() {
        let ranks = ["rate", "rate limit", "own rate", "moderate", "quota"].map(|name| rank(name, "the rate", "Rate"));
        assert_eq!(ranks, [Some(0), Some(1), Some(2), Some(3), Some(4)]);
    }

    #[test]
    fn every_word_must_stand_somewhere() {
        assert!(rank("Orders API", "orders-7", "7 orders").is_some());
        assert_eq!(rank("Orders API", "orders-7", "orders 8"), None);
        assert!(rank("anything", "", " ").is_some());
    }
}

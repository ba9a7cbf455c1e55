//! "Did you mean": the known name that an unknown one is a slip of.

use super::{Field, Owner};

/// The field among `among` that `name` looks like: equal but for capitals, then equal but for `-`, `_` and capitals
/// (`quotaMax`), then the one with the fewest typing slips.
///
/// No more than two slips, and no more than one in three letters: a wrong guess is worse than none. Old names are never
/// proposed.
#[must_use]
pub fn nearest(name: &str, among: &[&'static Field]) -> Option<&'static Field> {
    let spelled = plain(name);
    let most = (spelled.chars().count() / 3).min(2);
    let current = || among.iter().copied().filter(|field| !matches!(field.owner, Owner::Legacy(_)));
    let slips = |field: &'static Field| {
        // The distance in which two letters are swapped only once: it needs no hash map, which would weigh on the page.
        let slips = strsim::osa_distance(&spelled, &plain(field.name));
        (slips <= most).then_some((slips, field))
    };
    current()
        .find(|field| field.name.eq_ignore_ascii_case(name))
        .or_else(|| current().find(|field| plain(field.name) == spelled))
        .or_else(|| current().filter_map(slips).min_by_key(|(slips, _)| *slips).map(|(_, field)| field))
}

/// A name without capitals and without what joins its words.
fn plain(name: &str) -> String {
    name.chars().filter(|letter| !matches!(letter, '-' | '_')).map(|letter| letter.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{ENTRY, LIMIT_MEMBERS, ROOT};

    fn meant(name: &str, among: &[&'static Field]) -> Option<&'static str> {
        nearest(name, among).map(|field| field.name)
    }

    #[test]
    fn another_spelling_of_a_name_means_that_name() {
        assert_eq!(meant("quotaMax", &ROOT), Some("quota_max"));
        assert_eq!(meant("Rate", &ROOT), Some("rate"));
        assert_eq!(meant("key-expires-in", &ROOT), Some("key_expires_in"));
        assert_eq!(meant("ID", &ROOT), Some("id"));
        assert_eq!(meant("allowedURLs", &ENTRY), Some("allowed_urls"));
    }

    #[test]
    fn a_slip_means_the_name_that_was_meant() {
        assert_eq!(meant("acces_rights", &ROOT), Some("access_rights"));
        assert_eq!(meant("quota_mxa", &ROOT), Some("quota_max"));
        assert_eq!(meant("quota_renewal_rat", &LIMIT_MEMBERS), Some("quota_renewal_rate"));
        assert_eq!(meant("tag", &ROOT), Some("tags"));
        assert_eq!(meant("version", &ENTRY), Some("versions"));
    }

    #[test]
    fn a_name_that_only_resembles_one_means_nothing() {
        for name in ["use_keyless", "jwt_data", "quota_rate", "", "x", "user", "restricted_endpoints"] {
            assert_eq!(meant(name, &ROOT), None, "{name}");
            assert_eq!(meant(name, &ENTRY), None, "{name}");
        }
    }

    #[test]
    fn an_old_name_is_never_proposed() {
        assert_eq!(meant("apinames", &ENTRY), Some("api_name"));
    }
}

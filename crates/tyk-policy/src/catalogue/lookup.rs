//! Every field with its place, and the fields that a name, a path or a pointer means.

use super::{Field, KEY_FIELDS, Kind, ROOT, Version};

/// A field and where it stands in a policy.
#[derive(Clone, Debug)]
pub struct FieldAt {
    /// The names on the way to it; `*` stands for any key of a map or any item of a list: `access_rights.*.limit.rate`.
    pub path: String,
    /// The field.
    pub field: &'static Field,
    /// The first release that knows it here: a field is never older than what it is in.
    pub since: Version,
}

/// Every field of a policy in document order, each before those inside it; then the run-time fields of keys.
#[must_use]
pub fn all() -> Vec<FieldAt> {
    let mut found = Vec::new();
    for fields in [&ROOT as &'static [_], &KEY_FIELDS] {
        walk(fields, "", Version::OLDEST, &mut found);
    }
    found
}

fn walk(fields: &'static [&'static Field], before: &str, outer: Version, found: &mut Vec<FieldAt>) {
    for field in fields {
        let at = FieldAt { path: format!("{before}{}", field.name), field, since: field.since.max(outer) };
        let (since, mut inner, mut kind) = (at.since, format!("{}.", at.path), &field.kind);
        found.push(at);
        while let Kind::List(item) | Kind::Map(item) = kind {
            inner.push_str("*.");
            kind = item;
        }
        if let Kind::Object(fields) = kind {
            walk(fields, &inner, since, found);
        }
    }
}

/// The fields that are meant by a name (`rate`), the end of a path (`limit.rate`), a whole path with or without its
/// stars, or a place in a real policy (`/access_rights/abc/limit/rate`, `access_rights.abc.limit.rate`).
#[must_use]
pub fn find(name: &str) -> Vec<FieldAt> {
    if let Some(pointer) = name.strip_prefix('/') {
        let names = pointer.split('/').map(|name| name.replace("~1", "/").replace("~0", "~"));
        return at(&names.collect::<Vec<_>>()).into_iter().collect();
    }
    let asked: Vec<&str> =
        name.split('.').map(|name| name.trim_end_matches("[]")).filter(|name| *name != "*").collect();
    let mut found = all();
    found.retain(|place| is_meant(&place.path, &asked));
    if found.is_empty() {
        found.extend(at(&name.split('.').map(str::to_owned).collect::<Vec<_>>()));
    }
    found
}

/// Whether a path ends with the names that were asked for. The second form of the access rights holds the same fields
/// again; they are meant only where it is named.
fn is_meant(path: &str, asked: &[&str]) -> bool {
    const SECOND_FORM: &str = "access_rights_array";
    let names: Vec<&str> = path.split('.').filter(|name| *name != "*").collect();
    let is_again = names.len() > 1 && names.first() == Some(&SECOND_FORM);
    names.ends_with(asked) && !asked.is_empty() && (!is_again || asked.contains(&SECOND_FORM))
}

/// The field at a place of a real policy; of an item or a key, the field that holds it.
fn at(names: &[String]) -> Option<FieldAt> {
    static POLICY: Kind = Kind::Object(&ROOT);
    let (mut kind, mut path, mut since, mut found) = (&POLICY, Vec::new(), Version::OLDEST, None);
    for name in names {
        kind = match kind {
            Kind::Object(fields) => {
                let mut known = fields.iter().chain(KEY_FIELDS.iter().filter(|_| path.is_empty()));
                let field = *known.find(|field| field.name == name)?;
                path.push(field.name);
                since = field.since.max(since);
                found = Some(FieldAt { path: path.join("."), field, since });
                &field.kind
            }
            Kind::Map(item) => {
                path.push("*");
                item
            }
            Kind::List(item) if is_index(name) => {
                path.push("*");
                item
            }
            Kind::Any => kind,
            _ => return None,
        };
    }
    found
}

fn is_index(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(name: &str) -> Vec<String> {
        find(name).into_iter().map(|place| place.path).collect()
    }

    #[test]
    fn a_bare_name_means_every_field_of_that_name() {
        assert_eq!(paths("quota_max"), ["access_rights.*.limit.quota_max", "quota_max"]);
        assert_eq!(paths("name").len(), 6);
        assert_eq!(paths("nonsense"), Vec::<String>::new());
        assert_eq!(paths(""), Vec::<String>::new());
    }

    #[test]
    fn a_path_means_the_fields_that_it_ends_in_with_or_without_stars() {
        assert_eq!(paths("access_rights.*.limit.rate"), ["access_rights.*.limit.rate"]);
        assert_eq!(paths("access_rights.limit.rate"), ["access_rights.*.limit.rate"]);
        assert_eq!(paths("allowed_urls[].url"), ["access_rights.*.allowed_urls.*.url"]);
        assert_eq!(paths("limit.rate").len(), 4);
        assert_eq!(paths("access_rights_array.api_id"), ["access_rights_array.*.api_id"]);
    }

    #[test]
    fn a_place_in_a_policy_means_the_field_there_or_the_one_that_holds_it() {
        assert_eq!(paths("/access_rights/abc/limit/rate"), ["access_rights.*.limit.rate"]);
        assert_eq!(paths("access_rights.abc.limit.rate"), ["access_rights.*.limit.rate"]);
        assert_eq!(paths("/access_rights/a~1b/allowed_urls/0/methods/1"), ["access_rights.*.allowed_urls.*.methods"]);
        assert_eq!(paths("/access_rights_array/0/limit"), ["access_rights_array.*.limit"]);
        assert_eq!(paths("/access_rights/abc"), ["access_rights"]);
        assert_eq!(paths("/tags/0"), ["tags"]);
        assert_eq!(paths("/meta_data/plan/colour"), ["meta_data"]);
        for nowhere in ["/", "/tags/first", "/name/0", "/access_rights/abc/nonsense", "/nonsense"] {
            assert_eq!(paths(nowhere), Vec::<String>::new(), "{nowhere}");
        }
    }

    #[test]
    fn a_run_time_field_of_a_key_is_found_by_its_name_and_at_the_root() {
        assert_eq!(paths("expires"), ["expires"]);
        assert_eq!(paths("/last_check"), ["last_check"]);
        assert_eq!(paths("quota_renews"), ["access_rights.*.limit.quota_renews", "quota_renews"]);
    }

    #[test]
    fn a_field_is_no_older_than_what_it_is_in() {
        let since = |name: &str| find(name).first().map(|place| place.since);
        assert_eq!(since("access_rights.*.limit.quota_renews"), Some(Version::new(2, 8)));
        assert_eq!(since("allowed_types.fields"), Some(Version::new(4, 3)));
        assert_eq!(since("endpoints.methods.limit.smoothing.step"), Some(Version::new(5, 6)));
        assert_eq!(since("/access_rights/a/endpoints/0/methods/0/limit/smoothing/step"), Some(Version::new(5, 6)));
    }
}

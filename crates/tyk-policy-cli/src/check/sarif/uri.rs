//! Names of files as URIs (RFC 3986).

use std::env;
use std::path::{Component, Path};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What does not stand in a segment as it is: all but the unreserved characters.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A relative reference where the file lies in the working directory, or was named relative to it.
pub fn of_file(file: &str) -> String {
    let path = Path::new(file);
    let here = env::current_dir().unwrap_or_default();
    let path = path.strip_prefix(&here).unwrap_or(path);
    let segment = |component: Component<'_>| match component {
        Component::CurDir | Component::RootDir => None,
        other => Some(utf8_percent_encode(&other.as_os_str().to_string_lossy(), ENCODED).to_string()),
    };
    let segments: Vec<_> = path.components().filter_map(segment).collect();
    let root = if path.has_root() { "file:///" } else { "" };
    root.to_owned() + &segments.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_relative_to_the_working_directory_and_with_forward_slashes() {
        assert_eq!(of_file("./a b/é:1.json"), "a%20b/%C3%A9%3A1.json");
        assert_eq!(of_file("../gold.json"), "../gold.json");
        let here = env::current_dir().unwrap().join("policies").join("gold.json");
        assert_eq!(of_file(here.to_str().unwrap()), "policies/gold.json");
    }

    #[test]
    #[cfg(unix)]
    fn a_file_elsewhere_has_an_absolute_name() {
        assert_eq!(of_file("/nowhere/at all/gold.json"), "file:///nowhere/at%20all/gold.json");
    }
}

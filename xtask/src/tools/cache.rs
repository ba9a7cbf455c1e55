//! The folder in which tools are kept for all clones.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// Where this user's tools are kept, or `None` if the environment names no home.
pub fn folder() -> Option<PathBuf> {
    choose(env::consts::OS, |name| env::var_os(name))
}

/// The cache folder that the custom of each system asks for.
fn choose(system: &str, variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    // A relative folder would be another one in each place: the XDG base directory specification says to ignore it.
    let folder = |name| variable(name).map(PathBuf::from).filter(|path: &PathBuf| path.has_root());
    let caches = match system {
        "windows" => folder("LOCALAPPDATA")?,
        "macos" => folder("XDG_CACHE_HOME").or_else(|| Some(folder("HOME")?.join("Library").join("Caches")))?,
        _ => folder("XDG_CACHE_HOME").or_else(|| Some(folder("HOME")?.join(".cache")))?,
    };
    Some(caches.join("policy-builder"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_chosen(system: &str, variables: &[(&str, &str)], expected: Option<&str>) {
        let value = |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into());
        assert_eq!(choose(system, value), expected.map(PathBuf::from));
    }

    #[test]
    fn the_folder_that_the_user_chose_comes_first() {
        let variables = [("XDG_CACHE_HOME", "/fast/cache"), ("HOME", "/people/ada")];
        assert_chosen("linux", &variables, Some("/fast/cache/policy-builder"));
        assert_chosen("macos", &variables, Some("/fast/cache/policy-builder"));
    }

    #[test]
    fn each_system_has_its_own_place_in_the_home_folder() {
        assert_chosen("linux", &[("HOME", "/people/ada")], Some("/people/ada/.cache/policy-builder"));
        assert_chosen("macos", &[("HOME", "/people/ada")], Some("/people/ada/Library/Caches/policy-builder"));
        assert_chosen("windows", &[("LOCALAPPDATA", "/ada/Local")], Some("/ada/Local/policy-builder"));
    }

    #[test]
    fn a_relative_or_empty_cache_folder_is_ignored() {
        for relative in ["", "cache"] {
            let variables = [("XDG_CACHE_HOME", relative), ("HOME", "/people/ada")];
            assert_chosen("linux", &variables, Some("/people/ada/.cache/policy-builder"));
        }
    }

    #[test]
    fn without_a_home_there_is_no_folder() {
        assert_chosen("linux", &[], None);
        assert_chosen("windows", &[("HOME", "/people/ada")], None);
    }
}

//! Names for policies: a dashboard takes each only once (dashboard-api.md section 3).

/// A name like `name` that is none of `taken`: with the next number behind it that is free, "Gold 2" after "Gold" and
/// "Gold 8" after "Gold 7".
#[must_use]
pub fn free_name(name: &str, taken: &[&str]) -> String {
    let (stem, last) = numbered(name).unwrap_or((name.trim_end(), 1));
    // Of so many names one is none of the taken ones, even where all of them are like it.
    let most = u32::try_from(taken.len()).unwrap_or(u32::MAX).saturating_add(1);
    let names = (1..=most).map(|step| format!("{stem} {}", last.saturating_add(step)));
    names.into_iter().find(|name| !taken.contains(&name.as_str())).unwrap_or_else(|| format!("{name} 2"))
}

/// A name with a number behind it, taken apart. What has more digits than a number of policies has, such as a date and time, or
/// a 0 before it, is a part of the name.
fn numbered(name: &str) -> Option<(&str, u32)> {
    let (stem, number) = name.rsplit_once(' ')?;
    let is_count = !stem.is_empty() && number.len() <= 3 && !number.starts_with('0');
    let number = number.bytes().all(|byte| byte.is_ascii_digit()).then_some(number)?;
    is_count.then(|| number.parse().ok()).flatten().map(|number| (stem, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_name_has_the_next_number_that_no_other_has() {
        for (name, taken, free) in [
            ("Gold", &[][..], "Gold 2"),
            ("Gold", &["Gold", "Gold 2", "Gold 3"], "Gold 4"),
            ("Gold 7", &["Gold 7"], "Gold 8"),
            ("Gold ", &[], "Gold 2"),
            ("Plan 2026 ", &[], "Plan 2026 2"),
            ("Plan 2026", &[], "Plan 2026 2"),
            ("Agent 007", &[], "Agent 007 2"),
            ("Ünïcode 計画", &["Ünïcode 計画 2"], "Ünïcode 計画 3"),
            ("7", &[], "7 2"),
            ("A ", &["A 2", "A 3", "A 2"], "A 4"),
            ("", &[], " 2"),
        ] {
            assert_eq!(free_name(name, taken), free, "{name:?} {taken:?}");
        }
    }
}

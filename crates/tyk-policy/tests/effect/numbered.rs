//! The paragraph names every limit in force and none that is not.

use proptest::prelude::*;

use crate::given;
use crate::properties::configuration;

/// A policy whose every limit is a number that no other one is.
#[derive(Clone, Debug)]
struct Numbered {
    /// Which of the root limits are there: rate, throttling, quota, depth.
    root: [bool; 4],
    /// Which of the second API's own limits are.
    own: [bool; 4],
    /// quota, rate_limit, acl, complexity, per_api.
    flags: [bool; 5],
    has_endpoint: bool,
}

const ROOT: [&str; 4] = ["1,001", "12", "13,003", "14"];
const OWN: [&str; 4] = ["2,001", "22", "23,003", "24"];
const ENDPOINT: &str = "3,001";

impl Numbered {
    fn members(&self) -> String {
        let limits = |there: [bool; 4], numbers: [&str; 4]| {
            let [rate, retries, quota, depth] = numbers.map(|number| number.replace(',', ""));
            let fields = [
                format!(r#""rate": {rate}, "per": 7"#),
                format!(r#""throttle_interval": 9, "throttle_retry_limit": {retries}"#),
                format!(r#""quota_max": {quota}, "quota_renewal_rate": 3600"#),
                format!(r#""max_query_depth": {depth}"#),
            ];
            fields
                .into_iter()
                .zip(there)
                .filter(|(_, there)| *there)
                .map(|(field, _)| field)
                .collect::<Vec<_>>()
                .join(",")
        };
        let root = limits(self.root, ROOT);
        let endpoint = if self.has_endpoint {
            r#", "endpoints": [{"path": "/s", "methods": [{"name": "GET", "limit": {"rate": 3001, "per": 8}}]}]"#
        } else {
            ""
        };
        let [quota, rate, acl, complexity, per_api] = self.flags;
        format!(
            r#"{root}{} "access_rights": {{"one": {{}}, "two": {{"limit": {{{}}}{endpoint}}}}}, "partitions": {{"quota": {quota},
            "rate_limit": {rate}, "acl": {acl}, "complexity": {complexity}, "per_api": {per_api}}}"#,
            if root.is_empty() { "" } else { "," },
            limits(self.own, OWN),
        )
    }

    /// The numbers in force, by policy-model.md section 5.1.
    fn in_force(&self) -> Vec<&'static str> {
        let [quota, rate, acl, complexity, per_api] = self.flags;
        let some = quota || rate || acl || complexity;
        if per_api && some {
            return Vec::new();
        }
        let decided = if some { [rate, rate, quota, complexity] } else { [true; 4] };
        // Throttling does nothing without a rate.
        let counts = |there: [bool; 4], index: usize| there[index] && decided[index] && (index != 1 || there[0]);
        let mut numbers: Vec<_> = (0..4).filter(|index| counts(self.root, *index)).map(|index| ROOT[index]).collect();
        if per_api {
            numbers.extend((0..4).filter(|index| counts(self.own, *index)).map(|index| OWN[index]));
        }
        let grants = !some || acl;
        if self.has_endpoint && grants && decided[0] {
            numbers.push(ENDPOINT);
        }
        numbers
    }
}

fn numbered() -> impl Strategy<Value = Numbered> {
    (any::<[bool; 4]>(), any::<[bool; 4]>(), any::<[bool; 5]>(), any::<bool>())
        .prop_map(|(root, own, flags, has_endpoint)| Numbered { root, own, flags, has_endpoint })
}

proptest! {
    #![proptest_config(configuration(2_000))]

    #[test]
    fn the_paragraph_names_every_limit_in_force_and_none_that_is_not(numbered in numbered()) {
        let words = given::effect(&numbered.members()).words();
        let in_force = numbered.in_force();
        let is_number = |number: &str| words.split([' ', '.', ';', ':']).any(|word| word.trim_end_matches(',') == number);
        for number in ROOT.into_iter().chain(OWN).chain([ENDPOINT]) {
            prop_assert_eq!(is_number(number), in_force.contains(&number), "{}: {}", number, words);
        }
    }
}

//! Policies that nobody has to write by hand.

use std::fmt;

/// The paths that each API of the large policy allows.
const PATHS: [&str; 5] = ["orders", "customers", "invoices", "returns", "deliveries"];

/// A sound policy with this many APIs of five paths each, laid out as the product itself writes it.
#[must_use]
pub fn large_policy(apis: usize) -> String {
    let mut text = String::from("{\n  \"access_rights\": {");
    for api in 0..apis {
        // Writing to a String cannot fail.
        let _ = entry(&mut text, api);
    }
    text.push_str(
        "\n  },\n  \"active\": true,\n  \"name\": \"Everything\",\n  \"per\": 60,\n  \"quota_max\": 100000,\n  \
         \"quota_renewal_rate\": 3600,\n  \"rate\": 1000,\n  \"state\": \"active\"\n}",
    );
    text
}

fn entry(out: &mut impl fmt::Write, api: usize) -> fmt::Result {
    let id = format!("{:032x}", api + 0xd1df_c6a9);
    write!(out, "{}\n    \"{id}\": {{\n      \"allowed_urls\": [", comma(api))?;
    for (index, path) in PATHS.iter().enumerate() {
        write!(
            out,
            "{}\n        {{\n          \"url\": \"^/v1/{path}/[0-9]+$\",\n          \
             \"methods\": [\n            \"GET\",\n            \"POST\"\n          ]\n        }}",
            comma(index)
        )?;
    }
    write!(
        out,
        "\n      ],\n      \"api_id\": \"{id}\",\n      \"api_name\": \"Service {api}\",\n      \
         \"versions\": [\n        \"Default\"\n      ]\n    }}"
    )
}

/// What stands before the item of this number.
fn comma(index: usize) -> &'static str {
    if index > 0 { "," } else { "" }
}

/// Writes a dashboard's list answer with this many sound policies, about 0.7 KB each.
///
/// # Errors
/// Those of the writer.
pub fn many_policies(out: &mut impl std::io::Write, count: usize) -> std::io::Result<()> {
    out.write_all(b"{\"Data\":[")?;
    for index in 0..count {
        writeln!(out, "{}", comma(index))?;
        one_of_many(out, index)?;
    }
    out.write_all(b"\n],\"Pages\":1}\n")
}

fn one_of_many(out: &mut impl std::io::Write, index: usize) -> std::io::Result<()> {
    let (orders, customers) = (format!("{:032x}", index * 2 + 1), format!("{:032x}", index * 2 + 2));
    write!(
        out,
        "{{\"_id\":\"{index:024x}\",\"id\":\"plan-{index}\",\"name\":\"Plan {index}\",\"active\":true,\
         \"org_id\":\"5e9d9544a1dcd60001d0ed20\",\"rate\":1000,\"per\":60,\"quota_max\":100000,\
         \"quota_renewal_rate\":3600,\"is_inactive\":false,\"state\":\"active\",\"key_expires_in\":2592000,\
         \"meta_data\":{{\"owner\":\"team-{index}@example.com\",\"reviewed\":\"2026-05-01\"}},\
         \"tags\":[\"gold\",\"plan-{index}\"],\"access_rights\":{{"
    )?;
    write!(
        out,
        "\"{orders}\":{{\"api_id\":\"{orders}\",\"api_name\":\"Orders\",\"versions\":[\"Default\"],\
         \"allowed_urls\":[{{\"url\":\"^/orders(/|$)\",\"methods\":[\"GET\",\"POST\"]}}]}},\
         \"{customers}\":{{\"api_id\":\"{customers}\",\"api_name\":\"Customers\",\"versions\":[\"Default\"],\
         \"allowed_urls\":[]}}}}}}"
    )
}

#[cfg(test)]
mod tests {
    use tyk_policy::check::{self, Severity};
    use tyk_policy::context::Context;
    use tyk_policy::read::{self, TextKind};
    use tyk_policy::write::{self, Layout};

    use super::*;

    #[test]
    fn the_large_policy_is_sound_and_as_large_as_it_is_said_to_be() {
        let text = large_policy(2_000);
        assert!((1_700_000..1_900_000).contains(&text.len()), "{}", text.len());
        let reading = read::text(&text);
        assert_eq!(reading.policies[0].draft.access.entries.len(), 2_000);
        assert_eq!(write::draft(&reading.policies[0].draft, Layout::Indented), text);
        let report = check::reading(&reading, &Context::default());
        assert_eq!((report.count(Severity::Error), report.count(Severity::Warning)), (0, 0));
    }

    #[test]
    fn many_policies_are_a_list_without_errors() {
        let mut bytes = Vec::new();
        many_policies(&mut bytes, 10).expect("memory takes all");
        let reading = read::bytes(&bytes);
        assert_eq!((reading.kind, reading.policies.len()), (TextKind::List, 10));
        assert_eq!(check::reading(&reading, &Context::default()).count(Severity::Error), 0);
        assert!((6_500..7_500).contains(&bytes.len()), "{}", bytes.len());
    }
}

//! One table of all fields: the only place that says what a field is called, holds and means.
//!
//! Names, types and meanings are those of policy-model.md sections 2 and 4.

mod entry;
mod root;
mod version;

pub use entry::{
    ALLOWED_URLS, API_ID, API_NAME, ENTRY, LEGACY_API_ID, LEGACY_API_NAME, LIMIT, LIMIT_FIELDS, LIMIT_PER,
    LIMIT_QUOTA_MAX, LIMIT_QUOTA_RENEWAL_RATE, LIMIT_RATE, METHODS, URL, VERSIONS,
};
pub use root::{
    ACCESS_RIGHTS, ACCESS_RIGHTS_ARRAY, ACTIVE, DATABASE_ID, ID, IS_INACTIVE, KEY_EXPIRES_IN, NAME, ORG_ID, PARTITIONS,
    PER, QUOTA_MAX, QUOTA_RENEWAL_RATE, RATE, ROOT, STATE, TAGS,
};
pub use version::Version;

/// One field of a policy, of an access entry or of an object inside them.
#[derive(Debug)]
pub struct Field {
    /// The name in JSON, exactly as Tyk spells it.
    pub name: &'static str,
    /// What Tyk decodes it into.
    pub kind: Kind,
    /// Where the form has it.
    pub section: SectionName,
    /// What the form calls it.
    pub label: &'static str,
    /// What it does, in one sentence.
    pub hint: &'static str,
    /// What happens when it is left out.
    pub left_out: &'static str,
    /// What its number counts, if it is one.
    pub unit: &'static str,
    /// A value that makes sense, as JSON.
    pub example: &'static str,
    /// stub
    pub since: Version,
    /// stub
    pub home: Home,
}
/// stub
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// stub
    Everywhere,
    /// stub
    DashboardOnly,
}
/// stub
#[must_use]
pub fn key_field(name: &str) -> Option<&'static Field> {
    let _ = name;
    None
}
/// stub
#[must_use]
pub fn nearest(name: &str, among: &[&'static Field]) -> Option<&'static Field> {
    among.iter().copied().find(|field| field.name.eq_ignore_ascii_case(name))
}

impl Field {
    /// A field of this name and type that the form does not show: its label is its name.
    const fn plain(name: &'static str, kind: Kind, section: SectionName) -> Self {
        Self {
            name,
            kind,
            section,
            label: name,
            hint: "",
            left_out: "",
            unit: "",
            example: "",
            since: Version::OLDEST,
            home: Home::Everywhere,
        }
    }

    /// What it is called in the form and what it does.
    const fn says(mut self, label: &'static str, hint: &'static str) -> Self {
        self.label = label;
        self.hint = hint;
        self
    }

    /// What leaving it out means, and a value that makes sense.
    const fn otherwise(mut self, left_out: &'static str, example: &'static str) -> Self {
        self.left_out = left_out;
        self.example = example;
        self
    }

    /// What its number counts.
    const fn counts(mut self, unit: &'static str) -> Self {
        self.unit = unit;
        self
    }
}

/// The type that Tyk's decoder expects (policy-model.md section 1). `null` is taken for every type.
#[derive(Debug)]
pub enum Kind {
    /// A string.
    Text,
    /// A boolean.
    Flag,
    /// A whole number within 64 bits, without fraction or exponent.
    Integer,
    /// Any JSON number that a 64-bit float can hold.
    Number,
    /// A list of one kind of item.
    List(&'static Self),
    /// An object with these known fields; others are dropped by the Gateway.
    Object(&'static [&'static Field]),
    /// An object with free names and one kind of value.
    Map(&'static Self),
    /// Any JSON.
    Any,
}

impl Kind {
    /// What a finding says was expected.
    #[must_use]
    pub fn expected(&self) -> &'static str {
        match self {
            Self::Text => "a string",
            Self::Flag => "true or false",
            Self::Integer => "a whole number",
            Self::Number => "a number",
            Self::List(_) => "a list",
            Self::Object(_) | Self::Map(_) => "an object",
            Self::Any => "any value",
        }
    }
}

/// The sections of a policy, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SectionName {
    /// Name, id and state.
    Basics,
    /// Which APIs, versions, paths and methods.
    Access,
    /// Requests in a period, and throttling.
    Limits,
    /// Requests in a long period.
    Quota,
    /// How long a key lives.
    Expiry,
    /// Which groups the policy decides.
    Partitions,
    /// Tags and meta data.
    Labels,
    /// What the form does not edit: kept as it came.
    Other,
}

impl SectionName {
    /// All sections, in order.
    pub const ALL: [Self; 8] = [
        Self::Basics,
        Self::Access,
        Self::Limits,
        Self::Quota,
        Self::Expiry,
        Self::Partitions,
        Self::Labels,
        Self::Other,
    ];

    /// The name used in ids and style classes.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Basics => "basics",
            Self::Access => "access",
            Self::Limits => "limits",
            Self::Quota => "quota",
            Self::Expiry => "expiry",
            Self::Partitions => "partitions",
            Self::Labels => "labels",
            Self::Other => "other",
        }
    }

    /// The heading of the section.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Basics => "Basics",
            Self::Access => "Access rights",
            Self::Limits => "Rate limit",
            Self::Quota => "Quota",
            Self::Expiry => "Key expiry",
            Self::Partitions => "Partitions",
            Self::Labels => "Tags",
            Self::Other => "Other fields",
        }
    }
}

/// Where a known root field of this name stands in the table, which is the alphabetical order of Tyk's own schema.
#[must_use]
pub fn root_position(name: &str) -> Option<usize> {
    ROOT.iter().position(|field| field.name == name)
}

/// The known root field of this name.
#[must_use]
pub fn root_field(name: &str) -> Option<&'static Field> {
    ROOT.iter().copied().find(|field| field.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_fields_stand_in_the_order_of_tyks_schema() {
        let names: Vec<_> = ROOT.iter().map(|field| field.name).collect();
        let mut sorted = names.clone();
        sorted.sort_unstable();
        assert_eq!(names, sorted);
    }

    #[test]
    fn every_field_of_the_form_says_what_it_does_and_what_leaving_it_out_means() {
        for field in ROOT.iter().chain(ENTRY.iter()).filter(|field| field.label != field.name) {
            assert!(!field.hint.is_empty() && !field.left_out.is_empty(), "{}", field.name);
        }
    }

    #[test]
    fn examples_are_json_of_their_fields_type() {
        for field in ROOT.iter().chain(ENTRY.iter()).filter(|field| !field.example.is_empty()) {
            let example = crate::read::json(field.example).unwrap();
            let mut report = crate::check::Report::default();
            crate::check::field(field, &example, &mut report);
            assert_eq!(report, crate::check::Report::default(), "{}", field.name);
        }
    }
}

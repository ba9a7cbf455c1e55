//! The sections of the form.

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
    /// What is rarely set, and what is kept as it came.
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
            Self::Labels => "Tags, meta data",
            Self::Other => "Other fields",
        }
    }
}

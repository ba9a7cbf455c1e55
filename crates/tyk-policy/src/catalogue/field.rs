//! What the catalogue knows of one field.

use super::{Kind, SectionName, Version};

/// One field of a policy, of an access entry or of an object inside them.
#[derive(Debug)]
pub struct Field {
    /// The name in JSON, exactly as Tyk spells it.
    pub name: &'static str,
    /// What Tyk decodes it into.
    pub kind: Kind,
    /// Where the form has it.
    pub section: SectionName,
    /// What a form calls it.
    pub label: &'static str,
    /// What it does, in a sentence or two.
    pub hint: &'static str,
    /// What happens when it is left out.
    pub left_out: &'static str,
    /// What its number counts, if it is one.
    pub unit: &'static str,
    /// A value that makes sense, as JSON.
    pub example: &'static str,
    /// The first Gateway release that knows the name; for a field that only the Dashboard knows, its first release.
    pub since: Version,
    /// Which programs know it.
    pub home: Home,
    /// Whose value it is.
    pub owner: Owner,
    /// Values that mean something of their own, as JSON, and what they mean.
    pub special: &'static [(&'static str, &'static str)],
    /// The only strings that make sense; empty where any does.
    pub values: &'static [&'static str],
    /// The regular expression that its text must match or be refused; empty where any text is taken.
    pub pattern: &'static str,
    /// Where the domain notes describe it.
    pub source: &'static str,
    null_by_default: bool,
}

/// Which programs know a field (policy-model.md section 2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// The Dashboard and the Gateway.
    Everywhere,
    /// The Dashboard keeps it, the Gateway drops it.
    DashboardOnly,
}

/// Whose value a field is.
#[derive(Clone, Copy, Debug)]
pub enum Owner {
    /// Whoever writes the policy.
    User,
    /// The Dashboard's own pages or the portal work it out; it may be sent.
    Derived,
    /// The Dashboard assigns it; read-only.
    Dashboard,
    /// Tyk keeps it while it runs; it does nothing in a policy.
    RunTime,
    /// Nobody any more: the name is an old one of this field (policy-model.md rule M1).
    Legacy(&'static Field),
}

impl Field {
    /// A field of everybody's, as old as Tyk, of which nothing is said yet.
    pub(super) const fn new(name: &'static str, kind: Kind, section: SectionName, source: &'static str) -> Self {
        Self {
            name,
            kind,
            section,
            label: "",
            hint: "",
            left_out: "",
            unit: "",
            example: "",
            since: Version::OLDEST,
            home: Home::Everywhere,
            owner: Owner::User,
            special: &[],
            values: &[],
            pattern: "",
            source,
            null_by_default: false,
        }
    }

    /// What a form calls it and what it does.
    pub(super) const fn says(mut self, label: &'static str, hint: &'static str) -> Self {
        self.label = label;
        self.hint = hint;
        self
    }

    /// What leaving it out means, and a value that makes sense.
    pub(super) const fn otherwise(mut self, left_out: &'static str, example: &'static str) -> Self {
        self.left_out = left_out;
        self.example = example;
        self
    }

    /// What its number counts.
    pub(super) const fn counts(mut self, unit: &'static str) -> Self {
        self.unit = unit;
        self
    }

    /// The first release that knows it.
    pub(super) const fn since(mut self, since: Version) -> Self {
        self.since = since;
        self
    }

    /// The Gateway drops it.
    pub(super) const fn dashboard_only(mut self) -> Self {
        self.home = Home::DashboardOnly;
        self
    }

    /// Whose value it is.
    pub(super) const fn owned_by(mut self, owner: Owner) -> Self {
        self.owner = owner;
        self
    }

    /// Which values mean something of their own.
    pub(super) const fn means(mut self, special: &'static [(&'static str, &'static str)]) -> Self {
        self.special = special;
        self
    }

    /// The only strings that make sense.
    pub(super) const fn one_of(mut self, values: &'static [&'static str]) -> Self {
        self.values = values;
        self
    }

    /// What its text must match.
    pub(super) const fn matching(mut self, pattern: &'static str) -> Self {
        self.pattern = pattern;
        self
    }

    /// Left out, it is `null` and not an empty object.
    pub(super) const fn or_null(mut self) -> Self {
        self.null_by_default = true;
        self
    }

    /// What it holds where it is left out, as JSON.
    #[must_use]
    pub const fn default_value(&self) -> &'static str {
        if self.null_by_default { "null" } else { self.kind.zero() }
    }

    /// Whether somebody else than the policy's writer owns the value, so that it is left out of a policy.
    #[must_use]
    pub const fn is_read_only(&self) -> bool {
        matches!(self.owner, Owner::Dashboard | Owner::RunTime)
    }

    /// Whether somebody who writes a policy sets it: it is neither Tyk's own nor an old name.
    #[must_use]
    pub const fn is_written(&self) -> bool {
        matches!(self.owner, Owner::User | Owner::Derived)
    }
}

//! The types that Tyk's decoder knows.

use super::Field;

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

    /// What a field of this type holds where it is left out, as JSON (policy-model.md section 1).
    #[must_use]
    pub const fn zero(&self) -> &'static str {
        match self {
            Self::Text => "\"\"",
            Self::Flag => "false",
            Self::Integer | Self::Number => "0",
            Self::List(_) => "[]",
            Self::Object(_) | Self::Map(_) => "{}",
            Self::Any => "null",
        }
    }
}

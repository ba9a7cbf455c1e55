//! One document of a YAML text.

use super::places::Offsets;
use crate::draft::Json;

/// One document of a YAML text.
#[derive(Debug)]
pub(super) struct Document {
    /// What stands in it.
    pub(super) value: Json,
    /// Where its parts stand, in bytes of the whole text. What an alias copies has the place of the alias, and a list
    /// that is indented no deeper than its name has the place of its first item.
    pub(super) offsets: Offsets,
}

/// Why a text is not YAML, or is YAML that no JSON can be made of, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YamlFault {
    /// What is wrong.
    pub message: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
}

//! Stub until the real one is there.
use std::fmt;
/// Stub.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mode;
/// Stub.
#[derive(Debug)]
pub struct Pattern;
/// Stub.
#[derive(Debug)]
pub struct PatternFault;
impl fmt::Display for PatternFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("stub")
    }
}
impl Pattern {
    /// Stub.
    #[allow(clippy::missing_errors_doc, reason = "stub")]
    pub fn compile(_: &str) -> Result<Self, PatternFault> {
        Ok(Self)
    }
}
/// Stub.
#[must_use]
pub fn prepare(p: &str, _: Mode) -> String {
    p.to_owned()
}
/// Stub.
#[must_use]
pub fn is_loose(p: &str) -> bool {
    p == "/" || !(p.starts_with('^') || p.ends_with('$') || p.ends_with(".*") || p.ends_with("/*"))
}

//! A way to write findings, piece by piece, so that a file with many of them is never in memory.

use tyk_policy::read::TextKind;

use super::original::Original;
use super::sheet::Tally;
use crate::source::Placed;

/// What is told of findings, and gives the next piece of the result each time.
pub trait Writer {
    /// A file starts.
    fn begin(&mut self, _file: &str, _kind: TextKind) -> String {
        String::new()
    }

    /// A finding of the file.
    fn finding(&mut self, placed: &Placed, original: &dyn Original) -> String;

    /// The file ends.
    fn end(&mut self) -> String {
        String::new()
    }

    /// All is over.
    fn close(&mut self, _tally: &Tally) -> String {
        String::new()
    }
}

/// Writes nothing: the findings are counted.
pub struct Silent;

impl Writer for Silent {
    fn finding(&mut self, _placed: &Placed, _original: &dyn Original) -> String {
        String::new()
    }
}

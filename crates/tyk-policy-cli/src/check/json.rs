//! Findings for programs: one JSON object, written piece by piece, so that a file with many findings is never in memory.

use std::io;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{Formatter, PrettyFormatter};
use tyk_policy::read::TextKind;

use super::original::Original;
use super::sheet::Tally;
use super::writer::Writer;
use crate::source::Placed;

#[derive(Serialize)]
struct Item {
    rule: &'static str,
    code: &'static str,
    severity: &'static str,
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
    help: &'static str,
    fix: Option<FixItem>,
}

#[derive(Serialize)]
struct FixItem {
    says: String,
    safe: bool,
}

impl Item {
    fn of(Placed { finding, place, .. }: &Placed) -> Self {
        Self {
            rule: finding.code.rule(),
            code: finding.code.name(),
            severity: finding.severity.as_str(),
            path: finding.path.to_string(),
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            message: finding.to_string(),
            help: finding.code.help(),
            fix: finding.fix.as_ref().map(|fix| FixItem { says: fix.says.clone(), safe: fix.is_safe }),
        }
    }
}

/// The object while it is written. Each function gives the next piece of it; serde_json knows where the blanks go.
#[derive(Default)]
pub struct Files {
    formatter: PrettyFormatter<'static>,
    is_open: bool,
    has_files: bool,
    has_findings: bool,
}

impl Writer for Files {
    fn begin(&mut self, file: &str, kind: TextKind) -> String {
        text(self.file(file, kind))
    }

    fn finding(&mut self, placed: &Placed, _original: &dyn Original) -> String {
        text(self.item(placed))
    }

    fn end(&mut self) -> String {
        text(self.file_end())
    }

    fn close(&mut self, _tally: &Tally) -> String {
        text(self.last())
    }
}

/// A piece that was put together in memory, which cannot fail.
fn text(piece: io::Result<Vec<u8>>) -> String {
    String::from_utf8(piece.unwrap_or_default()).unwrap_or_default()
}

impl Files {
    /// The start of a file.
    fn file(&mut self, file: &str, kind: TextKind) -> io::Result<Vec<u8>> {
        let mut piece = self.open()?;
        self.formatter.begin_array_value(&mut piece, !self.has_files)?;
        self.formatter.begin_object(&mut piece)?;
        self.member("file", true, &mut piece)?;
        serde_json::to_writer(&mut piece, file)?;
        self.formatter.end_object_value(&mut piece)?;
        self.member("kind", false, &mut piece)?;
        serde_json::to_writer(&mut piece, kind.as_str())?;
        self.formatter.end_object_value(&mut piece)?;
        self.member("findings", false, &mut piece)?;
        self.formatter.begin_array(&mut piece)?;
        (self.has_files, self.has_findings) = (true, false);
        Ok(piece)
    }

    /// One finding of the file.
    fn item(&mut self, placed: &Placed) -> io::Result<Vec<u8>> {
        let mut piece = Vec::new();
        self.formatter.begin_array_value(&mut piece, !self.has_findings)?;
        Item::of(placed).serialize(&mut Serializer::with_formatter(&mut piece, self.formatter.clone()))?;
        self.formatter.end_array_value(&mut piece)?;
        self.has_findings = true;
        Ok(piece)
    }

    /// The end of the file.
    fn file_end(&mut self) -> io::Result<Vec<u8>> {
        let mut piece = Vec::new();
        self.formatter.end_array(&mut piece)?;
        self.formatter.end_object_value(&mut piece)?;
        self.formatter.end_object(&mut piece)?;
        self.formatter.end_array_value(&mut piece)?;
        Ok(piece)
    }

    /// The end of all, and a final newline.
    fn last(&mut self) -> io::Result<Vec<u8>> {
        let mut piece = self.open()?;
        self.formatter.end_array(&mut piece)?;
        self.formatter.end_object_value(&mut piece)?;
        self.formatter.end_object(&mut piece)?;
        piece.push(b'\n');
        Ok(piece)
    }

    /// The start of all, the first time.
    fn open(&mut self) -> io::Result<Vec<u8>> {
        let mut piece = Vec::new();
        if !std::mem::replace(&mut self.is_open, true) {
            self.formatter.begin_object(&mut piece)?;
            self.member("files", true, &mut piece)?;
            self.formatter.begin_array(&mut piece)?;
        }
        Ok(piece)
    }

    fn member(&mut self, name: &str, is_first: bool, piece: &mut Vec<u8>) -> io::Result<()> {
        self.formatter.begin_object_key(piece, is_first)?;
        serde_json::to_writer(&mut *piece, name)?;
        self.formatter.end_object_key(piece)?;
        self.formatter.begin_object_value(piece)
    }
}

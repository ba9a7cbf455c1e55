//! What a finding's place looks like in its file.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;

use tyk_policy::read::{self, Lines, Places, Position, TextKind};

use super::replacement::{Replacement, Replacements};
use crate::source::{Placed, Source};

/// As many bytes are looked at on each side of a place: more than a line on a screen, in every script.
const WINDOW: usize = 512;

/// The text that findings are about.
pub trait Original {
    /// What stands around a place in its line.
    fn around(&self, place: Position) -> Option<Around>;

    /// What mends a finding, as a change of the text.
    fn replacement(&self, _placed: &Placed) -> Option<Replacement> {
        None
    }
}

/// What stands before and behind a place in its line, as far as it is of interest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// Before it.
    pub before: String,
    /// From it on.
    pub behind: String,
}

impl Around {
    /// What is of its line in these bytes before and behind it.
    fn of(before: &[u8], behind: &[u8]) -> Self {
        let is_end = |byte: &u8| *byte == b'\n';
        let before = before.rsplit(is_end).next().unwrap_or_default();
        let behind = behind.split(is_end).next().unwrap_or_default();
        let behind = behind.strip_suffix(b"\r").unwrap_or(behind);
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        Self { before: text(before), behind: text(behind) }
    }
}

/// A text of which nothing is shown.
pub struct Unseen;

impl Original for Unseen {
    fn around(&self, _place: Position) -> Option<Around> {
        None
    }
}

/// A file that was read as a whole.
pub struct Whole<'a> {
    source: &'a Source,
    lines: Lines<'a>,
    /// Where the bodies of its commands are.
    bodies: Option<Places<'a>>,
    replacements: Replacements<'a>,
}

impl<'a> Whole<'a> {
    /// This one.
    pub fn of(source: &'a Source) -> Self {
        let has_bodies = source.reading.kind == TextKind::Curl && !source.findings.is_empty();
        let bodies = has_bodies.then(|| Places::of(&source.text));
        Self { source, lines: Lines::of(&source.text), bodies, replacements: Replacements::of(source) }
    }

    /// What may be shown around a place. Keys stand in commands, outside of their bodies, and who knows what in a text that
    /// was not understood.
    fn shown(&self, place: Position) -> Option<Range<usize>> {
        let text = &self.source.text;
        let all = 0..text.len();
        match self.source.reading.kind {
            TextKind::Curl => self.bodies.as_ref()?.body_around(place),
            TextKind::NotJson => read::without_mark(text).trim_start().starts_with(['{', '[']).then_some(all),
            _ => Some(all),
        }
    }
}

impl Original for Whole<'_> {
    fn around(&self, place: Position) -> Option<Around> {
        let bytes = self.source.text.as_bytes();
        let (shown, at) = (self.shown(place)?, self.lines.offset(place));
        let (start, end) = (shown.start.max(at.saturating_sub(WINDOW)), shown.end.min(at + WINDOW));
        let (before, behind) = (bytes.get(start..at)?, bytes.get(at..end)?);
        let Around { before: shown_before, behind: shown_behind } = Around::of(before, behind);
        let is_hidden = |byte: Option<&u8>, shown: &[u8]| {
            byte.is_some_and(|byte| !matches!(byte, b'\n' | b'\r')) && !shown.contains(&b'\n')
        };
        let is_cut_before = start == shown.start && is_hidden(bytes.get(..start)?.last(), before);
        let is_cut_behind = end == shown.end && is_hidden(bytes.get(end), behind);
        let dots = |is_cut| if is_cut { "…" } else { "" };
        Some(Around {
            before: dots(is_cut_before).to_owned() + &shown_before,
            behind: shown_behind + dots(is_cut_behind),
        })
    }

    fn replacement(&self, placed: &Placed) -> Option<Replacement> {
        self.replacements.of_finding(placed, &self.lines)
    }
}

/// A part of a file that is not in memory as a whole.
pub struct Part<'a> {
    /// The file.
    pub file: &'a File,
    /// The lines of the part.
    pub lines: Lines<'a>,
    /// Where the part starts in the file.
    pub at: Position,
    /// The same in bytes.
    pub offset: u64,
}

impl Part<'_> {
    fn read(&self, place: Position) -> io::Result<Around> {
        let is_first_line = place.line == self.at.line;
        let column = if is_first_line { place.column + 1 - self.at.column.min(place.column) } else { place.column };
        let inside = Position { line: place.line + 1 - self.at.line.min(place.line), column };
        let offset = self.offset + u64::try_from(self.lines.offset(inside)).unwrap_or_default();
        let window = u64::try_from(WINDOW).unwrap_or_default();
        let start = offset.saturating_sub(window);
        let mut file = self.file;
        file.seek(SeekFrom::Start(start))?;
        let mut bytes = Vec::new();
        file.take(offset - start + window).read_to_end(&mut bytes)?;
        let middle = usize::try_from(offset - start).unwrap_or_default().min(bytes.len());
        let (before, behind) = bytes.split_at_checked(middle).unwrap_or_default();
        Ok(Around::of(before, behind))
    }
}

impl Original for Part<'_> {
    fn around(&self, place: Position) -> Option<Around> {
        self.read(place).ok()
    }
}

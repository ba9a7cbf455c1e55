//! Findings as commands of a GitHub Actions workflow, which shows them beside the lines.

use tyk_policy::check::Severity;
use tyk_policy::read::TextKind;

use super::original::Original;
use super::writer::Writer;
use crate::console::printable;
use crate::source::Placed;

/// Writes one command for each finding.
#[derive(Debug, Default)]
pub struct Commands {
    file: String,
}

impl Writer for Commands {
    fn begin(&mut self, file: &str, _kind: TextKind) -> String {
        self.file = if cfg!(windows) { file.replace('\\', "/") } else { file.to_owned() };
        String::new()
    }

    fn finding(&mut self, Placed { finding, place, .. }: &Placed, _original: &dyn Original) -> String {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let place = place.map(|place| format!(",line={},col={}", place.line, place.column)).unwrap_or_default();
        let path = finding.path.to_string();
        let path = if path.is_empty() { path } else { printable(&path) + ": " };
        let message = format!("{path}{}\n{}", printable(&finding.to_string()), finding.code.help());
        format!(
            "::{command} file={}{place},title={} {}::{}\n",
            property(&self.file),
            finding.code.rule(),
            finding.code.name(),
            data(&message)
        )
    }
}

/// As the runner reads it back (actions/toolkit, core/src/command.ts).
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

//! Which words of a finding are coloured, and when.

use std::env;

use anstream::AutoStream;
use anstream::stream::RawStream;
use anstyle::{AnsiColor, Style};
use clap::ColorChoice;
use tyk_policy::check::Severity;

/// How the parts of a finding are written. Without colours every style is empty, and writes nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Palette {
    error: Style,
    warning: Style,
    info: Style,
    /// The path in the policy.
    pub path: Style,
}

impl Palette {
    /// With colours, if they are wanted and `stream` shows them.
    pub fn of(wanted: ColorChoice, stream: &impl RawStream) -> Self {
        let is_coloured = match wanted {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => shows_colours(stream),
        };
        if is_coloured { Self::coloured() } else { Self::default() }
    }

    /// Bold and coloured words for how bad it is, dim paths.
    fn coloured() -> Self {
        Self {
            error: AnsiColor::Red.on_default().bold(),
            warning: AnsiColor::Yellow.on_default().bold(),
            info: AnsiColor::Cyan.on_default().bold(),
            path: Style::new().dimmed(),
        }
    }

    /// The style of the word for a severity.
    pub fn severity(&self, severity: Severity) -> Style {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
            Severity::Info => self.info,
        }
    }

    /// `raw` for these colours. An old console of Windows is spoken to in its own way.
    pub fn stream<S: RawStream>(&self, raw: S) -> AutoStream<S> {
        let is_plain = self.error.is_plain();
        AutoStream::new(raw, if is_plain { anstream::ColorChoice::AlwaysAnsi } else { anstream::ColorChoice::Always })
    }
}

/// Only a terminal does. Beside that anstream knows NO_COLOR; on TERM=dumb it colours if CI is set, which is not wanted.
fn shows_colours(stream: &impl RawStream) -> bool {
    let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    stream.is_terminal() && !is_dumb && AutoStream::choice(stream) != anstream::ColorChoice::Never
}

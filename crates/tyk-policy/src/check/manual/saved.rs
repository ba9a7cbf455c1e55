//! How a text becomes the bytes of a file.

/// The way in which a text is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// As UTF-8, as it stands.
    Plainly,
    /// With a byte order mark in front.
    WithMark,
    /// As UTF-16, as some programs on Windows do.
    Utf16,
    /// One byte for each character, as old programs do.
    Latin1,
    /// With line ends of Windows.
    Windows,
    /// With two megabytes of blanks behind it.
    Large,
}

impl Saved {
    /// The bytes of a text that is saved in this way.
    #[must_use]
    pub fn bytes(self, text: &str) -> Vec<u8> {
        match self {
            Self::Plainly => text.into(),
            Self::WithMark => format!("\u{feff}{text}").into_bytes(),
            Self::Utf16 => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Self::Latin1 => text.chars().map(|character| u8::try_from(u32::from(character)).unwrap_or(b'?')).collect(),
            Self::Windows => text.replace('\n', "\r\n").into_bytes(),
            Self::Large => format!("{text}{}", " ".repeat(2 << 20)).into_bytes(),
        }
    }

    /// The same in words; nothing for what is usual.
    #[must_use]
    pub fn words(self) -> Option<&'static str> {
        match self {
            Self::Plainly => None,
            Self::WithMark => Some("saved as UTF-8 with a byte order mark"),
            Self::Utf16 => Some("saved as UTF-16"),
            Self::Latin1 => Some("saved as Latin-1, one byte for each character"),
            Self::Windows => Some("saved with the line ends of Windows"),
            Self::Large => Some("with two megabytes of blanks behind it"),
        }
    }
}

//! The sets of characters that have a name: those of POSIX and Perl, which are ASCII, and those of Unicode.

use super::class::{Beyond, Class};

/// A set of ASCII by its name between `[:` and `:]`, as pairs of first and last character. `\d`, `\s` and `\w` have the
/// name of their letter.
const ASCII: [(&str, &[u8]); 17] = [
    ("alnum", b"09AZaz"),
    ("alpha", b"AZaz"),
    ("ascii", b"\0\x7F"),
    ("blank", b"\t\t  "),
    ("cntrl", b"\0\x1F\x7F\x7F"),
    ("digit", b"09"),
    ("graph", b"!~"),
    ("lower", b"az"),
    ("print", b" ~"),
    ("punct", b"!/:@[`{~"),
    ("space", b"\t\r  "),
    ("upper", b"AZ"),
    ("word", b"09AZ__az"),
    ("xdigit", b"09AFaf"),
    ("d", b"09"),
    ("s", b"\t\n\x0C\r  "),
    ("w", b"09AZ__az"),
];

/// The categories and scripts, and the long names of categories without their underscores. A category is known by the
/// letters that [`category`] gives; for other names these, or those it leaves, stand behind `=`.
///
/// They are the names of Go 1.25 and 1.26, which ignore case, spaces, `_` and `-`, and so find no script of several
/// words. Up to Go 1.24 a name must be exact, such scripts are known, as `Old_Italic`, and long names, `LC` and `Cn`
/// are not. Kawi is known since Go 1.21, as are Tangsa, Toto and Vithkuqi.
const NAMES: &str = "\
    C Cc Cf Cn Co Cs L LC=L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z \
    Zl Zp Zs Any= Assigned= ASCII= CasedLetter=L ClosePunctuation=Pe CombiningMark=M ConnectorPunctuation=Pc \
    Control=Cc CurrencySymbol=Sc DashPunctuation=Pd DecimalNumber=Nd EnclosingMark=Me FinalPunctuation=Pf Format=Cf \
    InitialPunctuation=Pi Letter=L LetterNumber=Nl LineSeparator=Zl LowercaseLetter=Ll Mark=M MathSymbol=Sm \
    ModifierLetter=Lm ModifierSymbol=Sk NonspacingMark=Mn Number=N OpenPunctuation=Ps Other=C OtherLetter=Lo \
    OtherNumber=No OtherPunctuation=Po OtherSymbol=So ParagraphSeparator=Zp PrivateUse=Co Punctuation=P Separator=Z \
    SpaceSeparator=Zs SpacingMark=Mc Surrogate=Cs Symbol=S TitlecaseLetter=Lt Unassigned=Cn UppercaseLetter=Lu \
    cntrl=Cc digit=Nd punct=P Common=^L Latin=L \
    Adlam Ahom Arabic Armenian Avestan Balinese Bamum Batak Bengali Bhaiksuki Bopomofo Brahmi Braille Buginese Buhid \
    Carian Chakma Cham Cherokee Chorasmian Coptic Cuneiform Cypriot Cyrillic Deseret Devanagari Dogra Duployan \
    Elbasan Elymaic Ethiopic Georgian Glagolitic Gothic Grantha Greek Gujarati Gurmukhi Han Hangul Hanunoo Hatran \
    Hebrew Hiragana Inherited Javanese Kaithi Kannada Katakana Kawi Kharoshthi Khmer Khojki Khudawadi Lao Lepcha Limbu \
    Lisu Lycian Lydian Mahajani Makasar Malayalam Mandaic Manichaean Marchen Medefaidrin Miao Modi Mongolian Mro \
    Multani Myanmar Nabataean Nandinagari Newa Nko Nushu Ogham Oriya Osage Osmanya Palmyrene Phoenician Rejang Runic \
    Samaritan Saurashtra Sharada Shavian Siddham Sinhala Sogdian Soyombo Sundanese Syriac Tagalog Tagbanwa Takri Tamil \
    Tangsa Tangut Telugu Thaana Thai Tibetan Tifinagh Tirhuta Toto Ugaritic Vai Vithkuqi Wancho Yezidi Yi";

impl Class {
    /// Adds the set of POSIX or Perl with this name. Nothing if there is none.
    pub(super) fn ascii_set(&mut self, name: &str, is_negated: bool) -> Option<()> {
        let (_, pairs) = ASCII.iter().find(|(known, _)| *known == name)?;
        let holds = |byte: u8| pairs.chunks(2).any(|pair| pair.first() <= Some(&byte) && Some(&byte) <= pair.last());
        self.set(&holds, Beyond::Nothing, is_negated);
        Some(())
    }

    /// Adds the category or script of Unicode with this name. Nothing if there is none.
    pub(super) fn unicode_set(&mut self, name: &str, is_negated: bool) -> Option<()> {
        let mut names = NAMES.split(' ').map(|known| known.split_once('=').unwrap_or((known, known)));
        let (known, letters) = names.find(|(known, _)| is_same_name(known, name))?;
        let beyond = match known {
            "Any" => Beyond::Everything,
            "ASCII" => Beyond::Nothing,
            _ => Beyond::Unknown,
        };
        // No category begins with the name of a script: of ASCII, only Latin and Common hold anything.
        let left = letters.strip_prefix('^');
        let holds = |byte: u8| category(byte).starts_with(left.unwrap_or(letters)) != left.is_some();
        self.set(&holds, beyond, is_negated);
        Some(())
    }
}

/// Whether Go takes what was typed for the known name.
fn is_same_name(known: &str, typed: &str) -> bool {
    let mut left = known.bytes();
    let mut typed = typed.bytes().filter(|byte| !matches!(byte, b'_' | b'-' | b' '));
    typed.all(|byte| left.next().is_some_and(|known| known.eq_ignore_ascii_case(&byte))) && left.next().is_none()
}

/// The general category of an ASCII character.
fn category(byte: u8) -> &'static str {
    match byte {
        b'a'..=b'z' => "Ll",
        b'A'..=b'Z' => "Lu",
        b'0'..=b'9' => "Nd",
        b' ' => "Zs",
        b'_' => "Pc",
        b'-' => "Pd",
        b'(' | b'[' | b'{' => "Ps",
        b')' | b']' | b'}' => "Pe",
        b'$' => "Sc",
        b'^' | b'`' => "Sk",
        b'+' | b'<' | b'=' | b'>' | b'|' | b'~' => "Sm",
        0..=31 | 127 => "Cc",
        _ => "Po",
    }
}

//! Names for files that every file system takes.

/// Names that Windows keeps for its devices, whatever stands behind a dot.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Devices of which there are nine.
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// File systems take 255 bytes; something may still stand behind it.
const LONGEST: usize = 120;

/// `text` as the name of a file: letters and digits of any script, blanks, dots and dashes; a dash for everything else.
pub fn safe(text: &str) -> String {
    let plain = |character: char| {
        let is_plain = character.is_alphanumeric() || matches!(character, ' ' | '.' | '-' | '_');
        if is_plain { character } else { '-' }
    };
    let name: String = text.chars().map(plain).collect();
    let short = name.get(..name.floor_char_boundary(LONGEST)).unwrap_or_default();
    // A dot in front hides a file, a dash makes it an option, and Windows drops dots and blanks at the end.
    let name = short.trim_start_matches(['.', '-', ' ']).trim_end_matches(['.', ' ']);
    if name.is_empty() || is_device(name) { format!("policy-{name}") } else { name.to_owned() }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let is_numbered = NUMBERED_DEVICES.iter().any(|device| {
        stem.strip_prefix(device).is_some_and(|rest| rest.chars().count() == 1 && rest.chars().all(char::is_numeric))
    });
    is_numbered || DEVICES.contains(&stem.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_else_and_is_taken_by_every_file_system() {
        for (text, name) in [
            ("5f2a-gold", "5f2a-gold"),
            ("../../etc/passwd", "etc-passwd"),
            ("Gold: 100 req/s?", "Gold- 100 req-s-"),
            ("Größe 金", "Größe 金"),
            ("a\u{0}\n\u{202e}b", "a---b"),
            ("-rf", "rf"),
            ("end. ", "end"),
            ("con", "policy-con"),
            ("LPT1.x", "policy-LPT1.x"),
            ("command", "command"),
            ("...", "policy-"),
        ] {
            assert_eq!(safe(text), name, "{text:?}");
        }
        assert!(safe(&"ä".repeat(500)).len() <= LONGEST);
    }
}

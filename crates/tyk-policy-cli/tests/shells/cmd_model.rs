//! How cmd.exe at its prompt, and the C runtime of the program that it starts, take a command apart: a small model of what is
//! documented, written without a look at how we quote.
//!
//! Sources: Microsoft's pages on `cmd` and on parsing C command-line arguments; curl.md section 4.

/// The arguments that a program gets, or what else the prompt would do.
pub fn arguments(text: &str, environment: &[(&str, &str)]) -> Result<Vec<String>, String> {
    let mut line = String::new();
    let last = text.matches('\n').count();
    for (number, typed) in text.split('\n').enumerate() {
        let expanded = expanded(typed, environment);
        let (read, goes_on) = without_carets(&expanded, number > 0)?;
        line += &read;
        if !goes_on && number < last {
            return Err("the line break starts something else".to_owned());
        }
    }
    if line.encode_utf16().count() > 8_191 {
        return Err("the line is too long".to_owned());
    }
    Ok(argv(&line))
}

/// Variables in their place. At the prompt the name of one that does not exist stays, and the search goes on behind the sign.
fn expanded(line: &str, environment: &[(&str, &str)]) -> String {
    let mut expanded = String::new();
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once('%') {
        expanded += before;
        let value = behind.split_once('%').and_then(|(name, after)| {
            let found = environment.iter().find(|(each, _)| each.eq_ignore_ascii_case(name));
            found.map(|(_, value)| (*value, after))
        });
        rest = match value {
            Some((value, after)) => {
                expanded += value;
                after
            }
            None => {
                expanded.push('%');
                behind
            }
        };
    }
    expanded + rest
}

/// A line as the program is started with it, and whether the next one belongs to it. A sign of the prompt outside of quotes
/// is more than one command.
fn without_carets(line: &str, is_continued: bool) -> Result<(String, bool), String> {
    let mut read = String::new();
    let mut characters = line.chars().peekable();
    let mut is_quoted = false;
    // The caret at the end of the line before makes the first character an ordinary one.
    if is_continued && let Some(first) = characters.next() {
        read.push(first);
    }
    while let Some(character) = characters.next() {
        match character {
            '"' => is_quoted = !is_quoted,
            '^' if !is_quoted => {
                let Some(next) = characters.next() else { return Ok((read, true)) };
                read.push(next);
                continue;
            }
            '&' | '|' | '<' | '>' if !is_quoted => return Err(format!("`{character}` starts something else")),
            _ => {}
        }
        read.push(character);
    }
    Ok((read, false))
}

/// The C runtime's rules.
pub fn argv(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut argument: Option<String> = None;
    let mut is_quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            ' ' | '\t' if !is_quoted => found.extend(argument.take()),
            '\\' => {
                let mut count = 1;
                while characters.next_if_eq(&'\\').is_some() {
                    count += 1;
                }
                let argument = argument.get_or_insert_default();
                if characters.peek() == Some(&'"') {
                    argument.extend(std::iter::repeat_n('\\', count / 2));
                    if count % 2 == 1 {
                        characters.next();
                        argument.push('"');
                    }
                } else {
                    argument.extend(std::iter::repeat_n('\\', count));
                }
            }
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                argument.get_or_insert_default().push('"');
            }
            '"' => {
                argument.get_or_insert_default();
                is_quoted = !is_quoted;
            }
            other => argument.get_or_insert_default().push(other),
        }
    }
    found.extend(argument);
    found
}

#[test]
fn the_model_knows_what_is_documented() {
    let read = |text: &str| arguments(text, &[("PATH", "C:\\x"), ("KEY", "a&b")]);
    let is = |words: &[&str]| Ok(words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
    assert_eq!(read(r#"a "b c" d\\e "f\"g" "h\\" i\\\"j"#), is(&["a", "b c", r"d\\e", "f\"g", "h\\", "i\\\"j"]));
    assert_eq!(read(r#"a "%KEY%" ^%PATH^% ^"%PATH% b^""#), is(&["a", "a&b", "%PATH%", "C:\\x b"]));
    assert_eq!(read("a ^\n  b ^& \"^&\" ^^"), is(&["a", "b", "&", "^&", "^"]));
    assert_eq!(read("a \"\\\"&b\""), Err("`&` starts something else".to_owned()));
    assert_eq!(read("a | b"), Err("`|` starts something else".to_owned()));
}

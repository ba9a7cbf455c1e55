//! Where a value ends: brackets and strings, and nothing else of JSON.

/// How deep inside a value one is.
#[derive(Debug, Default)]
pub struct Nesting {
    depth: usize,
    /// How deep one was at most.
    pub deepest: usize,
    is_in_string: bool,
    is_escaped: bool,
}

/// What a byte is to a value.
enum Part {
    Inside,
    Last,
    Behind,
}

impl Nesting {
    /// Where the value ends, if it ends in these bytes.
    pub fn end(&mut self, bytes: &[u8]) -> Option<usize> {
        bytes.iter().enumerate().find_map(|(index, byte)| match self.follow(*byte) {
            Part::Inside => None,
            Part::Last => Some(index + 1),
            Part::Behind => Some(index),
        })
    }

    fn follow(&mut self, byte: u8) -> Part {
        if self.is_in_string {
            return self.follow_in_string(byte);
        }
        match byte {
            b'"' => self.is_in_string = true,
            b'{' | b'[' => {
                self.depth += 1;
                self.deepest = self.deepest.max(self.depth);
            }
            b'}' | b']' | b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' if self.depth == 0 => return Part::Behind,
            b'}' | b']' => {
                self.depth -= 1;
                return if self.depth == 0 { Part::Last } else { Part::Inside };
            }
            _ => {}
        }
        Part::Inside
    }

    fn follow_in_string(&mut self, byte: u8) -> Part {
        if self.is_escaped {
            self.is_escaped = false;
        } else if byte == b'"' {
            self.is_in_string = false;
            return if self.depth == 0 { Part::Last } else { Part::Inside };
        } else {
            self.is_escaped = byte == b'\\';
        }
        Part::Inside
    }
}

//! Small parts of the program in one file: each would cost a request and a checksum of its own, which together weigh more than
//! they do.

use super::bundle::File;

/// The most that a part may have to be small, in bytes.
const SMALL: usize = 2_000;

/// The script's end, which gives a part of the file. After a failure the file is asked for again. The script waits for the program
/// above it, which may ask for a part before the end is reached: so `var`, which is there at once.
const PIECE: &str = "var pieces;function piece(from,to){\
    pieces??=fetch(new URL(\"./NAME\",import.meta.url),{integrity:\"INTEGRITY\"}).then(file=>file.arrayBuffer()).catch(error=>{pieces=void 0;throw error});\
    return pieces.then(all=>({arrayBuffer:()=>all.slice(from,to)}))}";

/// The small parts that were found so far, one behind the other.
#[derive(Default)]
pub struct Small {
    content: Vec<u8>,
}

impl Small {
    /// Takes a part if it is small, and gives what the script has in the place of asking for it.
    pub fn take(&mut self, part: &[u8]) -> Option<String> {
        if part.len() > SMALL {
            return None;
        }
        let from = self.content.len();
        self.content.extend_from_slice(part);
        Some(format!("piece({from},{})", self.content.len()))
    }

    /// The file of all of them, and what the script needs to read it; nothing if there are none.
    pub fn file(self, hash: &str) -> Option<(File, String)> {
        let file = File { name: format!("part-small-{hash}.bin"), content: self.content };
        let script = PIECE.replace("NAME", &file.name).replace("INTEGRITY", &file.integrity());
        (!file.content.is_empty()).then_some((file, script))
    }
}

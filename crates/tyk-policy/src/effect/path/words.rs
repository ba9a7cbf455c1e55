//! What becomes of a request, in words.

use std::fmt;

use super::{Answer, Note, Says, Tested};

/// "allowed", "refused".
impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Everything => "Allowed: the policy lists no paths, so every path and method may be called",
            Self::By(_) => "Allowed",
            Self::Refused => "Refused with 403: no entry of the list matches the path and the method",
            Self::Unclear(_) => "Not certain: only Go itself can tell whether this pattern matches the path",
        })
    }
}

impl Tested {
    /// The answer in one sentence, with the entry that decides it.
    #[must_use]
    pub fn words(&self) -> String {
        let entry = match self.answer {
            Answer::By(index) | Answer::Unclear(index) => self.entries.get(index),
            _ => None,
        };
        match entry {
            Some(entry) => {
                [&self.answer.to_string(), " by ", &entry.from.to_string(), ", which means ", &entry.prepared].concat()
            }
            None => self.answer.to_string(),
        }
    }
}

/// What an entry says, for a table.
impl fmt::Display for Says {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Yes => "matches",
            Self::YesBelowListenPath => "matches the path without the API's listen path",
            Self::OtherMethod => "matches the path, but does not list the method",
            Self::MethodInOtherCase => {
                "matches the path, but lists the method in other letters, and Tyk compares them letter by letter"
            }
            Self::OtherPath => "does not match the path",
            Self::Skipped(fault) => return write!(f, "is skipped, because {fault}"),
            Self::CannotJudge(_) => "may match the path: only Go itself can tell",
        })
    }
}

/// What one has to know, in a sentence.
impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OlderGatewaysLetPass => {
                "Gateways before 5.3.5 and 5.5.1 let a request pass at a pattern that does not compile"
            }
            Self::ListenPathUnknown => {
                "where the gateway listens for this API is not known, and the path without it counts here, too"
            }
            Self::OutsideListenPath => "the path is not below the API's listen path, so the request does not reach it",
            Self::Keyless => "the API asks for no key, so the policy does not count for it",
        })
    }
}

//! Faults of the text itself; they are reported by the reader.

use super::Seen;
use super::code::{About, Severity};

pub(super) static NOT_JSON: About = About {
    rule: "R1",
    name: "not-json",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Fault(fault) => write!(f, "not JSON at line {}, column {}: {}", fault.line, fault.column, fault.kind),
        _ => f.write_str("not JSON"),
    },
    help: "Tyk takes strict JSON only: double quotes, no comments, no comma before a closing bracket",
};

pub(super) static BYTE_ORDER_MARK: About = About {
    rule: "R1",
    name: "byte-order-mark",
    severity: Severity::Error,
    message: |_, f| f.write_str("the text starts with a byte order mark, which Tyk refuses"),
    help: "save the file as UTF-8 without BOM; a policy opened here is sent without it",
};

pub(super) static SEVERAL_POLICIES: About = About {
    rule: "M3",
    name: "several-policies",
    severity: Severity::Info,
    message: |seen, f| match seen {
        Seen::Text(what) => write!(f, "this is {what}, not a policy on its own"),
        _ => f.write_str("this is not a policy on its own"),
    },
    help: "send each policy in it on its own: the Dashboard takes one policy per call",
};

pub(super) static KEY_NOT_POLICY: About = About {
    rule: "M10",
    name: "key-not-policy",
    severity: Severity::Info,
    message: |_, f| f.write_str("this is a key (it names the policies that apply to it), not a policy"),
    help: "keys are sent to /api/keys; open the policy that the key names in apply_policies",
};

pub(super) static UTF_16: About = About {
    rule: "R1",
    name: "utf-16",
    severity: Severity::Error,
    message: |_, f| f.write_str("the text is UTF-16, which Tyk refuses"),
    help: "save the file as UTF-8 without BOM; a policy opened here is sent as UTF-8",
};

pub(super) static NOT_UTF_8: About = About {
    rule: "M4",
    name: "not-utf-8",
    severity: Severity::Warning,
    message: |seen, f| {
        f.write_str("bytes that are not UTF-8")?;
        places(seen, f)
    },
    help: "Tyk puts the replacement character U+FFFD in their place, and so does this tool; save the file as UTF-8",
};

pub(super) static NOT_YAML: About = About {
    rule: "R1",
    name: "not-yaml",
    severity: Severity::Error,
    message: |seen, f| match seen {
        Seen::Yaml(fault) => write!(f, "not YAML at line {}, column {}: {}", fault.line, fault.column, fault.message),
        _ => f.write_str("not YAML"),
    },
    help: "correct the YAML there; often a line near it is indented differently from the others",
};

pub(super) static YAML: About = About {
    rule: "R1",
    name: "yaml",
    severity: Severity::Error,
    message: |_, f| f.write_str("the policy is written in YAML, and Tyk takes JSON only"),
    help: "use the JSON that is written from it: `tyk-policy convert`, or the JSON pane of the page",
};

pub(super) static COMMENT: About = About {
    rule: "R1",
    name: "comment",
    severity: Severity::Error,
    message: |seen, f| {
        f.write_str("a comment stands in the JSON")?;
        places(seen, f)
    },
    help: "JSON has no comments, so Tyk refuses the text; what is written from it has none",
};

pub(super) static TRAILING_COMMA: About = About {
    rule: "R1",
    name: "trailing-comma",
    severity: Severity::Error,
    message: |seen, f| {
        f.write_str("a comma stands before a closing bracket")?;
        places(seen, f)
    },
    help: "Tyk refuses the text because of it; what is written from it has no such comma",
};

pub(super) static HALF_CHARACTER: About = About {
    rule: "M4",
    name: "half-character",
    severity: Severity::Warning,
    message: |seen, f| {
        f.write_str("an escape such as \\ud83d names only half a character")?;
        places(seen, f)
    },
    help: "Tyk puts the replacement character U+FFFD in its place, and so does this tool",
};

pub(super) static CARRIAGE_RETURNS: About = About {
    rule: "M4",
    name: "carriage-returns",
    severity: Severity::Info,
    message: |seen, f| {
        f.write_str("lines end with a carriage return, as on Windows")?;
        places(seen, f)
    },
    help: "harmless in JSON, but a shell may stumble over them in a command; what is written from it has none",
};

pub(super) static LARGE_TEXT: About = About {
    rule: "M4",
    name: "large-text",
    severity: Severity::Info,
    message: |seen, f| match seen {
        Seen::Text(megabytes) => write!(f, "the text is larger than {megabytes} MB"),
        _ => f.write_str("the text is large"),
    },
    help: "a proxy in front of the Dashboard may refuse it: nginx takes 1 MB unless `client_max_body_size` says more",
};

pub(super) static OPERATOR_RESOURCE: About = About {
    rule: "M3",
    name: "operator-resource",
    severity: Severity::Info,
    message: |seen, f| match seen {
        Seen::Text(what) => write!(f, "this is {what}, not a body for the Dashboard"),
        _ => f.write_str("this is no body for the Dashboard"),
    },
    help: "the policy in its `spec` is read; replace the Kubernetes names of APIs with their API ids",
};

pub(super) static ACCESS_RIGHTS_ALONE: About = About {
    rule: "M3",
    name: "access-rights-alone",
    severity: Severity::Info,
    message: |_, f| f.write_str("these are the access rights of a policy without the policy around them"),
    help: "a policy is made around them: give it a name and limits",
};

pub(super) static NO_POLICY: About = About {
    rule: "M3",
    name: "no-policy",
    severity: Severity::Info,
    message: |seen, f| match seen {
        Seen::Text(what) => write!(f, "there is no policy in this text: it is {what}"),
        _ => f.write_str("there is no policy in this text"),
    },
    help: "open the text that has the policy's own JSON",
};

/// " at line 2, column 5", or how many there are and where the first is.
fn places(seen: &Seen, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    let Seen::Several { count, first } = seen else { return Ok(()) };
    if *count > 1 {
        write!(f, "; there are {count}, the first")?;
    }
    write!(f, " at line {}, column {}", first.line, first.column)
}

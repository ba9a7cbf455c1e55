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
        Seen::Text(what) => write!(f, "this is {what}, not one bare policy"),
        _ => f.write_str("this is not one bare policy"),
    },
    help: "the Dashboard takes one bare policy a call: send each policy in it on its own",
};

pub(super) static KEY_NOT_POLICY: About = About {
    rule: "M10",
    name: "key-not-policy",
    severity: Severity::Info,
    message: |_, f| f.write_str("this is a key (it names the policies that apply to it), not a policy"),
    help: "keys are sent to /api/keys; open the policy that the key names in apply_policies",
};

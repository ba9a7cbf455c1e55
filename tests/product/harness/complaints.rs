//! What goes wrong in a page, collected by the page itself, for engines whose driver keeps no log of the console.

use super::driver::Driver;
use serde_json::{Value, json};

/// Begins to listen, once in each document. A script of the test runs beside those of the page: `window` is the page's.
const LISTEN: &str = r"
    if (window.complaints) { return; }
    const complaints = window.complaints = new window.Array();
    const note = text => complaints.push(String(text));
    window.addEventListener('error', event => note(event.message ?? `${event.target?.src ?? event.target?.href} did not load`), true);
    window.addEventListener('unhandledrejection', event => note(`unhandled rejection: ${event.reason}`));
    document.addEventListener('securitypolicyviolation', event =>
        note(`Content Security Policy: ${event.violatedDirective} refuses ${event.blockedURI}`));
";

/// Begins to collect in the page that is open.
pub fn listen(driver: &Driver) {
    driver.post("/execute/sync", &json!({ "script": LISTEN, "args": [] })).expect("the script runs");
}

/// What was collected since the last time, in the form of a console's lines.
pub fn take(driver: &Driver) -> Vec<(String, String)> {
    let script = "return window.complaints ? window.complaints.splice(0) : []";
    let taken = driver.post("/execute/sync", &json!({ "script": script, "args": [] })).expect("the script runs");
    let lines = taken.as_array().cloned().unwrap_or_default();
    lines.iter().filter_map(Value::as_str).map(|line| ("SEVERE".to_owned(), line.to_owned())).collect()
}

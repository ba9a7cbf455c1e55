//! A first visit with nothing in the cache, until the form can be used; beside it Swagger UI, which shows the same operation.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::measure::{Measure, Unit};
use crate::driver::{Browser, EMPTY, Running};
use crate::process::say;
use crate::size;
use crate::tools::Tools;

/// How many times slower the processor is made, with its name.
const PROCESSORS: [(u32, &str); 2] = [(1, "cold load"), (4, "cold load, processor four times slower")];

/// How often each page is visited. A browser's own work on a visit differs by half, and the best of fewer visits by a fifth
/// from one run to the next.
const VISITS: usize = 31;

/// How long the browser rests on an empty page before each visit. It still puts away the page before, and makes a process
/// ready for the next, which is no part of a first visit.
const REST: Duration = Duration::from_secs(1);

/// What part of Swagger UI's time and bytes the page may take.
const TIME: f64 = 0.2;
const BYTES: f64 = 0.55;

/// What is there when the form can be used.
const OUR_FIELD: &str = "#field-name";
const ITS_FIELD: &str = "textarea.body-param__text";

/// The page that shows the operation in Swagger UI, and the operation.
const ITS_PAGE: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Swagger UI</title>\
    <link rel=\"stylesheet\" href=\"swagger-ui.css\"></head><body><div id=\"swagger-ui\"></div>\
    <script src=\"swagger-ui-bundle.js\"></script><script src=\"begin.js\"></script></body></html>";
const ITS_START: &str =
    "SwaggerUIBundle({ url: 'openapi.json', dom_id: '#swagger-ui', docExpansion: 'full', tryItOutEnabled: true });";

/// One visit: milliseconds until the form is there, and bytes that came over the network until then.
#[derive(Clone, Copy, Debug)]
struct Visit {
    milliseconds: f64,
    bytes: f64,
}

/// Measures both in one browser, in turn.
pub fn measure(tools: &Tools, tyk_policy: &Path, folder: &Path, dist: &Path) -> Result<Vec<Measure>> {
    let rival = rival(tools, folder)?;
    let (_ours, our_address) = Running::serve(tools, tyk_policy, dist)?;
    let (_its, its_address) = Running::serve(tools, tyk_policy, &rival)?;
    let browser = Browser::start(tools, folder)?;
    let watch = json!({ "source": format!("({WATCH})('{OUR_FIELD}, {ITS_FIELD}')") });
    browser.command("Page.addScriptToEvaluateOnNewDocument", &watch)?;

    let mut measures = Vec::new();
    for (times, name) in PROCESSORS {
        say(format_args!("Visiting for the first time: {name}"));
        browser.command("Emulation.setCPUThrottlingRate", &json!({ "rate": times }))?;
        let (mut ours, mut its) = (Vec::new(), Vec::new());
        for _ in 0..VISITS {
            ours.push(visit(&browser, &our_address)?);
            its.push(visit(&browser, &its_address)?);
        }
        let (ours, its) = (best(&ours)?, best(&its)?);
        let time = |visit: Visit| Unit::Microseconds(visit.milliseconds * 1e3);
        let fifth = Visit { milliseconds: its.milliseconds * TIME, ..its };
        measures.push(Measure::within(&format!("{name}, of Swagger UI's time"), time(ours), time(fifth)));
        measures.push(Measure::free(&format!("{name}, Swagger UI"), time(its)));
        if times == 1 {
            let (ours, its) = (Unit::Bytes(ours.bytes), its.bytes);
            measures.push(Measure::within("cold load, of Swagger UI's bytes", ours, Unit::Bytes(its * BYTES)));
            measures.push(Measure::free("cold load, bytes, Swagger UI", Unit::Bytes(its)));
        }
    }
    Ok(measures)
}

/// Begins with the document, before any script of the page.
const WATCH: &str = "(place) => {
    const look = () => {
        if (document.querySelector(place)) {
            globalThis.usableAt = performance.now();
            observer.disconnect();
        }
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true });
}";

/// Waits for the form, and adds up what had been asked for by then.
const READ: &str = "until(() => globalThis.usableAt, 'the form').then(async (milliseconds) => {
    await sleep(500);
    const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    const before = all.filter((entry) => entry.startTime < milliseconds);
    const bytes = before.reduce((sum, entry) => sum + entry.transferSize, 0);
    done({ milliseconds, bytes });
})";

fn visit(browser: &Browser, address: &str) -> Result<Visit> {
    browser.go(EMPTY)?;
    // A cache can be switched off only where the browser tells of all that goes over the network, and of the line that asked
    // for it. It reads the page's script once more for that, which no visitor waits for.
    browser.command("Network.clearBrowserCache", &json!({}))?;
    thread::sleep(REST);
    browser.go(address)?;
    let seen = browser.run(READ, &Value::Null)?;
    let number = |name: &str| seen.get(name).and_then(Value::as_f64).with_context(|| format!("no {name} in {seen}"));
    Ok(Visit { milliseconds: number("milliseconds")?, bytes: number("bytes")? })
}

/// The best of the visits: what else runs on the machine only ever makes a time longer.
fn best(visits: &[Visit]) -> Result<Visit> {
    let best = visits.iter().min_by(|one, other| one.milliseconds.total_cmp(&other.milliseconds));
    best.copied().context("nobody visited")
}

/// The folder of a page that shows the operation in Swagger UI, compressed as ours is.
fn rival(tools: &Tools, folder: &Path) -> Result<PathBuf> {
    let package = tools.swagger_ui()?;
    let rival = folder.join("swagger-ui");
    fs::create_dir_all(&rival).with_context(|| format!("could not make {}", rival.display()))?;
    let write = |name: &str, content: &[u8]| -> Result<()> {
        let write = |name: &str, content: &[u8]| {
            fs::write(rival.join(name), content).with_context(|| format!("could not write {name}"))
        };
        write(name, content)?;
        write(&format!("{name}.br"), &size::brotli(content)?)
    };
    for name in ["swagger-ui.css", "swagger-ui-bundle.js"] {
        let file = package.join(name);
        write(name, &fs::read(&file).with_context(|| format!("could not read {}", file.display()))?)?;
    }
    write("index.html", ITS_PAGE.as_bytes())?;
    write("begin.js", ITS_START.as_bytes())?;
    write("openapi.json", operation().to_string().as_bytes())?;
    Ok(rival)
}

/// The operation: `POST /api/portal/policies`, with the fields of the tutorial's policy.
fn operation() -> Value {
    let number = |says: &str| json!({ "type": "number", "description": says });
    let policy = json!({
        "type": "object",
        "required": ["name", "access_rights"],
        "properties": {
            "name": { "type": "string", "description": "What people call the policy." },
            "state": { "type": "string", "enum": ["active", "draft", "deny"] },
            "rate": number("Requests in each period."),
            "per": number("Seconds of the period."),
            "quota_max": number("Requests until the quota is used up."),
            "quota_renewal_rate": number("Seconds until the quota begins anew."),
            "key_expires_in": number("Seconds until a key expires."),
            "access_rights": { "type": "object", "additionalProperties": { "type": "object" } },
        },
    });
    let body = json!({ "content": { "application/json": { "schema": policy } } });
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Tyk Dashboard", "version": "1" },
        "paths": { "/api/portal/policies": { "post": {
            "summary": "Create a policy", "requestBody": body, "responses": { "200": { "description": "Stored." } },
        } } },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quickest_visit_counts_with_its_bytes() {
        let visits = [(90.0, 3.0), (70.0, 2.0), (80.0, 1.0)];
        let visits = visits.map(|(milliseconds, bytes)| Visit { milliseconds, bytes });
        let best = best(&visits).expect("a visit");
        assert_eq!((best.milliseconds, best.bytes), (70.0, 2.0));
        assert!(super::best(&[]).is_err());
    }
}

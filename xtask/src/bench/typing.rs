//! What an edit costs on the page as it is built: from the event to the updated document, without painting.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::RUNS;
use super::measure::{Measure, Unit};
use crate::driver::{Browser, Running};
use crate::process::say;
use crate::tools::Tools;

/// How many APIs there are, how often is typed, and how many milliseconds the slowest of a hundred key strokes may take:
/// until field and findings are up to date, and until the lines in sight of the panes are.
const TYPING: [(u32, u32, f64, f64); 3] = [(1, 200, 8.0, 8.0), (100, 200, 8.0, 8.0), (2_000, 100, 16.0, 100.0)];

/// How many milliseconds a policy of 2,000 APIs may take from the press of Open until it can be used, and Undo of that.
const OPENED: f64 = 400.0;
const UNDONE: f64 = 150.0;

/// How many milliseconds it may take until a change of the traffic is drawn in the Effect pane.
const DRAWN: f64 = 50.0;

/// After so many edits, as many again may make the page's memory no larger than by so many bytes.
const EDITS: u32 = 2_500;
const GROWTH: f64 = 1e6;

/// Serves the built page, and measures it in a real browser.
pub fn measure(tools: &Tools, tyk_policy: &Path, folder: &Path, dist: &Path) -> Result<Vec<Measure>> {
    let (_server, address) = Running::serve(tools, tyk_policy, dist)?;
    let browser = Browser::start(tools, folder)?;
    let file = tools.root().join("crates").join("bench").join("typing.js");
    let script = fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))?;
    let page = Page { browser, address, script };

    let mut measures = Vec::new();
    for (apis, times, field, pane) in TYPING {
        say(format_args!("Typing in a policy of {apis} APIs"));
        let wanted = json!({ "measure": "typing", "apis": apis, "times": times });
        let runs = (0..RUNS).map(|_| page.ask(&wanted)).collect::<Result<Vec<_>>>()?;
        for (name, budget) in [("nameField", field), ("apiField", field), ("curl", pane), ("json", pane)] {
            measures.push(within(&format!("{name}, {apis} APIs, built page"), &runs, name, budget)?);
        }
        if apis == 2_000 {
            measures.push(within("opened, 2000 APIs, built page", &runs, "opened", OPENED)?);
        }
    }
    for (wanted, name, key, budget) in [
        (json!({ "measure": "undo", "apis": 2_000 }), "undone, 2000 APIs, built page", "undone", UNDONE),
        (json!({ "measure": "traffic" }), "a change of the traffic, drawn, built page", "drawn", DRAWN),
    ] {
        let runs = (0..RUNS).map(|_| page.ask(&wanted)).collect::<Result<Vec<_>>>()?;
        measures.push(within(name, &runs, key, budget)?);
    }
    measures.push(page.growth()?);
    Ok(measures)
}

/// The built page in a browser.
struct Page {
    browser: Browser,
    address: String,
    script: String,
}

impl Page {
    /// Measures something on a page that was just opened.
    fn ask(&self, wanted: &Value) -> Result<Value> {
        self.browser.open(&self.address)?;
        self.browser.run(&self.script, wanted)
    }

    /// How much more memory the page has after twice as many edits.
    fn growth(&self) -> Result<Measure> {
        say("Typing for a long time");
        let wanted = json!({ "measure": "edits", "edits": EDITS });
        self.ask(&wanted)?;
        let before = self.browser.heap()?;
        self.browser.run(&self.script, &wanted)?;
        let growth = (self.browser.heap()? - before).max(0.0);
        Ok(Measure::within("growth by 2500 edits, built page", Unit::Bytes(growth), Unit::Bytes(GROWTH)))
    }
}

/// The best of the runs: what else runs on the machine only ever makes a time longer.
fn within(name: &str, runs: &[Value], key: &str, budget: f64) -> Result<Measure> {
    let times = runs.iter().filter_map(|run| run.get(key)?.as_f64());
    let best = times.min_by(f64::total_cmp).with_context(|| format!("the page did not measure `{key}`"))?;
    Ok(Measure::within(name, Unit::Microseconds(best * 1e3), Unit::Microseconds(budget * 1e3)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_run_counts_and_one_without_the_measure_is_none() {
        let runs = [json!({ "json": 5.0 }), json!({ "json": 3.5 })];
        let expected = Measure::within("x", Unit::Microseconds(3_500.0), Unit::Microseconds(8_000.0));
        assert_eq!(within("x", &runs, "json", 8.0).expect("a measure"), expected);
        assert!(within("x", &runs, "curl", 8.0).is_err());
    }
}

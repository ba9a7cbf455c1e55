//! The comparison: the same texts in node, with `JSON.parse` and a compiled JSON Schema.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::{answer, corpus::Corpus, repeated};
use crate::process::{self, say};
use crate::tools::Tools;

/// What the measure is called.
pub const NAME: &str = "corpus, node with ajv";

/// How many microseconds node takes for a policy, or nothing where there is no node.
pub fn compare(
    tools: &Tools,
    tyk_policy: &Path,
    corpus: &Corpus,
    on_machine: &str,
    folder: &Path,
) -> Result<Option<f64>> {
    let Some(ajv) = tools.ajv() else {
        say("No comparison with node, as there is no npm");
        return Ok(None);
    };
    let schema = schema(tools, tyk_policy)?;
    say("Measuring in node, with the schema of `tyk-policy schema`");
    let files: Vec<_> = corpus.texts().zip(places(on_machine)).collect();
    let files: Vec<_> = files.iter().map(|(text, policies)| json!({ "text": text, "policies": policies })).collect();
    let input = folder.join("compare.json");
    fs::write(&input, json!({ "ajv": ajv, "schema": schema, "files": files }).to_string())
        .with_context(|| format!("could not write {}", input.display()))?;

    let script = tools.root().join("crates").join("bench").join("compare.cjs");
    let lines = repeated(|| answer(tools.command("node").arg(&script).arg(&input)))?;
    let times = lines.lines().filter_map(|line| line.parse().ok());
    let time: f64 = times.min_by(f64::total_cmp).with_context(|| format!("node gave no time: {lines}"))?;
    Ok(Some(time))
}

/// Where in each file the policies stand, as our own program found them: node need not look for them.
fn places(on_machine: &str) -> Vec<Value> {
    let first = on_machine.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let files = first.filter_map(|line| line.get("files")?.as_array().cloned()).next().unwrap_or_default();
    files.into_iter().map(|mut file| file.get_mut("policies").map(Value::take).unwrap_or_default()).collect()
}

/// The schema that the command line prints.
fn schema(tools: &Tools, tyk_policy: &Path) -> Result<Value> {
    let printed = process::answer(tools.command(tyk_policy).arg("schema")).context("there is no schema")?;
    serde_json::from_str(&printed).context("the schema is no JSON")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_of_the_policies_are_those_that_our_program_found() {
        let lines = r#"{"measure":"corpus","files":[{"policies":[""]},{"policies":["/Data/0","/Data/1"]}]}
{"measure":"large"}"#;
        assert_eq!(places(lines), [json!([""]), json!(["/Data/0", "/Data/1"])]);
        assert_eq!(places(""), Vec::<Value>::new());
    }
}

//! Measures, their budgets and their table.

use std::fmt;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::{BUDGETS, node};

/// A number with its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unit {
    /// A time.
    Microseconds(f64),
    /// A weight, in memory or on the way.
    Bytes(f64),
}

impl Unit {
    fn number(self) -> f64 {
        match self {
            Self::Microseconds(number) | Self::Bytes(number) => number,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Microseconds(time) if *time >= 1e6 => format!("{:.2} s", time / 1e6),
            Self::Microseconds(time) if *time >= 1e3 => format!("{:.2} ms", time / 1e3),
            Self::Microseconds(time) => format!("{time:.2} µs"),
            Self::Bytes(bytes) if (1.0..1e6).contains(bytes) => format!("{:.1} kB", bytes / 1e3),
            Self::Bytes(bytes) => format!("{:.1} MB", bytes / 1e6),
        };
        out.pad(&text)
    }
}

/// Something measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    name: String,
    median: Unit,
    /// The most that it may be; nothing if it is there to be known only.
    budget: Option<Unit>,
}

impl Measure {
    /// A measure with a budget.
    pub fn within(name: &str, median: Unit, budget: Unit) -> Self {
        Self { name: name.to_owned(), median, budget: Some(budget) }
    }

    /// A measure without a budget.
    pub fn free(name: &str, median: Unit) -> Self {
        Self { name: name.to_owned(), median, budget: None }
    }

    fn is_above(&self) -> bool {
        self.budget.is_some_and(|budget| self.median.number() > budget.number())
    }

    fn verdict(&self) -> &'static str {
        match self.budget {
            None => "",
            Some(_) if self.is_above() => "ABOVE",
            Some(_) => "ok",
        }
    }
}

/// The measures in a program's lines, which are a JSON object each, with their budgets. Each that has a budget must be
/// there; where one is there more than once, the least counts.
pub fn read(place: &str, lines: &str, budget: fn(&(&str, f64, f64)) -> f64) -> Result<Vec<Measure>> {
    let time_of = |name: &str| {
        let lines = lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let those = lines.filter(|line| line.get("measure").is_some_and(|each| each == name));
        those.filter_map(|line| line.get("microseconds")?.as_f64()).min_by(f64::total_cmp)
    };
    let measure = |row: &(&str, f64, f64)| {
        let time = time_of(row.0).with_context(|| format!("{place}: `{}` was not measured: {lines}", row.0))?;
        let name = format!("{}, {place}", row.0);
        Ok(Measure::within(&name, Unit::Microseconds(time), Unit::Microseconds(budget(row))))
    };
    BUDGETS.iter().map(measure).collect()
}

/// Everything that was measured.
pub struct Table {
    /// The lines.
    pub measures: Vec<Measure>,
    /// What the corpus was.
    pub corpus: String,
}

impl Table {
    /// How many measures are above their budgets.
    pub fn above_budget(&self) -> usize {
        self.measures.iter().filter(|measure| measure.is_above()).count()
    }

    /// How long the corpus takes at a place, in times of what node takes for it.
    fn to_node(&self, place: &str) -> Option<f64> {
        let time = |name: &str| self.measures.iter().find(|each| each.name == name).map(|each| each.median.number());
        Some(time(&format!("corpus, {place}"))? / time(node::NAME)?)
    }

    /// The table for programs.
    pub fn to_json(&self) -> Value {
        let unit = |unit: &Unit| if matches!(unit, Unit::Bytes(_)) { "bytes" } else { "microseconds" };
        let measures = self.measures.iter().map(|each| {
            json!({
                "measure": each.name,
                "unit": unit(&each.median),
                "median": each.median.number(),
                "budget": each.budget.map(Unit::number),
                "above": each.is_above(),
            })
        });
        json!({
            "measures": measures.collect::<Vec<_>>(),
            "corpus": self.corpus,
            "native_to_node": self.to_node("native"),
            "page_to_node": self.to_node("page"),
        })
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.measures.iter().map(|each| each.name.chars().count()).max().unwrap_or(0);
        writeln!(out, "{:<width$}  {:>10}  {:>10}  verdict", "measure", "median", "budget")?;
        for measure in &self.measures {
            let Measure { name, median, budget } = measure;
            let budget = budget.map(|budget| budget.to_string()).unwrap_or_default();
            let line = format!("{name:<width$}  {median:>10}  {budget:>10}  {}", measure.verdict());
            writeln!(out, "{}", line.trim_end())?;
        }
        for place in ["native", "page"] {
            if let Some(ratio) = self.to_node(place) {
                writeln!(out, "corpus, {place} : node = {ratio:.2} : 1")?;
            }
        }
        write!(out, "corpus: {}", self.corpus)
    }
}

#[cfg(test)]
mod tests;

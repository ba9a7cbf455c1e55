//! `tyk-policy effect`: what policies will really do.

mod json;
mod text;

use tyk_policy::check;
use tyk_policy::context::Context;
use tyk_policy::effect::{self, Checked, Effect};
use tyk_policy::read::Found;

use crate::Outcome;
use crate::arguments::{EffectArguments, Shown};
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Input;
use crate::known::Known;
use crate::pick;
use crate::source::Source;

pub use json::pretty;

/// One policy of a file, and what it does.
pub struct Shape<'a> {
    /// The file, as it was typed.
    pub file: &'a str,
    /// The policy.
    pub found: &'a Found,
    /// What it does.
    pub effect: Effect,
}

/// Prints the effect of each policy. Several are looked at one by one.
///
/// # Errors
/// A file cannot be read, holds no policy or not the one that was picked, or the result cannot be written.
pub fn run(arguments: &EffectArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let known = Known::of_apis(arguments.apis.as_deref(), console)?;
    let mut sources = Vec::new();
    for file in &arguments.files {
        sources.push(Source::read(&Input::named(file), &known, console)?);
    }
    let mut shapes = Vec::new();
    for source in &sources {
        let context = known.around(&source.reading);
        let policies = match &arguments.pick {
            Some(name) => vec![pick::one(source, Some(name), "")?],
            None => source.reading.policies.iter().collect(),
        };
        if policies.is_empty() {
            return Err(Failure::NoPolicy { file: source.file.clone(), kind: source.reading.kind });
        }
        shapes.extend(policies.into_iter().map(|found| shape(&source.file, found, context)));
    }
    match arguments.format {
        Shown::Json => console.print(&json::written(&shapes))?,
        Shown::Text => {
            for (index, shape) in shapes.iter().enumerate() {
                let apart = if index > 0 { "\n" } else { "" };
                console.add(apart.as_bytes())?;
                console.add(text::written(shape, shapes.len() > 1, arguments.brief).as_bytes())?;
            }
            console.flush()?;
        }
    }
    if shapes.len() > 1 {
        console.note("note: each policy is looked at alone: what a key gets from all of them is not worked out yet");
    }
    Ok(Outcome::Done)
}

/// What one policy does.
pub fn shape<'a>(file: &'a str, found: &'a Found, context: &Context) -> Shape<'a> {
    let report = check::draft(&found.draft, context);
    let effect = effect::effect(&[Checked { draft: &found.draft, report: &report }], context);
    Shape { file, found, effect }
}

//! What is known around the policies that are checked: the Tyk that they are for, and what it already has.

use std::path::Path;

use tyk_policy::answer::{self, Answer, KnownApi};
use tyk_policy::catalogue::{DATABASE_ID, ID, NAME};
use tyk_policy::context::{Context, KnownPolicy, Product, Tyk};
use tyk_policy::draft::{Json, Object};
use tyk_policy::read::{self, Found, Reading, TextKind};
use tyk_policy::write::{self, Layout};

use crate::arguments::CheckArguments;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Input;
use crate::pick::{key_of, text_of};

/// What is known.
#[derive(Debug)]
pub struct Known {
    context: Context,
    /// The same for the Gateway's own interface, where no Tyk was named.
    for_gateway: Context,
}

impl Default for Known {
    fn default() -> Self {
        Self::of_context(None, Context::default())
    }
}

impl Known {
    /// What the arguments say, and the files that they name.
    ///
    /// # Errors
    /// One of the files cannot be read, or holds something else.
    pub fn of(arguments: &CheckArguments, console: &mut Console<'_>) -> Result<Self, Failure> {
        let apis = arguments.apis.as_deref().map(|file| apis(file, console)).transpose()?;
        let policies = arguments.names.as_deref().map(|file| policies(file, console)).transpose()?;
        let organisation = arguments.organisation.clone();
        Ok(Self::of_context(arguments.target, Context { apis, policies, organisation, ..Context::default() }))
    }

    /// What is known of the APIs alone.
    ///
    /// # Errors
    /// The file cannot be read, or holds something else.
    pub fn of_apis(file: Option<&Path>, console: &mut Console<'_>) -> Result<Self, Failure> {
        let apis = file.map(|file| apis(file, console)).transpose()?;
        Ok(Self::of_context(None, Context { apis, ..Context::default() }))
    }

    fn of_context(target: Option<Tyk>, context: Context) -> Self {
        let gateway = Tyk { product: Product::Gateway, ..Tyk::default() };
        let for_gateway = Context { tyk: target.unwrap_or(gateway), ..context.clone() };
        Self { context: Context { tyk: target.unwrap_or_default(), ..context }, for_gateway }
    }

    /// Around the policies of a file.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Around the policies of a text. A call of the Gateway's own interface is for that, unless a Tyk was named.
    pub fn around(&self, reading: &Reading) -> &Context {
        let is_for_gateway = reading.calls.iter().any(|call| call.is_for_gateway);
        if is_for_gateway { &self.for_gateway } else { &self.context }
    }

    /// What was not checked, in a sentence, if nothing of what could be known was given.
    pub fn not_checked(&self) -> Option<String> {
        let Context { apis: None, policies: None, organisation: None, .. } = &self.context else { return None };
        let missing = self.context.not_checked();
        let questions: Vec<_> = missing.iter().map(|each| each.split(':').next().unwrap_or(each)).collect();
        Some(format!("Not checked without --apis, --names and --organisation: {}.", questions.join(", ")))
    }
}

fn apis(file: &Path, console: &mut Console<'_>) -> Result<Vec<KnownApi>, Failure> {
    let input = Input::named(file);
    let text = read::decode(&input.bytes(console)?).text;
    let value = read::json(read::without_mark(&text)).ok();
    let listed =
        value.and_then(answer_of).map(|body| answer::apis(&Answer { status: 200, body }).map(|page| page.apis));
    // A list of other things is not one of no APIs.
    match listed {
        Some(Ok(apis)) if !apis.is_empty() || is_empty_list(&text) => Ok(apis),
        _ => Err(Failure::NoApis(input.to_string())),
    }
}

/// The answer as the Dashboard gives it; a bare list, as the Gateway gives it, put into its form.
fn answer_of(value: Json) -> Option<String> {
    let items = match value {
        Json::List(items) => items,
        Json::Object(object) if object.get("api_id").is_some() => vec![Json::Object(object)],
        Json::Object(object) => return Some(write::json(&Json::Object(object), Layout::Flush)),
        _ => return None,
    };
    let one = |name: &str, value| Json::Object(Object::new(vec![(name.to_owned(), value)]));
    let is_wrapped = |item: &Json| item.as_object().is_some_and(|object| object.get("api_definition").is_some());
    let wrapped = items.into_iter().map(|item| if is_wrapped(&item) { item } else { one("api_definition", item) });
    Some(write::json(&one("apis", Json::List(wrapped.collect())), Layout::Flush))
}

fn is_empty_list(text: &str) -> bool {
    let is_empty = |list: Option<&Json>| list.is_some_and(|list| list.as_list().is_some_and(<[Json]>::is_empty));
    read::json(read::without_mark(text)).is_ok_and(|value| match &value {
        Json::Object(object) => is_empty(object.get("apis")) || object.get("apis") == Some(&Json::Null),
        list => is_empty(Some(list)),
    })
}

fn policies(file: &Path, console: &mut Console<'_>) -> Result<Vec<KnownPolicy>, Failure> {
    let input = Input::named(file);
    let reading = read::bytes(&input.bytes(console)?);
    if reading.policies.is_empty() && !matches!(reading.kind, TextKind::List | TextKind::Map | TextKind::Wrapped) {
        return Err(Failure::NoNames { file: input.to_string(), kind: reading.kind });
    }
    Ok(reading.policies.iter().map(known).collect())
}

fn known(found: &Found) -> KnownPolicy {
    let id = text_of(found, &ID).or_else(|| key_of(found)).or_else(|| text_of(found, &DATABASE_ID));
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    KnownPolicy { id: text(id), name: text(text_of(found, &NAME)) }
}

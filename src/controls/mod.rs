//! Reusable inputs. They take values and callbacks; none of them fetches, parses or checks.

mod button;
mod choice;
mod code;
mod copy;
mod field;
mod icon;
mod limit;
mod message;
mod number;
mod text;
mod tokens;

pub use button::{Button, ButtonKind};
pub use choice::Choice;
pub use code::Code;
pub use copy::CopyButton;
pub use field::{Field, FieldContext};
pub use icon::{IconName, changing_icon, icon, severity_icon};
pub use limit::Limit;
pub(crate) use limit::{findings_of, id_of, json_of, seconds_note};
pub use message::message;
pub use number::Number;
pub use text::Text;
pub use tokens::Tokens;

use tyk_policy::draft::Json;

/// What an input shows of a value: the digits of a number, the text of a string, nothing for what is absent or null.
#[must_use]
pub fn text_of(value: Option<&Json>) -> String {
    match value {
        None | Some(Json::Null) => String::new(),
        Some(Json::Number(number)) => number.as_str().to_owned(),
        Some(Json::String(text)) => text.clone(),
        Some(other) => tyk_policy::write::json(other, tyk_policy::write::Layout::Indented),
    }
}

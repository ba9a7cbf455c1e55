//! Reusable inputs. They take values and callbacks; none of them fetches, parses or checks.

mod button;
mod choice;
mod code;
mod copy;
mod disclosure;
mod field;
mod filter;
mod finder;
mod icon;
mod limit;
mod menu;
mod message;
mod number;
mod remembered;
mod select;
mod text;
mod tokens;
mod window;
mod words;

pub use button::{icon_button, named, plain_button, primary_button, quiet_button};
pub use choice::{choice, options};
pub use code::{Lines, MOST_LINES, Mark, code_pane, has_more_lines};
pub use copy::{copy_button, copy_button_if};
pub use disclosure::disclosure;
pub use field::{Field, FieldContext, Look, shown};
pub use filter::{MOST_SHOWN, filtered, has};
pub use finder::finder;
pub use icon::{IconName, changing_icon, icon, severity_icon};
pub use limit::{findings_of, id_of, json_of, limit, number_line, seconds_note};
pub use menu::{Menu, menu_button};
pub use message::{finding_key, fix_button, message, messages};
pub use number::number;
pub use remembered::Remembered;
pub use select::select;
pub use text::text_input;
pub use tokens::tokens;
pub use window::Window;
pub use words::words;

use tyk_policy::draft::Json;
use tyk_policy::write::{Layout, json};

/// What an input shows of a value: the digits of a number, the text of a string, nothing for what is absent or null.
#[must_use]
pub fn text_of(value: Option<&Json>) -> String {
    match value {
        None | Some(Json::Null) => String::new(),
        Some(Json::Number(number)) => number.as_str().to_owned(),
        Some(Json::String(text)) => text.clone(),
        Some(other) => json(other, Layout::Indented),
    }
}

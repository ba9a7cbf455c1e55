//! One thin wrapper for each thing the browser gives.

mod clipboard;
mod clock;
mod fetch;
mod file;
mod focus;
mod keyboard;
mod page;
mod probe;
mod selection;
mod sight;
mod storage;

pub use clipboard::copy;
pub use clock::{later, now, time_of, time_of_day, whole};
pub use fetch::{Call, PATIENCE, send};
pub use file::{picked_file, read_bytes};
pub use focus::{
    bring_into_view, focus, focus_first, focus_inside, focused_id, has_focus, press, scroll_to, select_line,
    select_text,
};
pub use keyboard::{Shortcut, is_in_text};
pub use page::{
    commands, element_by_id, is_dialog_open, is_mac, meta, origin, reveal, set_root_attribute, show_dialog,
    site_settings, value_of,
};
pub use probe::{Found, look};
pub use selection::{copy_instead, scrolled, select_content};
pub use sight::{on_sight_change, places_of_children};
pub use storage::{Keep, load, save};

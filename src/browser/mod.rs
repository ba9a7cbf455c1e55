//! One thin wrapper for each thing the browser gives.

mod clipboard;
mod fetch;
mod file;
mod focus;
mod keyboard;
mod page;
mod storage;

pub use clipboard::copy;
pub use fetch::{Call, send};
pub use file::{picked_file, read_bytes};
pub use focus::{focus, focus_first, scroll_to, select_text};
pub use keyboard::is_send_shortcut;
pub use page::{element_by_id, local_dashboard_key, origin, reveal, set_root_attribute, show_dialog};
pub use storage::{load, save};

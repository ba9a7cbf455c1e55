#![allow(missing_docs, dead_code, reason = "stub")]
use crate::check::Path;
use crate::draft::{Json, Object};
pub struct Converted {
    pub document: usize,
    pub path: Path,
    pub object: Object,
    pub moved: Vec<(Path, Path)>,
    pub name: Option<String>,
}
pub fn is_resource(_: &Json) -> bool {
    false
}
pub fn convert(_: &[&Json]) -> Vec<Converted> {
    Vec::new()
}

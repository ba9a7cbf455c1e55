//! The page's style sheets in two files, in the order that `style/index.css` and `style/later.css` say.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The indexes: of the first view, and of what is not seen at first.
pub const INDEXES: [&str; 2] = ["index.css", "later.css"];

/// The style sheets that an index names, as one.
pub fn sheet(root: &Path, index: &str) -> Result<String> {
    let folder = root.join("style");
    let index = fs::read_to_string(folder.join(index)).with_context(|| format!("style/{index} cannot be read"))?;
    let mut sheet = String::new();
    for name in imports(&index) {
        let part = fs::read_to_string(folder.join(name)).with_context(|| format!("style/{name} cannot be read"))?;
        sheet.push_str(&part);
    }
    Ok(sheet)
}

/// The files that an index imports, in order.
fn imports(index: &str) -> impl Iterator<Item = &str> {
    index.lines().filter_map(|line| line.strip_prefix("@import \"")?.strip_suffix("\";"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_index_is_the_order_of_the_cascade() {
        let index = "/* why */\n@import \"tokens.css\";\n\n@import \"base.css\";\n";
        assert_eq!(imports(index).collect::<Vec<_>>(), ["tokens.css", "base.css"]);
    }

    #[test]
    fn every_style_sheet_of_the_repository_is_imported_once() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../style");
        let indexes = INDEXES.map(|name| fs::read_to_string(folder.join(name)).unwrap());
        let mut imported: Vec<_> = indexes.iter().flat_map(|index| imports(index)).collect();
        imported.extend(INDEXES);
        imported.sort_unstable();
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut sheets: Vec<_> = names.filter(|name| name.ends_with(".css")).collect();
        sheets.sort_unstable();
        assert_eq!(imported, sheets);
    }
}

//! The page's style sheets in one file, in the order that `style/index.css` says.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The one style sheet of the page.
pub fn sheet(root: &Path) -> Result<String> {
    let folder = root.join("style");
    let index = fs::read_to_string(folder.join("index.css")).context("style/index.css cannot be read")?;
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
    fn every_style_sheet_of_the_repository_is_imported() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../style");
        let index = fs::read_to_string(folder.join("index.css")).unwrap();
        let imported: Vec<_> = imports(&index).collect();
        for entry in fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!(!name.ends_with(".css") || name == "index.css" || imported.contains(&name.as_str()), "{name}");
        }
    }
}

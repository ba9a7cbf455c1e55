//! What a target starts from: our seeds, and the policies of others where they lie beside the repository.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::Target;

/// Puts the seeds of a target into its corpus.
pub fn sow(root: &Path, target: Target, corpus: &Path) -> Result<()> {
    let public = root.join("..").join("shared").join("corpus");
    copy(&root.join("fuzz").join("seeds").join(target.name()), corpus, None)?;
    match target {
        Target::Json | Target::Bytes => copy(&public.join("policies"), corpus, None),
        // These two targets write the head themselves: a seed is what stands behind it.
        Target::Yaml => copy(&public.join("operator"), corpus, Some("\nspec:\n")),
        Target::Curl => copy(&public.join("curl"), corpus, Some("curl ")),
    }
}

/// Copies every file of a folder, or what stands behind a head in it; nothing where there is no folder.
fn copy(from: &Path, to: &Path, head: Option<&str>) -> Result<()> {
    let Ok(entries) = fs::read_dir(from) else { return Ok(()) };
    for entry in entries.flatten() {
        let bytes = fs::read(entry.path()).with_context(|| format!("could not read {}", entry.path().display()))?;
        let seed = to.join(format!("seed-{}", entry.file_name().to_string_lossy()));
        let rest = head.and_then(|head| Some(std::str::from_utf8(&bytes).ok()?.split_once(head)?.1.as_bytes()));
        fs::write(&seed, rest.unwrap_or(&bytes)).with_context(|| format!("could not write {}", seed.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeds_of_others_are_taken_without_the_head_that_the_target_writes() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (root, corpus) = (folder.path().join("clone"), folder.path().join("corpus"));
        for made in [&root, &corpus, &folder.path().join("shared/corpus/operator"), &root.join("fuzz/seeds/yaml")] {
            fs::create_dir_all(made).expect("the folder is made");
        }
        let write = |path: &str, text: &str| fs::write(folder.path().join(path), text).expect("the file is written");
        write("shared/corpus/operator/a.yaml", "kind: SecurityPolicy\nspec:\n  name: a\n");
        write("clone/fuzz/seeds/yaml/b", "  name: b\n");
        sow(&root, Target::Yaml, &corpus).expect("the seeds are copied");
        let seed = |name: &str| fs::read_to_string(corpus.join(name)).expect("a seed");
        assert_eq!(seed("seed-a.yaml"), "  name: a\n");
        assert_eq!(seed("seed-b"), "  name: b\n");
    }
}

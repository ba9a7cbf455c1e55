//! The files of the page with their names and what ties them together. Each name but those of the page itself and of its settings holds a hash
//! of what the file is, so that a browser can keep it for ever; the page says the checksum of everything that it loads.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::program::{NAME, Program};
use super::small::Small;

/// All files of a page.
pub struct Bundle {
    pub files: Vec<File>,
}

/// One file of the page.
pub struct File {
    pub name: String,
    pub content: Vec<u8>,
}

impl File {
    /// A file whose name holds the hash of its content.
    fn hashed(stem: &str, ending: &str, content: Vec<u8>) -> Self {
        Self { name: format!("{stem}-{}.{ending}", hash(&[&content])), content }
    }

    /// A file with a name of its own, which a browser asks for again each time.
    fn named(name: &str, content: String) -> Self {
        Self { name: name.to_owned(), content: content.into() }
    }

    /// What a browser compares it with (Subresource Integrity). The shortest that there is: the scripts are full of them, and nothing
    /// weighs more after compression.
    pub fn integrity(&self) -> String {
        format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(&self.content)))
    }
}

impl Bundle {
    /// The page of this program and these style sheets; `scripts` are those around the program; `root` holds `index.html`, the icons and
    /// what keeps the page for when there is no network.
    pub fn of(program: &Program, styles: &Styles, scripts: &Scripts, root: &Path) -> Result<Self> {
        let read = |name: &str| fs::read_to_string(root.join(name)).with_context(|| format!("could not read {name}"));
        let parts = parts(program);
        let later = File::hashed("later", "css", styles.later.clone().into());
        let styles = File::hashed("page", "css", styles.first.clone().into());
        let icons = icons(root)?;
        let [icon, ..] = &icons;
        let after = [("styles", later.name.as_str()), ("styles-integrity", &later.integrity())];
        let after = File::hashed("after", "js", filled(&scripts.after, &after)?.into());
        let [module, script] = &parts.first;
        let page = filled(
            &read("index.html")?,
            &[
                ("styles", &styles.name),
                ("styles-integrity", &styles.integrity()),
                ("icon", &icon.name),
                ("program", &script.name),
                ("program-integrity", &script.integrity()),
                ("module", &module.name),
                ("module-integrity", &module.integrity()),
                ("after", &after.name),
                ("after-integrity", &after.integrity()),
            ],
        )?;
        // The indentation is for those who edit the template.
        let page = page.lines().map(str::trim_start).collect::<Vec<_>>().join("\n");
        let manifest = manifest(&read("offline/manifest.webmanifest")?, &icons)?;

        let mut hashed = vec![styles, after, later];
        hashed.extend(icons);
        hashed.extend(parts.first);
        hashed.extend(parts.later);
        let mut files = vec![File::named("index.html", page), File::named("manifest.webmanifest", manifest)];
        files.push(worker(&scripts.worker, &files, &hashed)?);
        // For the page's owner to fill in; so its name stays what it is.
        files.push(File::named("config.json", "{}\n".to_owned()));
        files.extend(hashed);
        Ok(Self { files })
    }
}

/// The style sheets, as small as they get.
pub struct Styles {
    /// Of the first view.
    pub first: String,
    /// Of what is not seen at first.
    pub later: String,
}

/// The scripts around the program, as small as they get.
pub struct Scripts {
    /// What comes after the start, with its places not yet filled.
    pub after: String,
    /// What keeps the page for when there is no network, a service worker, with its places not yet filled.
    pub worker: String,
}

/// The icon, and pictures of it for what takes no SVG.
fn icons(root: &Path) -> Result<[File; 3]> {
    let read = |name: &str| fs::read(root.join("style").join(name)).with_context(|| format!("could not read {name}"));
    Ok([
        File::hashed("icon", "svg", read("icon.svg")?),
        File::hashed("icon-192", "png", read("icon-192.png")?),
        File::hashed("icon-512", "png", read("icon-512.png")?),
    ])
}

fn manifest(template: &str, [icon, small, large]: &[File; 3]) -> Result<String> {
    filled(template, &[("icon", &icon.name), ("icon-192", &small.name), ("icon-512", &large.name)])
}

/// The worker that keeps all these files. Its text changes with any of them, which is how a browser finds that there is a new version.
fn worker(template: &str, named: &[File], hashed: &[File]) -> Result<File> {
    let contents: Vec<&[u8]> = named.iter().chain(hashed).map(|file| file.content.as_slice()).collect();
    let kept = named.iter().chain(hashed).map(|file| file.name.as_str()).filter(|name| *name != "index.html");
    let files = kept.collect::<Vec<_>>().join(" ");
    let version = hash(&contents);
    Ok(File::named("worker.js", filled(template, &[("version", &version), ("files", &files)])?))
}

/// The program's files under their names.
struct Parts {
    /// The module, and the script that starts it and loads the other parts.
    first: [File; 2],
    later: Vec<File>,
}

/// The script names the modules, so that one hash of them all stands in all their names.
fn parts(program: &Program) -> Parts {
    let mut contents: Vec<&[u8]> = vec![&program.first, program.script.as_bytes()];
    contents.extend(program.parts.iter().map(|(_, content)| content.as_slice()));
    let hash = hash(&contents);
    let module = format!("{NAME}-{hash}.wasm");
    let mut script = program.script.replace(&format!("{NAME}_bg.wasm"), &module);
    let mut later = Vec::new();
    let mut small = Small::default();
    for (name, content) in &program.parts {
        let asked = format!("fetch(new URL(\"./{name}\",import.meta.url))");
        if let Some(piece) = small.take(content) {
            script = script.replace(&asked, &piece);
            continue;
        }
        let stem = name.trim_start_matches("split_").trim_end_matches(".wasm");
        let file = File { name: format!("part-{stem}-{hash}.wasm"), content: content.clone() };
        let checked =
            format!("fetch(new URL(\"./{}\",import.meta.url),{{integrity:\"{}\"}})", file.name, file.integrity());
        script = script.replace(&asked, &checked);
        later.push(file);
    }
    if let Some((file, reader)) = small.file(&hash) {
        // A function of its own is known to the whole script, wherever it stands.
        script.push_str(&reader);
        later.push(file);
    }
    Parts {
        first: [
            File { name: module, content: program.first.clone() },
            File { name: format!("{NAME}-{hash}.js"), content: script.into() },
        ],
        later,
    }
}

/// Sixteen hex digits that change with any of the contents.
fn hash(contents: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for content in contents {
        // With their lengths, so that nothing can move from one file to the next unseen.
        hasher.update(content.len().to_le_bytes());
        hasher.update(content);
    }
    hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The template with each `{{name}}` filled in; all must be there, and none may be left.
fn filled(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut page = template.to_owned();
    for (name, value) in values {
        let place = format!("{{{{{name}}}}}");
        ensure!(page.contains(&place), "a template has no {place}");
        page = page.replace(&place, value);
    }
    ensure!(!page.contains("{{"), "a template has a place that nothing fills");
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program() -> Program {
        Program {
            first: b"first".to_vec(),
            script: "new URL(\"policy-builder_bg.wasm\",x);fetch(new URL(\"./split_open.wasm\",import.meta.url));"
                .to_owned(),
            parts: vec![("split_open.wasm".to_owned(), vec![b'x'; 10_000])],
        }
    }

    #[test]
    fn the_script_names_the_module_and_each_part_with_its_checksum() {
        let Parts { first: [module, script], later } = parts(&program());
        let text = String::from_utf8(script.content).unwrap();
        let part = later.first().unwrap();
        assert!(text.contains(&format!("\"{}\"", module.name)), "{text}");
        let asked =
            format!("fetch(new URL(\"./{}\",import.meta.url),{{integrity:\"{}\"}})", part.name, part.integrity());
        assert!(text.contains(&asked), "{text}");
    }

    #[test]
    fn small_parts_come_in_one_file_and_each_is_cut_out_of_it() {
        let script =
            "a(fetch(new URL(\"./chunk_1.wasm\",import.meta.url)),fetch(new URL(\"./chunk_2.wasm\",import.meta.url)));";
        let small = |name: &str, content: &[u8]| (name.to_owned(), content.to_vec());
        let parts_of = vec![small("chunk_1.wasm", b"one"), small("chunk_2.wasm", b"three")];
        let Parts { first, later } = parts(&Program { script: script.to_owned(), parts: parts_of, ..program() });
        let [_, script] = first.map(|file| String::from_utf8(file.content).unwrap());
        assert!(script.starts_with("a(piece(0,3),piece(3,8));"), "{script}");
        let file = later.first().unwrap();
        assert_eq!((later.len(), file.content.as_slice()), (1, b"onethree".as_slice()));
        assert!(
            file.name.starts_with("part-small-") && script.contains(&file.name) && script.contains(&file.integrity())
        );
    }

    #[test]
    fn a_change_in_one_part_renames_the_whole_program() {
        let other = Program { parts: vec![("split_open.wasm".to_owned(), vec![b'y'; 10_000])], ..program() };
        for (one, another) in parts(&program()).first.iter().zip(&parts(&other).first) {
            assert_ne!(one.name, another.name);
        }
    }

    #[test]
    fn the_worker_keeps_every_file_but_the_page_by_name_and_is_another_when_one_changes() {
        let named = [File::named("index.html", "page".to_owned()), File::named("manifest.webmanifest", String::new())];
        let hashed = |style: &str| {
            let program = File::hashed(NAME, "js", b"program".to_vec());
            [program, File::hashed("page", "css", style.into())]
        };
        let text = |style: &str| {
            let file = worker("{{version}}|{{files}}", &named, &hashed(style)).unwrap();
            String::from_utf8(file.content).unwrap()
        };
        let [program, styles] = hashed("a").map(|file| file.name);
        assert!(text("a").ends_with(&format!("|manifest.webmanifest {program} {styles}")), "{}", text("a"));
        assert_ne!(text("a").split('|').next(), text("b").split('|').next());
    }

    #[test]
    fn a_place_that_is_missing_or_left_over_is_an_error() {
        assert_eq!(filled("<a {{x}}>\n {{x}}", &[("x", "1")]).unwrap(), "<a 1>\n 1");
        assert!(filled("<a>", &[("x", "1")]).is_err());
        assert!(filled("{{x}} {{y}}", &[("x", "1")]).is_err());
    }
}

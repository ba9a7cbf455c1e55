use super::*;

fn weight(name: &str, bytes: usize, brotli: usize) -> Weight {
    Weight { name: name.to_owned(), bytes, brotli }
}

/// A built page in a folder of its own: names and contents.
fn built(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dist = tempfile::tempdir().expect("a temporary folder");
    for (name, content) in files {
        let path = dist.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, content).expect("the file is written");
    }
    dist
}

#[track_caller]
fn assert_loaded(files: &[(&str, &str)], expected: &[&str]) {
    let load = FirstLoad::measure(built(files).path()).expect("a table");
    let mut names: Vec<_> = load.files.iter().map(|file| file.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, expected);
}

#[test]
fn scripts_modules_styles_and_the_page_itself_are_loaded() {
    assert_loaded(
        &[
            ("index.html", "<p>"),
            ("app.js", "1"),
            ("app_bg.wasm", "x"),
            ("base.css", "a"),
            ("snippets/a/inline.js", "2"),
        ],
        &["app.js", "app_bg.wasm", "base.css", "index.html", "snippets/a/inline.js"],
    );
}

#[test]
fn other_files_count_only_where_the_page_or_a_style_sheet_names_them() {
    let page = r#"<link rel="icon" href="./icon.svg">"#;
    let style = "src: url(text.woff2)";
    assert_loaded(
        &[("index.html", page), ("a.css", style), ("icon.svg", "<svg>"), ("text.woff2", "f"), ("licences.txt", "MIT")],
        &["a.css", "icon.svg", "index.html", "text.woff2"],
    );
}

#[test]
fn icons_what_keeps_the_page_offline_and_compressed_twins_are_not_waited_for() {
    let page = r#"<link href="icon-0.svg"><link href="manifest.webmanifest"><script data-after="after-0.js">"#;
    assert_loaded(
        &[
            ("index.html", page),
            ("icon-0.svg", "<svg>"),
            ("manifest.webmanifest", "{}"),
            ("after-0.js", "after"),
            ("worker.js", "worker"),
            ("start-0.js", "start"),
            ("start-0.js.br", "start"),
            ("start-0.js.gz", "start"),
            ("part-a-0.wasm.br", "part"),
        ],
        &["index.html", "start-0.js"],
    );
}

#[test]
fn source_maps_and_working_state_are_not_loaded() {
    let page = r#"<script src="app.js"></script>"#;
    assert_loaded(
        &[
            ("index.html", page),
            ("app.js", "//# sourceMappingURL=app.js.map"),
            ("app.js.map", "{}"),
            (".stage/b.js", ""),
        ],
        &["app.js", "index.html"],
    );
}

#[test]
fn what_is_loaded_when_it_is_needed_is_weighed_apart() {
    assert_loaded(&[("index.html", ""), ("app.js", "1"), ("part-open.wasm", "2")], &["app.js", "index.html"]);
    let dist = built(&[("index.html", ""), ("part-open.wasm", "2")]);
    assert!(FirstLoad::measure(dist.path()).expect("a table").later > 0);
}

#[test]
fn files_are_weighed_raw_and_compressed_heaviest_first() {
    let dist = built(&[("index.html", "<p>"), ("app.js", &"let a = 1;\n".repeat(1000))]);
    let load = FirstLoad::measure(dist.path()).expect("a table");
    let names: Vec<_> = load.files.iter().map(|file| (file.name.as_str(), file.bytes)).collect();
    assert_eq!(names, [("app.js", 11_000), ("index.html", 3)]);
    assert!(load.brotli() < 200, "{} bytes for one line a thousand times", load.brotli());
}

#[test]
fn a_folder_without_a_page_says_how_to_build_one() {
    let error = FirstLoad::measure(built(&[]).path()).err().expect("a refusal");
    assert!(error.to_string().contains("run `cargo xtask build` first"), "{error}");
}

#[test]
fn the_table_has_aligned_columns_and_what_is_left_below_the_bar() {
    let load = FirstLoad {
        files: vec![weight("app_bg.wasm", 350_123, 98_765), weight("index.html", 812, 401)],
        later: 50_000,
    };
    let table = "first load           bytes  brotli\n\
         app_bg.wasm        350,123  98,765\n\
         index.html             812     401\n\
         sum                350,935  99,166\n\
         when it is needed           50,000\n";
    let (bar, spare) = (grouped(BAR), grouped(BAR - 99_166));
    assert_eq!(load.to_string(), format!("{table}99,166 of {bar} bytes brotli: {spare} to spare"));
}

#[test]
fn a_page_above_the_bar_says_by_how_much() {
    let load = FirstLoad { files: vec![weight("app_bg.wasm", 500_000, BAR + 1)], later: 0 };
    let (brotli, bar) = (grouped(BAR + 1), grouped(BAR));
    assert!(load.to_string().ends_with(&format!("\n{brotli} of {bar} bytes brotli: 1 too many")), "{load}");
}

#[test]
fn thousands_are_set_apart() {
    assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
}

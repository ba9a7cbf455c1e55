//! Where a page and its browser could leave a key behind.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::json;

use crate::harness::{Matter, Page, lacks};

/// The one place where the key stands while its owner does not ask for more.
pub const INPUT: &str = "field connection-key";
/// Where it stands, too, while it is kept for the tab.
pub const KEPT: &str = "session storage policy-builder-key";
/// Where it stands, too, while it is revealed.
pub const REVEALED: [&str; 2] = ["document", "text"];

/// Where it stands, too, when it was copied while it was revealed.
pub const CLIPBOARD: &str = "clipboard";

/// Gives the names of the places with the text in them, and of everything that should not be there at all.
const LOOK: &str = r"
    const [secret, readsClipboard, done] = arguments;
    const entries = (storage, name) => Object.entries(storage).map(([key, value]) => [`${name} ${key}`, key + value]);
    const fields = [...document.querySelectorAll('input, textarea, select')];
    // A page of `tyk-policy serve` may not read it, whoever allows that.
    const mayPaste = document.featurePolicy?.allowsFeature('clipboard-read') ?? true;
    const look = async () => {
        const places = [
            ['document', document.documentElement.outerHTML],
            ['text', document.body.innerText],
            ['title', document.title],
            ['address', location.href],
            ['name of the window', window.name],
            ['state of the history', JSON.stringify(history.state)],
            ['history', JSON.stringify(globalThis.navigation?.entries().map(entry => [entry.url, entry.getState()]) ?? [])],
            ['cookies', document.cookie],
            ['clipboard', readsClipboard && mayPaste ? await navigator.clipboard.readText() : ''],
            ['requests', performance.getEntries().map(entry => entry.name).join(' ')],
            ['globals', Object.values(globalThis).filter(value => typeof value === 'string').join(' ')],
            ...entries(localStorage, 'local storage'),
            ...entries(sessionStorage, 'session storage'),
            ...fields.map(field => [`field ${field.id}`, field.value]),
            ...fields.map(field => [`start of field ${field.id}`, field.defaultValue ?? '']),
        ];
        // The worker keeps the page's own files.
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
                const headers = JSON.stringify([...request.headers]);
                places.push([`cache of ${request.url}`, request.url + headers + await (await cache.match(request)).text()]);
            }
        }
        const workers = (await navigator.serviceWorker.getRegistrations()).map(worker => worker.scope);
        const own = new URL('.', location.href).href;
        const never = [
            ...(await indexedDB.databases()).map(database => `database ${database.name}`),
            ...workers.filter(scope => scope !== own).map(scope => `worker ${scope}`),
        ];
        return [...places.filter(([, text]) => text.includes(secret)).map(([name]) => name), ...never];
    };
    look().then(done, error => done([String(error)]));
";

/// The places of the page with this text in them.
#[track_caller]
pub fn places(page: &Page, secret: &str) -> BTreeSet<String> {
    let arguments = json!([secret, !lacks(Matter::Clipboard)]);
    let look = json!({ "script": LOOK, "args": arguments });
    let found = page.command("/execute/async", &look).expect("the script runs");
    serde_json::from_value(found).expect("a list of names")
}

/// Holds that the key stands in these places and in no other.
#[track_caller]
pub fn assert_only_in(page: &Page, key: &str, expected: &[&str]) {
    let expected = expected.iter().map(|place| (*place).to_owned()).collect();
    assert_eq!(places(page, key), expected);
}

/// Those of the files that hold this text, in one byte for a letter or in two, as browsers write it.
pub fn files_with(files: &[(PathBuf, Vec<u8>)], secret: &str) -> Vec<String> {
    let narrow = secret.as_bytes().to_vec();
    let wide: Vec<u8> = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let has =
        |content: &[u8]| [&narrow, &wide].iter().any(|bytes| content.windows(bytes.len()).any(|at| at == **bytes));
    files.iter().filter(|(_, content)| has(content)).map(|(path, _)| path.display().to_string()).collect()
}

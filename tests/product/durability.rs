//! What the page was told to be stored is stored, even if the server dies in the middle of its work again and again.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::harness::{Matter, Page, Server, lacks, wait_for};
use crate::steps::choose_api;

/// So many acknowledged writes, from all pages together.
const WRITES: usize = 1_000;

/// So often the server is killed on the way.
const KILLS: usize = 20;

/// Sends one policy after the other, each under a name of its own, until so many are acknowledged. No name is sent twice:
/// after a call that failed, the next one waits until the server answers again.
const WRITE: &str = r"
    const [prefix, wanted] = arguments;
    const all = globalThis.writes = { names: [], stored: {}, failures: [], isWaiting: false };
    const at = place => document.querySelector(place);
    const until = found => new Promise(resolve => {
        const look = () => {
            const it = found();
            if (it) { observer.disconnect(); resolve(it); }
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        look();
    });
    const answers = () => fetch(document.baseURI, { cache: 'no-store' }).then(answer => answer.ok, () => false);
    const write = async name => {
        all.names.push(name);
        at('#field-name').select();
        document.execCommand('insertText', false, name);
        await until(() => at('h1').innerText === name);
        const before = at('#outcome [data-kind]');
        (at('#send-new') ?? at('#send')).click();
        const headline = await until(() => {
            const now = at('#outcome [data-kind]');
            return now !== before && at('#send').ariaDisabled !== 'true' && now;
        });
        const says = headline.innerText;
        if (says === 'The policy is stored.') {
            all.stored[name] = at('#policy-id').innerText;
        } else {
            all.failures.push(says);
            all.isWaiting = true;
            while (!await answers()) { await new Promise(next => setTimeout(next, 20)); }
            all.isWaiting = false;
        }
    };
    const run = async () => {
        while (Object.keys(all.stored).length < Number(wanted)) {
            await write(`${prefix} ${String(all.names.length).padStart(5, '0')}`);
        }
    };
    run();
";

/// A page that writes by itself.
struct Writer(Page);

impl Writer {
    fn start(server: &Server, prefix: &str, count: usize) -> Self {
        let page = Page::open(&server.page());
        choose_api(&page, "Orders");
        page.run(WRITE, &[prefix, &count.to_string()]);
        Self(page)
    }

    fn stored(&self) -> usize {
        let count = self.0.run("return Object.keys(writes.stored).length", &[]);
        count.as_u64().and_then(|count| count.try_into().ok()).expect("a number")
    }

    fn is_waiting_or_done(&self) -> bool {
        let share = (WRITES / 2).to_string();
        let script = "return writes.isWaiting || Object.keys(writes.stored).length === Number(arguments[0])";
        self.0.run(script, &[&share]) == json!(true)
    }

    fn all(&self) -> Value {
        self.0.run("return writes", &[])
    }
}

#[track_caller]
fn wait_until_stored(writers: &[Writer; 2], count: usize) {
    wait_for(&format!("{count} acknowledged writes"), || {
        let stored: usize = writers.iter().map(Writer::stored).sum();
        if stored >= count { Ok(()) } else { Err(format!("{stored}, {:?}", writers.each_ref().map(Writer::all))) }
    });
}

#[test]
fn a_thousand_writes_of_two_pages_outlive_twenty_deaths_of_the_server() {
    if lacks(Matter::BesideThePage) {
        return;
    }
    let mut server = Server::start();
    let writers = ["first", "second"].map(|prefix| Writer::start(&server, prefix, WRITES / 2));
    for death in 1..=KILLS {
        wait_until_stored(&writers, WRITES * death / (KILLS + 1));
        server.kill();
        wait_for("the pages to notice it", || {
            if writers.iter().all(Writer::is_waiting_or_done) { Ok(()) } else { Err("they did not".to_owned()) }
        });
        server.start_again();
    }
    wait_until_stored(&writers, WRITES);

    let told = writers.map(|writer| writer.all());
    let names: BTreeSet<&str> =
        told.iter().flat_map(|all| all["names"].as_array().expect("names")).filter_map(Value::as_str).collect();
    let policies = server.policies();
    let mut found = BTreeMap::new();
    for policy in &policies {
        let (name, id) = (policy["name"].as_str().expect("a name"), policy["_id"].as_str().expect("an id"));
        assert!(names.contains(name), "no page has ever sent {name}");
        assert_eq!(found.insert(name, id), None, "{name} is there twice");
    }
    let acknowledged: Vec<_> = told.iter().flat_map(|all| all["stored"].as_object().expect("ids by name")).collect();
    assert_eq!(acknowledged.len(), WRITES);
    for (name, id) in acknowledged {
        assert_eq!(found.get(name.as_str()).copied(), id.as_str(), "{name}");
    }
}

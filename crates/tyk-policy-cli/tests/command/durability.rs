//! What was answered is kept, whatever happens to the server afterwards.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use serde_json::Value;
use tempfile::tempdir;

use crate::http::try_call;
use crate::program::argument;
use crate::server::{Server, built_page};

const POLICIES: &str = "/api/portal/policies";
const WRITES: usize = 200;
const KILLS: usize = 5;
const WRITERS: usize = 4;

/// A policy that the server said it had stored.
struct Acknowledged {
    name: String,
    id: String,
}

/// The names that are still to be written. One that got no answer comes back, as nobody knows whether it was stored.
type Names = Arc<Mutex<Vec<String>>>;

/// Starts threads that write until nothing is left or the server is gone, and tell of each policy that was stored.
fn writers(server: &Server, names: &Names, told: &Sender<Acknowledged>) -> Vec<JoinHandle<()>> {
    let start = |_| {
        let (address, names, told) = (server.address().to_owned(), Arc::clone(names), told.clone());
        thread::spawn(move || {
            loop {
                let Some(name) = names.lock().unwrap().pop() else { return };
                let key = format!("Authorization: {}", local_dashboard::SAMPLE_KEY);
                let body = format!(r#"{{"name": "{name}", "tags": ["{}"]}}"#, "x".repeat(10_000));
                let Some(answer) = try_call(&address, "POST", POLICIES, &[&key], &body) else {
                    names.lock().unwrap().push(name);
                    return;
                };
                let answer_body: Value = serde_json::from_str(&answer.body).unwrap();
                match answer.status {
                    200 => {
                        let id = answer_body["Message"].as_str().unwrap().to_owned();
                        told.send(Acknowledged { name, id }).unwrap();
                    }
                    // It was stored the first time, and only the answer was lost.
                    _ => assert!(answer.body.contains("name has already been used"), "{answer:?}"),
                }
            }
        })
    };
    (0..WRITERS).map(start).collect()
}

/// Waits for so many policies, kills the server while more are being written, and lets the writers end.
fn kill_behind(
    count: usize,
    server: Server,
    stored: &Receiver<Acknowledged>,
    writers: Vec<JoinHandle<()>>,
) -> Vec<Acknowledged> {
    let first = stored.iter().take(count).collect();
    // It is killed, not asked to stop.
    drop(server);
    for writer in writers {
        writer.join().unwrap();
    }
    first
}

/// The names and ids of all policies that there are.
fn listed(dist: &Path, data: &Path) -> Vec<(String, String)> {
    let answer = Server::start(dist, argument(data)).api("GET", &format!("{POLICIES}?p=-1"), "");
    let list: Value = serde_json::from_str(&answer.body).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    list["Data"].as_array().unwrap().iter().map(|policy| (text(&policy["name"]), text(&policy["_id"]))).collect()
}

#[test]
fn every_policy_that_was_answered_survives_five_kills_and_none_is_there_twice() {
    let (dist, folder) = (built_page(), tempdir().unwrap());
    let data = folder.path().join("policies.sqlite");
    let names: Names = Arc::new(Mutex::new((0..WRITES).map(|number| number.to_string()).collect()));
    let (told, stored) = mpsc::channel();
    let mut acknowledged = Vec::new();
    for _ in 0..KILLS {
        let server = Server::start(dist.path(), argument(&data));
        let writers = writers(&server, &names, &told);
        acknowledged.extend(kill_behind(WRITES / (KILLS + 2), server, &stored, writers));
        assert!(
            !names.lock().unwrap().is_empty(),
            "there was more to write when it was killed, or this proves nothing"
        );
    }
    let last = Server::start(dist.path(), argument(&data));
    for writer in writers(&last, &names, &told) {
        writer.join().unwrap();
    }
    drop((last, told));
    acknowledged.extend(stored);

    let list = listed(dist.path(), &data);
    let by_name: BTreeMap<_, _> = list.iter().cloned().collect();
    assert_eq!((list.len(), by_name.len()), (WRITES, WRITES), "each is there, and none twice");
    for policy in &acknowledged {
        assert_eq!(by_name.get(&policy.name), Some(&policy.id), "{}", policy.name);
    }
    assert!(acknowledged.len() >= WRITES - KILLS * WRITERS, "all others got their answer: {}", acknowledged.len());
}

use std::fs;
use std::path::Path;

use local_dashboard::{LocalDashboard, OpenError, SECOND_ORGANISATION_KEY};
use rusqlite::Connection;
use tempfile::tempdir;

use crate::caller::{Caller, POLICIES};

fn caller(path: &Path) -> Caller {
    Caller::of(LocalDashboard::open(path).unwrap())
}

#[tokio::test]
async fn a_policy_is_there_again_when_the_file_is_opened_again() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("not/there/yet/policies.sqlite");
    let first = caller(&path);
    let id = first.create(r#"{"name": "Gold", "rate": 1.50}"#).await;
    let policy = first.policy(&id).await;
    drop(first);

    let second = caller(&path);
    assert_eq!(second.policy(&id).await, policy);
    let refused = second.post(r#"{"name": "Gold"}"#).await;
    assert_eq!(refused.status, 400);
}

#[tokio::test]
async fn two_dashboards_on_one_file_share_its_policies() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("policies.sqlite");
    let (one, other) = (caller(&path), caller(&path));
    let id = one.create(r#"{"name": "Gold"}"#).await;
    assert_eq!(other.policy(&id).await, one.policy(&id).await);
    assert_eq!(other.post(r#"{"name": "Gold"}"#).await.status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_calls_at_once_with_one_name_make_one_policy() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("policies.sqlite");
    let calls: Vec<_> = (0..20)
        .map(|_| {
            let caller = caller(&path);
            tokio::spawn(async move { caller.post(r#"{"name": "Gold"}"#).await.status.as_u16() })
        })
        .collect();
    let mut statuses = Vec::new();
    for call in calls {
        statuses.push(call.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses.split_first(), Some((&200, &[400; 19][..])));
}

/// The tables of version 1, when there was one organisation, and two policies in them.
const VERSION_1: &str = r#"
    CREATE TABLE policy (
        position INTEGER PRIMARY KEY,
        database_id TEXT NOT NULL UNIQUE,
        id TEXT NOT NULL UNIQUE,
        name TEXT UNIQUE,
        body TEXT NOT NULL
    ) STRICT;
    INSERT INTO policy VALUES
        (1, '65a0c0de00000000000000a1', 'own', 'Gold', '{"name": "Gold", "active": true, "state": "draft", "rate": 1.50}'),
        (3, '65a0c0de00000000000000a3', '65a0c0de00000000000000a3', NULL, '{"rate": 2, "active": null}');
    PRAGMA application_id = 0x74796b70;
    PRAGMA user_version = 1;
"#;

#[tokio::test]
async fn a_file_of_version_1_keeps_its_policies_which_are_the_sample_organisations() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("policies.sqlite");
    Connection::open(&path).unwrap().execute_batch(VERSION_1).unwrap();

    let first = caller(&path);
    assert_eq!(
        first.get(POLICIES).await.body,
        r#"{"Data":[{"name": "Gold", "active": true, "state": "draft", "rate": 1.50},{"rate": 2, "active": null}],"Pages":1}"#
    );
    assert_eq!(first.policy("65a0c0de00000000000000a1").await, first.policy("own").await);
    for query in ["?state=draft", "?active=1", "/search?q=gold"] {
        let found = first.get(&format!("{POLICIES}{query}")).await.json();
        assert_eq!(found["Data"].as_array().unwrap().len(), 1, "{query}");
    }
    assert_eq!(first.post(r#"{"name": "Gold"}"#).await.status, 400);
    assert_eq!(first.with_key(SECOND_ORGANISATION_KEY).get(POLICIES).await.body, r#"{"Data":[],"Pages":0}"#);

    // And again, as nothing is left to be done.
    assert_eq!(caller(&path).get(POLICIES).await.json()["Data"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_replaced_and_a_deleted_policy_stay_so_when_the_file_is_opened_again() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("policies.sqlite");
    let first = caller(&path);
    let (kept, gone) = (first.create(r#"{"name": "a"}"#).await, first.create(r#"{"name": "b"}"#).await);
    assert_eq!(first.put(&kept, r#"{"name": "c"}"#).await.status, 200);
    assert_eq!(first.delete(&gone).await.status, 200);
    drop(first);

    let list = caller(&path).get(POLICIES).await.json();
    assert_eq!((list["Data"].as_array().unwrap().len(), &list["Data"][0]["name"]), (1, &"c".into()));
}

#[tokio::test]
async fn a_file_of_a_newer_version_is_left_alone_with_a_clear_word() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("policies.sqlite");
    drop(caller(&path));
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();

    let error = LocalDashboard::open(&path).unwrap_err();
    assert!(matches!(error, OpenError::Newer { found: 99, known: 2 }), "{error:?}");
    assert_eq!(
        error.to_string(),
        "it was written by a newer version of this program (version 99 of its tables, 2 is the newest known here): use \
         that version, or choose another file"
    );
}

#[test]
fn a_file_of_another_program_is_left_as_it_is() {
    let folder = tempdir().unwrap();
    let text = folder.path().join("notes.txt");
    fs::write(&text, "Not a database. ".repeat(100)).unwrap();
    let database = folder.path().join("other.sqlite");
    Connection::open(&database).unwrap().execute_batch("CREATE TABLE song (name TEXT)").unwrap();

    for path in [text, database] {
        let before = fs::read(&path).unwrap();
        assert!(matches!(LocalDashboard::open(&path), Err(OpenError::NotOurs)), "{}", path.display());
        assert_eq!(fs::read(&path).unwrap(), before);
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let error = LocalDashboard::open(&file.join("below/policies.sqlite")).unwrap_err();
    assert!(matches!(error, OpenError::Folder { .. }), "{error:?}");
}

//! What a client on the other end of a real connection sees.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use local_dashboard::{LocalDashboard, SAMPLE_KEY};
use serde_json::Value;
use tokio::net::TcpListener;

use super::{calls, put};
use crate::caller::{Caller, POLICIES};

/// Sends a POST with this fault; gives back all bytes that came before the connection was closed, and the caller.
async fn post_with(fault: &str) -> (String, Caller) {
    let dashboard = LocalDashboard::in_memory().unwrap().with_faults();
    let caller = Caller::of(dashboard.clone());
    let rule = format!(r#"{{"times": 1, "fault": {{"kind": "{fault}"}}}}"#);
    assert_eq!(put(&caller, &rule).await.status, 200);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move { axum::serve(listener, dashboard.router()).await });
    let received = tokio::task::spawn_blocking(move || post(address)).await.unwrap();
    server.abort();
    (received, caller)
}

fn post(address: SocketAddr) -> String {
    let body = r#"{"name": "Gold"}"#;
    let mut stream = TcpStream::connect(address).unwrap();
    let length = body.len();
    let head = format!(
        "POST {POLICIES} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nAuthorization: {SAMPLE_KEY}\r\n\
         Content-Length: {length}\r\n\r\n"
    );
    stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
    let mut received = Vec::new();
    // A connection that is closed before all of it was read may end in an error, which is an end as well.
    let _ = stream.read_to_end(&mut received);
    String::from_utf8(received).unwrap()
}

async fn policies(caller: &Caller) -> Vec<Value> {
    caller.get(POLICIES).await.json()["Data"].as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_call_gets_no_byte_and_is_not_done() {
    let (received, caller) = post_with("dropped").await;
    assert_eq!(received, "");
    assert_eq!(policies(&caller).await.len(), 0);
    let seen = &calls(&caller).await[0];
    assert_eq!((&seen["fault"], &seen["status"]), (&"dropped".into(), &Value::Null));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_whose_answer_is_lost_gets_no_byte_and_is_done() {
    let (received, caller) = post_with("answer-lost").await;
    assert_eq!(received, "");
    assert_eq!(policies(&caller).await[0]["name"], "Gold");
    let seen = &calls(&caller).await[0];
    assert_eq!((&seen["fault"], &seen["status"]), (&"answer-lost".into(), &Value::Null));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_truncated_answer_ends_before_the_length_that_it_promised() {
    let (received, caller) = post_with("truncated").await;
    let (head, body) = received.split_once("\r\n\r\n").unwrap();
    let whole =
        format!(r#"{{"Message":"{}","Meta":null,"Status":"OK"}}"#, policies(&caller).await[0]["_id"].as_str().unwrap());
    assert!(head.starts_with("HTTP/1.1 200 OK"), "{head}");
    assert!(head.to_lowercase().contains(&format!("content-length: {}", whole.len())), "{head}");
    assert_eq!(body, &whole[..whole.len() / 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_without_a_fault_gets_its_whole_answer() {
    let (received, caller) = post_with("id-in-meta").await;
    let (_, body) = received.split_once("\r\n\r\n").unwrap();
    let answer: Value = serde_json::from_str(body).unwrap();
    assert_eq!(answer["Meta"], policies(&caller).await[0]["_id"]);
}

//! A small server inside the test: a thread for each connection, one call on each.

use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::http::Message;

/// How long a caller may stay silent: browsers open connections in advance and never use some of them.
const SILENCE: Duration = Duration::from_secs(60);

/// Starts to listen on a free port of this machine and gives the origin. It ends with the process.
pub fn listen(answer: impl Fn(Message, &mut TcpStream) -> io::Result<()> + Send + Sync + 'static) -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let origin = format!("http://{}", listener.local_addr().expect("the port"));
    let answer = Arc::new(answer);
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let answer = Arc::clone(&answer);
            thread::spawn(move || {
                // A caller that hangs up is no fault: the test sees what it sent, or that it sent nothing.
                let _ = stream.set_read_timeout(Some(SILENCE));
                if let Ok(Some(message)) = Message::read(&mut stream) {
                    let _ = answer(message, &mut stream);
                }
            });
        }
    });
    origin
}

/// An origin at which nobody listens.
pub fn nobody() -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    format!("http://{}", listener.local_addr().expect("the port"))
}

//! The server in front of whatever is served on this machine.

use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CONNECTION, EXPECT, HeaderValue};
use axum::response::{IntoResponse, Response};
use axum::serve::Listener;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

use crate::answer;
use crate::exchange::{Answering, Lingering};
use crate::guard::{Guard, is_api};
use crate::limits::Limits;
use crate::seats::{Seat, Seats};
use crate::unwelcome::Unwelcome;

/// How much of a call waits in memory, in bytes.
const BUFFER: usize = 64 << 10;

/// Serves a router to those whom its guard lets in, within limits.
#[derive(Clone, Debug)]
pub struct Server {
    guard: Guard,
    limits: Limits,
}

impl Server {
    /// A server with this guard and these limits.
    #[must_use]
    pub fn new(guard: Guard, limits: Limits) -> Self {
        Self { guard, limits }
    }

    /// Serves until `stop` ends, and then until the calls under way are answered.
    pub async fn run(self, mut listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
        let seats = Seats::new(self.limits.connections);
        let open = GracefulShutdown::new();
        let server = Arc::new(self);
        let mut stop = std::pin::pin!(stop);
        loop {
            let (stream, seat) = tokio::select! {
                () = &mut stop => break,
                next = next(&mut listener, &seats) => next,
            };
            drop(tokio::spawn(Arc::clone(&server).attend(stream, seat, router.clone(), open.watcher())));
        }
        // Nobody else may wait for an answer that does not come.
        drop(listener);
        open.shutdown().await;
    }

    /// Answers the calls on one connection.
    async fn attend(self: Arc<Self>, stream: TcpStream, seat: Seat, router: Router, open: Watcher) {
        let seat = Arc::new(seat);
        let (server, sitting) = (Arc::clone(&self), Arc::clone(&seat));
        let service = service_fn(move |request| {
            let (server, seat, router) = (Arc::clone(&server), Arc::clone(&sitting), router.clone());
            async move { Ok::<_, Infallible>(server.answer(request, &seat, router).await) }
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.limits.head_wait)
            .max_headers(self.limits.headers)
            .max_header_size(self.limits.head)
            .max_buf_size(BUFFER.max(self.limits.head))
            .serve_connection(TokioIo::new(stream), service);
        tokio::select! {
            // A caller who goes away, or speaks no HTTP, is no fault of ours.
            _ = open.watch(connection) => {}
            () = seat.has_to_leave(self.limits.exchange) => {}
        }
    }

    async fn answer(&self, request: hyper::Request<Incoming>, seat: &Arc<Seat>, router: Router) -> Response {
        let work = seat.work();
        let waits = request.headers().contains_key(EXPECT);
        let request = request.map(|body| Body::new(Lingering::new(body, waits)));
        let mut response = match self.guard.check(&request) {
            Ok(()) => router.oneshot(request).await.unwrap_or_else(|never| match never {}),
            Err(why) => refuse(why, &request),
        };
        if seat.is_wanted() {
            response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        }
        response.map(|body| Body::new(Answering::new(body, work)))
    }
}

/// The next caller, when there is room.
async fn next(listener: &mut TcpListener, seats: &Seats) -> (TcpStream, Seat) {
    // Where the system has no sockets left this waits for some.
    let (stream, _): (TcpStream, SocketAddr) = Listener::accept(listener).await;
    (stream, seats.take().await)
}

/// Says why, to a program or to a person, and ends the connection: nothing more is believed on it.
fn refuse(why: Unwelcome, request: &Request) -> Response {
    let mut response = if is_api(request) {
        answer::envelope(why.status(), &why.to_string())
    } else {
        (why.status(), format!("{why}\n")).into_response()
    };
    response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    answer::as_data(response)
}

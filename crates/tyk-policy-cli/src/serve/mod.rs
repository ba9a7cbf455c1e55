//! `tyk-policy serve`: the built page on one address with a dashboard, the local stand-in or a real one.

mod announcement;
mod browser;
mod data;
#[cfg(feature = "embedded-page")]
mod embedded;
mod headers;
mod page;
mod source;
mod stop;

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use relay::{Guard, Limits, Server};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::Outcome;
use crate::arguments::ServeArguments;
use crate::console::Console;
use crate::failure::Failure;
use crate::page::Files;
use announcement::Announcement;
use page::Page;
use source::Source;
use stop::Stop;

/// How long calls under way may take to end after Ctrl-C.
const FAREWELL: Duration = Duration::from_secs(2);

/// Serves until Ctrl-C or SIGTERM.
///
/// # Errors
/// The page is not built, the data cannot be kept, nobody is trusted, or the address cannot be listened on.
pub fn run(arguments: &ServeArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let limits = Limits::default().hurried(arguments.hurry);
    let source = Source::choose(arguments)?;
    let page = Page::of(Files::choose(arguments.dist.as_deref())?, source.meta());
    let router = page.router().merge(source.router(arguments, limits)?);

    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Failure::Server)?;
    runtime.block_on(async {
        let listener = listen(SocketAddr::new(arguments.host, arguments.port)).await?;
        let address = listener.local_addr().map_err(Failure::Server)?;
        let guard = Guard::new(address, &arguments.allow_host);
        // What a page of another origin meets at a dashboard is one of the faults.
        let guard = if arguments.faults { guard.letting_others_ask() } else { guard };
        refuse_a_circle(&source, address)?;
        // Before the address is printed: whoever reads it may stop us at once.
        let stop = Stop::listen().map_err(Failure::Server)?;
        let announcement = Announcement { address, source: &source };
        console.print(&announcement.to_string())?;
        for warning in announcement.warnings() {
            console.note(warning);
        }
        if arguments.open {
            browser::open(&announcement.url(), console);
        }
        serve(Server::new(guard, limits), listener, router, stop).await;
        Ok(Outcome::Done)
    })
}

async fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| Failure::Address { address, error })
}

/// A relay to itself would call itself until nothing is left of it.
fn refuse_a_circle(source: &Source, address: SocketAddr) -> Result<(), Failure> {
    match source {
        Source::Relay(dashboard) if dashboard.is_at(address) => Err(Failure::OwnAddress(dashboard.as_str().to_owned())),
        _ => Ok(()),
    }
}

/// Answers calls until it is told to stop, then ends those under way.
async fn serve(server: Server, listener: TcpListener, router: Router, stop: Stop) {
    let (stopped, told_to_stop) = oneshot::channel::<()>();
    let server = server.run(listener, router, async {
        // An error means that the other end is gone, which is a reason to stop, too.
        let _ = told_to_stop.await;
    });
    let deadline = async {
        stop.wait().await;
        drop(stopped);
        tokio::time::sleep(FAREWELL).await;
    };
    tokio::select! {
        () = server => {}
        () = deadline => {}
    }
}

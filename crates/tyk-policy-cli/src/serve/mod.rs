//! `tyk-policy serve`: the built page and the local dashboard on one address.

mod announcement;
mod browser;
mod data;
mod headers;
mod page;
mod stop;

use std::net::SocketAddr;
use std::time::Duration;

use local_dashboard::LocalDashboard;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::Outcome;
use crate::arguments::ServeArguments;
use crate::console::Console;
use crate::failure::Failure;
use announcement::Announcement;
use data::Data;
use page::Page;
use stop::Stop;

/// How long calls under way may take to end after Ctrl-C.
const FAREWELL: Duration = Duration::from_secs(2);

/// Serves until Ctrl-C or SIGTERM.
///
/// # Errors
/// The page is not built, the data cannot be kept, or the address cannot be listened on.
pub fn run(arguments: &ServeArguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let page = Page::at(&arguments.dist)?;
    let data = Data::choose(arguments.data.as_deref())?;
    let router = page.router().merge(dashboard(&data, arguments)?.router());

    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Failure::Server)?;
    runtime.block_on(async {
        let listener = listen(SocketAddr::new(arguments.host, arguments.port)).await?;
        // Before the address is printed: whoever reads it may stop us at once.
        let stop = Stop::listen().map_err(Failure::Server)?;
        let address = listener.local_addr().map_err(Failure::Server)?;
        let announcement = Announcement { address, data: &data, faults: arguments.faults };
        console.print(&announcement.to_string())?;
        if let Some(warning) = announcement.warning() {
            console.note(warning);
        }
        if arguments.open {
            browser::open(&announcement.url(), console);
        }
        serve(listener, router, stop).await
    })?;
    Ok(Outcome::Done)
}

/// The dashboard with what tests ask for.
fn dashboard(data: &Data, arguments: &ServeArguments) -> Result<LocalDashboard, Failure> {
    let dashboard = data.open()?.with_generated_apis(arguments.generated_apis);
    Ok(if arguments.faults { dashboard.with_faults() } else { dashboard })
}

async fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| Failure::Address { address, error })
}

/// Answers calls until it is told to stop, then ends those under way.
async fn serve(listener: TcpListener, router: axum::Router, stop: Stop) -> Result<(), Failure> {
    let (stopped, told_to_stop) = oneshot::channel::<()>();
    let server = axum::serve(listener, router).with_graceful_shutdown(async {
        // An error means that the other end is gone, which is a reason to stop, too.
        let _ = told_to_stop.await;
    });
    let deadline = async {
        stop.wait().await;
        drop(stopped);
        tokio::time::sleep(FAREWELL).await;
    };
    tokio::select! {
        ended = server => ended.map_err(Failure::Server),
        () = deadline => Ok(()),
    }
}

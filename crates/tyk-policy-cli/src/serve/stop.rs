//! The signals that end the server.

use std::io;

#[cfg(unix)]
pub use unix::Stop;

#[cfg(not(unix))]
pub use elsewhere::Stop;

#[cfg(unix)]
mod unix {
    use tokio::signal::unix::{Signal, SignalKind, signal};

    use super::io;

    /// Ctrl-C and SIGTERM, caught from the moment this is made.
    pub struct Stop {
        interrupt: Signal,
        terminate: Signal,
    }

    impl Stop {
        /// Starts to listen.
        ///
        /// # Errors
        /// The system does not let signals be caught.
        pub fn listen() -> io::Result<Self> {
            Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
        }

        /// Ends with the first signal.
        pub async fn wait(mut self) {
            tokio::select! {
                _ = self.interrupt.recv() => {}
                _ = self.terminate.recv() => {}
            }
        }
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use super::io;

    /// Ctrl-C.
    pub struct Stop;

    impl Stop {
        /// Starts to listen.
        ///
        /// # Errors
        /// None here.
        pub fn listen() -> io::Result<Self> {
            Ok(Self)
        }

        /// Ends with Ctrl-C.
        pub async fn wait(self) {
            if tokio::signal::ctrl_c().await.is_err() {
                // Nobody can tell us to stop, so we go on.
                std::future::pending::<()>().await;
            }
        }
    }
}
